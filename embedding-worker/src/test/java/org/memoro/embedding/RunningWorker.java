package org.memoro.embedding;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.memoro.events.InteractionEnriched;
import org.memoro.events.MemoroEvent;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.testkit.StubService;
import org.memoro.testkit.TestDatabase;
import org.memoro.testkit.TestEvents;
import org.memoro.testkit.TestGateway;
import org.memoro.testkit.TestKafka;
import org.memoro.testkit.TestPostgres;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with real PostgreSQL and Kafka, between neighbours that answer what a test tells them to. */
public final class RunningWorker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    final TestDatabase database = TestPostgres.freshDatabase();
    final TestGateway gateway = TestGateway.start();
    final StubService interactions = StubService.start();
    final StubService contacts = StubService.start();
    final TestEvents events = TestEvents.onSharedKafka();

    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext context;

    private RunningWorker(String[]... settings) {
        contacts.on("GET", "/internal/v1/contacts/names", 200, "{\"items\":[]}");
        context = run(settings);
    }

    private ConfigurableApplicationContext run(String[]... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--memoro.management-port=0",
                "--memoro.bind-address=127.0.0.1",
                "--memoro.services.interaction-service=" + interactions.url(),
                "--memoro.services.contact-service=" + contacts.url()));
        Stream.concat(Stream.of(database.args(), gateway.args(), TestKafka.args()), Stream.of(settings))
                .flatMap(Stream::of)
                .forEach(arguments::add);
        return EmbeddingWorkerApplication.builder().run(arguments.toArray(String[]::new));
    }

    public static RunningWorker start(String[]... settings) {
        return new RunningWorker(settings);
    }

    /** Stops it and starts it with other settings on the same data. */
    void restart(String[]... settings) {
        context.close();
        context = run(settings);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public UUID account(EnrichmentMode mode) {
        UUID account = UUID.randomUUID();
        gateway.account(account, ZoneId.of("Europe/Vienna"), mode);
        return account;
    }

    /** From now on the account wishes for something else. */
    void changes(UUID account, EnrichmentMode mode) {
        gateway.account(account, ZoneId.of("Europe/Vienna"), mode);
    }

    /** From now on interaction-service hands out this note. */
    void note(TestNote note) {
        interactions.on("GET", "/internal/v1/interactions/" + note.id(), 200, note.json());
    }

    void contactNames(String items) {
        contacts.on("GET", "/internal/v1/contacts/names", 200, "{\"items\":[" + items + "]}");
    }

    void say(MemoroEvent event) {
        events.say(event);
    }

    List<InteractionEnriched> enriched(UUID account) {
        return events.heard(InteractionEnriched.class, account);
    }

    InteractionEnriched awaitEnriched(UUID account, int count) {
        await().atMost(PATIENCE).until(() -> enriched(account).size() >= count);
        return enriched(account).get(count - 1);
    }

    /** On the management port. */
    Answer manage(String path) {
        String port = context.getEnvironment().getProperty("local.management.port");
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(address(path)));
    }

    Answer get(String path, String token) {
        return send(HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + token));
    }

    Answer post(String path, String token, String body) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As the account itself, by way of the gateway. */
    Answer read(UUID account, String path) {
        return get(path, gateway.userToken(account, "embedding-worker"));
    }

    Answer vector(UUID account, UUID note, long version) {
        return get(
                "/internal/v1/vectors/" + note + "?version=" + version,
                gateway.workToken(account, "embedding-worker", "search-service", "index"));
    }

    Answer enrichment(UUID account, UUID note, long version) {
        return get(
                "/internal/v1/enrichments/" + note + "?version=" + version,
                gateway.workToken(account, "embedding-worker", "contact-service", "apply-facts"));
    }

    Answer embed(UUID account, String body) {
        return post(
                "/internal/v1/embeddings",
                gateway.workToken(account, "embedding-worker", "search-service", "query"),
                body);
    }

    /** An answer with its body read. */
    record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()), answer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        events.close();
        contacts.close();
        interactions.close();
        gateway.close();
    }
}
