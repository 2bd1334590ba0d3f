package org.memoro.contacts;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.memoro.testkit.StubService;
import org.memoro.testkit.TestDatabase;
import org.memoro.testkit.TestEvents;
import org.memoro.testkit.TestGateway;
import org.memoro.testkit.TestKafka;
import org.memoro.testkit.TestPostgres;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole service on real PostgreSQL and real Kafka; its neighbours are at the other end of HTTP and topics. */
public final class RunningService {
    public final TestDatabase database = TestPostgres.freshDatabase();
    public final TestGateway gateway = TestGateway.start();
    public final StubService interactions = StubService.start();
    public final StubService worker = StubService.start();
    public final TestEvents events = TestEvents.onSharedKafka();
    private final ConfigurableApplicationContext context;

    private RunningService() {
        String[] own = {
            "--server.port=0",
            "--memoro.bind-address=127.0.0.1",
            "--memoro.management-port=-1",
            "--memoro.services.interaction-service=" + interactions.url(),
            "--memoro.services.embedding-worker=" + worker.url()
        };
        context = ContactServiceApplication.builder()
                .run(Stream.of(database.args(), gateway.args(), TestKafka.args(), own)
                        .flatMap(Arrays::stream)
                        .toArray(String[]::new));
    }

    /** One service for all tests of this JVM; each test works in accounts of its own. */
    public static RunningService shared() {
        return Holder.SERVICE;
    }

    private static final class Holder {
        static final RunningService SERVICE = new RunningService();
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Calls in the name of a person. */
    public WebTestClient as(UUID account) {
        return withToken(gateway.userToken(account, "contact-service"));
    }

    /** Calls in the name of a service that works on an account. */
    public WebTestClient asService(String actor, String purpose, UUID account) {
        return withToken(gateway.workToken(account, "contact-service", actor, purpose));
    }

    public WebTestClient withToken(String token) {
        return anonymous()
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    public WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
