package org.memoro.interactions;

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

/**
 * The whole service on real PostgreSQL and real Kafka; its neighbours are at the other end of HTTP and topics.
 *
 * <p>It runs until the JVM ends: closing one context would take Netty's event loops away from all others.
 */
public final class RunningService {
    private static RunningService shared;

    public final TestDatabase database;
    public final TestGateway gateway;
    public final StubService contacts;
    public final StubService worker;
    public final AddressBooks addressBooks;
    private final ConfigurableApplicationContext context;

    private RunningService(
            TestDatabase database,
            TestGateway gateway,
            StubService contacts,
            AddressBooks addressBooks,
            StubService worker,
            String... more) {
        this.database = database;
        this.gateway = gateway;
        this.contacts = contacts;
        this.worker = worker;
        this.addressBooks = addressBooks;
        String[] own = {
            "--server.port=0",
            "--memoro.bind-address=127.0.0.1",
            "--memoro.management-port=-1",
            "--memoro.services.contact-service=" + contacts.url(),
            "--memoro.services.embedding-worker=" + worker.url(),
            "--memoro.interaction-service.check-waiting-every=300ms",
            "--memoro.interaction-service.contact-check-timeout=2s"
        };
        this.context = InteractionServiceApplication.builder()
                .run(Stream.of(database.args(), gateway.args(), own, more)
                        .flatMap(Arrays::stream)
                        .toArray(String[]::new));
    }

    /** One service for all tests of this JVM; each test works in accounts of its own. */
    public static synchronized RunningService shared() {
        if (shared == null) {
            shared = start(TestKafka.args());
        }
        return shared;
    }

    /** A service of a test's own. */
    public static RunningService start(String... more) {
        StubService contacts = StubService.start();
        return new RunningService(
                TestPostgres.freshDatabase(),
                TestGateway.start(),
                contacts,
                new AddressBooks(contacts),
                StubService.start(),
                more);
    }

    /** Another replica beside this one. */
    public RunningService replica(String... more) {
        return new RunningService(database, gateway, contacts, addressBooks, worker, more);
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Calls in the name of a person. */
    public WebTestClient as(UUID account) {
        return withToken(gateway.userToken(account, InteractionServiceApplication.NAME));
    }

    /** Calls in the name of a service that works on an account. */
    public WebTestClient asService(String actor, String purpose, UUID account) {
        return withToken(gateway.workToken(account, InteractionServiceApplication.NAME, actor, purpose));
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

    /** The other end of the topics of the shared broker. */
    public static TestEvents events() {
        return SharedEvents.EVENTS;
    }

    private static final class SharedEvents {
        static final TestEvents EVENTS = TestEvents.onSharedKafka();
    }
}
