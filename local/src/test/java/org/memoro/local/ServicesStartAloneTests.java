package org.memoro.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.memoro.contacts.ContactServiceApplication;
import org.memoro.embedding.EmbeddingWorkerApplication;
import org.memoro.gateway.GatewayApplication;
import org.memoro.interactions.InteractionServiceApplication;
import org.memoro.search.SearchServiceApplication;
import org.memoro.testkit.TestDatabase;
import org.memoro.testkit.TestGateway;
import org.memoro.testkit.TestKafka;
import org.memoro.testkit.TestPostgres;
import org.memoro.web.WebUiApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Each service runs without its neighbours, as it does in a container of its own, though here all share a class path. */
class ServicesStartAloneTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestDatabase database;
    private static TestGateway gateway;

    @BeforeAll
    static void prepare() {
        database = TestPostgres.freshDatabase();
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    static Stream<Arguments> services() {
        return Stream.of(
                service("contact-service", ContactServiceApplication::builder),
                service("interaction-service", InteractionServiceApplication::builder),
                service("search-service", SearchServiceApplication::builder),
                service("embedding-worker", EmbeddingWorkerApplication::builder),
                service("web-ui", WebUiApplication::builder),
                service(
                        "gateway",
                        GatewayApplication::builder,
                        "--memoro.sign-in.providers.some.issuer=https://sign-in.example.org",
                        "--memoro.sign-in.providers.some.client-id=id",
                        "--memoro.sign-in.providers.some.client-secret=secret"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void answersThatItIsReady(String name, Supplier<SpringApplicationBuilder> builder, List<String> own)
            throws Exception {
        Iterator<Integer> ports = FreePorts.find(3);
        int management = ports.next();
        List<String> arguments = Stream.of(
                        Arrays.stream(database.args()),
                        Arrays.stream(TestKafka.args()),
                        Arrays.stream(gateway.args()),
                        own.stream(),
                        Stream.of(
                                "--memoro.bind-address=127.0.0.1",
                                "--memoro.management-port=" + management,
                                "--memoro." + name + ".port=" + ports.next(),
                                "--memoro.gateway.internal-port=" + ports.next()))
                .flatMap(settings -> settings)
                .toList();

        try (ConfigurableApplicationContext context =
                builder.get().registerShutdownHook(false).run(arguments.toArray(String[]::new))) {
            assertThat(context.getEnvironment().getProperty("spring.application.name"))
                    .isEqualTo(name);
            assertThat(status(management, "/actuator/health/liveness")).isEqualTo(200);
            assertThat(status(management, "/actuator/prometheus")).isEqualTo(200);
        }
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(LocalPorts.url(port) + path)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static Arguments service(String name, Supplier<SpringApplicationBuilder> builder, String... own) {
        return Arguments.of(name, builder, List.of(own));
    }
}
