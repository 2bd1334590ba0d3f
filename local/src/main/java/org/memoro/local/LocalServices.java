package org.memoro.local;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.memoro.contacts.ContactServiceApplication;
import org.memoro.embedding.EmbeddingWorkerApplication;
import org.memoro.gateway.GatewayApplication;
import org.memoro.interactions.InteractionServiceApplication;
import org.memoro.local.signin.LocalSignIn;
import org.memoro.search.SearchServiceApplication;
import org.memoro.web.WebUiApplication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The Spring contexts of all services and of the identity provider, each with settings of its own. */
final class LocalServices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalServices.class);
    private static final String CLIENT_ID = "memoro-gateway";

    private final LocalSettings settings;
    private final LocalPorts ports;
    private final Secrets secrets;
    private final LocalKafka kafka;
    private final MemoroDatabase database;
    private final Collection<ConfigurableApplicationContext> running = new ConcurrentLinkedQueue<>();

    LocalServices(
            LocalSettings settings, LocalPorts ports, Secrets secrets, LocalKafka kafka, MemoroDatabase database) {
        this.settings = settings;
        this.ports = ports;
        this.secrets = secrets;
        this.kafka = kafka;
        this.database = database;
    }

    /** One service to start. */
    private record Service(String name, Supplier<SpringApplicationBuilder> builder, List<String> arguments) {}

    /** Returns when every one of them can serve. */
    void start() {
        List<CompletableFuture<Void>> starts = services().map(this::startAside).toList();
        CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
    }

    /** All at once, since each has its own grace period for requests under way. */
    @Override
    public void close() {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (ConfigurableApplicationContext context : running) {
            ends.add(CompletableFuture.runAsync(context::close, inThread("stop-" + context.getId())));
        }
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).join();
    }

    private CompletableFuture<Void> startAside(Service service) {
        return CompletableFuture.runAsync(() -> run(service), inThread(service.name()));
    }

    private void run(Service service) {
        long begin = System.nanoTime();
        running.add(service.builder()
                .get()
                .registerShutdownHook(false) // the launcher stops everything in order
                .logStartupInfo(false)
                .run(service.arguments().toArray(String[]::new)));
        LOG.info(
                "{} started in {} ms",
                service.name(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    /** A thread named like the service, so that what it logs can be told apart. */
    private static Executor inThread(String name) {
        return task -> Thread.ofPlatform().name(name).start(task);
    }

    private Stream<Service> services() {
        String signInSecret = secrets.password("sign-in.client");
        return Stream.of(
                new Service(
                        LocalSignIn.NAME,
                        LocalSignIn::builder,
                        LocalSignIn.arguments(
                                ports.signIn(), settings.port(), settings.email(), CLIENT_ID, signInSecret)),
                new Service(
                        "gateway",
                        () -> GatewayApplication.builder().properties(GatewayLimits.DEFAULTS),
                        gateway(signInSecret)),
                service("contact-service", ContactServiceApplication::builder, "contact"),
                service("interaction-service", InteractionServiceApplication::builder, "interaction"),
                new Service(
                        "embedding-worker",
                        EmbeddingWorkerApplication::builder,
                        Stream.of(common("embedding-worker"), database.arguments("enrichment"), languageModels())
                                .flatMap(List::stream)
                                .toList()),
                service("search-service", SearchServiceApplication::builder, "search"),
                new Service("web-ui", WebUiApplication::builder, common("web-ui")));
    }

    private Service service(String name, Supplier<SpringApplicationBuilder> builder, String schema) {
        return new Service(
                name,
                builder,
                Stream.concat(common(name).stream(), database.arguments(schema).stream())
                        .toList());
    }

    private List<String> common(String service) {
        return List.of(
                "--memoro.bind-address=127.0.0.1",
                "--memoro.management-port=-1",
                "--memoro.gateway.port=" + ports.gateway(),
                "--memoro.gateway.internal-port=" + ports.gatewayInternal(),
                "--memoro.contact-service.port=" + ports.contactService(),
                "--memoro.interaction-service.port=" + ports.interactionService(),
                "--memoro.search-service.port=" + ports.searchService(),
                "--memoro.embedding-worker.port=" + ports.embeddingWorker(),
                "--memoro.web-ui.port=" + ports.webUi(),
                "--memoro.services.contact-service=" + LocalPorts.url(ports.contactService()),
                "--memoro.services.interaction-service=" + LocalPorts.url(ports.interactionService()),
                "--memoro.services.search-service=" + LocalPorts.url(ports.searchService()),
                "--memoro.services.embedding-worker=" + LocalPorts.url(ports.embeddingWorker()),
                "--memoro.services.web-ui=" + LocalPorts.url(ports.webUi()),
                "--memoro.internal.gateway-url=" + LocalPorts.url(ports.gatewayInternal()),
                "--memoro.logs.account-key=" + secrets.password("logs.account-key"),
                "--memoro.internal.secret=" + LocalCredentials.secretOf(service, secrets),
                "--memoro.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--memoro.kafka.partitions=2", // as many as this machine can use; each costs files and memory
                "--spring.lifecycle.timeout-per-shutdown-phase=5s"); // Ctrl-C should not feel stuck
    }

    private List<String> gateway(String signInSecret) {
        return Stream.of(
                        common("gateway").stream(),
                        database.arguments("account").stream(),
                        LocalCredentials.arguments(secrets),
                        GatewaySignIn.arguments(settings, ports, CLIENT_ID, signInSecret).stream(),
                        Stream.of(
                                "--memoro.gateway.public-url=" + settings.url(),
                                "--memoro.gateway.signing-key=" + secrets.signingKey("gateway.signing-key"),
                                "--memoro.gateway.cookie-key=" + secrets.key("gateway.cookie-key"),
                                "--memoro.gateway.time-zone=" + ZoneId.systemDefault()))
                .flatMap(arguments -> arguments)
                .toList();
    }

    /** Only what the user set; the service knows what is right without it. */
    private List<String> languageModels() {
        Map<String, String> settingOf = Map.of(
                "OPENROUTER_API_KEY", "api-key",
                "MEMORO_AI_BASE_URL", "base-url",
                "MEMORO_AI_EXTRACTION_MODEL", "extraction-model",
                "MEMORO_AI_EMBEDDING_MODEL", "embedding-model");
        return settingOf.entrySet().stream()
                .filter(entry -> settings.environment(entry.getKey()) != null)
                .map(entry -> "--memoro.ai." + entry.getValue() + "=" + settings.environment(entry.getKey()))
                .toList();
    }
}
