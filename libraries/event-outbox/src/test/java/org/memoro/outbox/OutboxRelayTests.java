package org.memoro.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.memoro.events.ContactChanged;
import org.memoro.testkit.TestDatabase;
import org.memoro.testkit.TestEvents;
import org.memoro.testkit.TestKafka;
import org.memoro.testkit.TestPostgres;
import org.memoro.testkit.tenancy.TenancyRules;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class OutboxRelayTests {
    private static final TestDatabase DATABASE = TestPostgres.freshDatabase();
    private static final Duration SOON = Duration.ofSeconds(20);

    private static TestEvents events;
    private static TestService service;

    private final UUID account = UUID.randomUUID();

    @BeforeAll
    static void start() {
        events = TestEvents.onSharedKafka();
        service = TestService.start(DATABASE, TestKafka.args(), "relay-tests");
    }

    @AfterAll
    static void stop() {
        service.close();
        events.close();
    }

    @Test
    void keepsTheTenancyRules() {
        TenancyRules.of("contact").publishesEvents().verify(DATABASE);
    }

    @Test
    void publishesTheEventsOfAKeyInTheirOrder() {
        List<UUID> contacts =
                IntStream.range(0, 3).mapToObj(i -> UUID.randomUUID()).toList();

        Flux.fromIterable(contacts)
                .flatMap(contact -> appendVersions(service, contact, 150).subscribeOn(Schedulers.parallel()))
                .blockLast();

        await().atMost(SOON).untilAsserted(() -> assertThat(heard()).hasSize(450));
        contacts.forEach(contact -> assertThat(versionsOf(contact)).isEqualTo(versionsUpTo(150)));
        await().atMost(SOON).untilAsserted(() -> assertThat(service.waiting()).isZero());
    }

    @Test
    void publishesAnEventWithinMillisecondsOfItsCommit() {
        service.append(changed(UUID.randomUUID(), 1));
        await().atMost(SOON).until(() -> heard().size() == 1);
        long begin = System.nanoTime();

        service.append(changed(UUID.randomUUID(), 1));

        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMillis(900))
                .until(() -> heard().size() == 2);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void saysNothingOfAChangeThatWasRolledBack() {
        Mono<Void> work = service.outbox()
                .append(changed(UUID.randomUUID(), 1))
                .then(Mono.error(new IllegalStateException("after the event")));

        assertThatThrownBy(() ->
                        service.transactions().inTransaction(account, work).block())
                .hasMessage("after the event");

        service.append(changed(UUID.randomUUID(), 2));
        await().atMost(SOON).until(() -> !heard().isEmpty());
        assertThat(heard()).extracting(ContactChanged::version).containsExactly(2L);
    }

    @Test
    void refusesAnEventOfAnotherAccount() {
        ContactChanged foreign = ContactChanged.of(UUID.randomUUID(), UUID.randomUUID(), 1, false);

        Mono<Void> work =
                service.transactions().inTransaction(account, service.outbox().append(foreign));

        assertThatThrownBy(work::block).hasMessageContaining("another account");
    }

    @Test
    void publishesOnceAndInOrderWhenTwoRelaysRun() {
        UUID contact = UUID.randomUUID();
        try (TestService second = TestService.start(DATABASE, TestKafka.args(), "second-relay")) {
            Flux.range(1, 300)
                    .concatMap(version -> Mono.fromRunnable(
                                    () -> (version % 2 == 0 ? service : second).append(changed(contact, version)))
                            .subscribeOn(Schedulers.boundedElastic()))
                    .blockLast();
            await().atMost(SOON).until(() -> service.waiting() == 0);
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(heard()).hasSize(300));
        assertThat(versionsOf(contact)).isEqualTo(versionsUpTo(300));
    }

    @Test
    void takesEffectOnceAlthoughACrashAfterSendingMadeItSendAgain() throws SQLException {
        superuser("REVOKE DELETE ON contact.outbox FROM contact_relay");
        service.append(changed(UUID.randomUUID(), 1));
        await().atMost(SOON).until(() -> heard().size() >= 2);
        superuser("GRANT DELETE ON contact.outbox TO contact_relay");

        await().atMost(SOON).until(() -> service.waiting() == 0);
        service.append(changed(UUID.randomUUID(), 2));
        await().atMost(SOON).until(() -> service.effectsOf(account).size() >= 2);
        assertThat(service.effectsOf(account))
                .extracting(event -> ((ContactChanged) event).version())
                .containsExactlyInAnyOrder(1L, 2L);
    }

    private Flux<Void> appendVersions(TestService by, UUID contact, int upTo) {
        return Flux.range(1, upTo).concatMap(version -> by.transactions()
                .inTransaction(account, by.outbox().append(changed(contact, version))));
    }

    private ContactChanged changed(UUID contact, long version) {
        return ContactChanged.of(account, contact, version, false);
    }

    private List<ContactChanged> heard() {
        return events.heard(ContactChanged.class, account);
    }

    private List<Long> versionsOf(UUID contact) {
        return heard().stream()
                .filter(event -> event.contactId().equals(contact))
                .map(ContactChanged::version)
                .toList();
    }

    private static List<Long> versionsUpTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection connection = DATABASE.superuser()) {
            connection.createStatement().execute(sql);
        }
    }
}
