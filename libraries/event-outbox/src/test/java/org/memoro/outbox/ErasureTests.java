package org.memoro.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.events.ContactChanged;
import org.memoro.events.Topics;
import org.memoro.tenancy.AccountErased;
import org.memoro.testkit.AccountFootprint;
import org.memoro.testkit.TestDatabase;
import org.memoro.testkit.TestKafka;
import org.memoro.testkit.TestPostgres;
import reactor.core.publisher.Mono;

/** Tests for {@link Erasure} and the guard that stands before every table. */
@Tag("security")
class ErasureTests {
    private static final TestDatabase database = TestPostgres.freshDatabase();
    private static final String NAME = "erasure-" + UUID.randomUUID();
    private static final TestService service = TestService.start(database, TestKafka.args(), NAME);

    private final UUID leaving = UUID.randomUUID();
    private final UUID staying = UUID.randomUUID();

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void takesEveryRowOfTheAccountAndNoneOfAnother() {
        remember(leaving);
        remember(staying);
        Map<String, String> before = footprint(staying);

        service.erasure().of(leaving).block();

        assertThat(footprint(leaving)).isEmpty();
        assertThat(footprint(staying)).isEqualTo(before).isNotEmpty();
    }

    @Test
    void refusesWhateverIsWrittenLater() {
        service.erasure().of(leaving).block();

        assertThatThrownBy(() -> remember(leaving)).isInstanceOf(AccountErased.class);
        assertThatThrownBy(() -> service.append(event(leaving))).isInstanceOf(AccountErased.class);
        assertThat(footprint(leaving)).isEmpty();
    }

    @Test
    void mayBeDoneAgain() {
        service.erasure().of(leaving).block();
        service.erasure().of(leaving).block();

        assertThat(footprint(leaving)).isEmpty();
    }

    @Test
    void publishesTheLastWordsAndNothingElse() {
        service.erasure().of(leaving, service.outbox().append(event(leaving))).block();

        await().atMost(Duration.ofSeconds(20)).until(() -> footprint(leaving).isEmpty());
        assertThatThrownBy(() -> service.append(event(leaving))).isInstanceOf(AccountErased.class);
    }

    @Test
    void waitsForAWriterThatIsUnderWay() throws Exception {
        CompletableFuture<Void> mayEnd = new CompletableFuture<>();
        CompletableFuture<Void> hasWritten = new CompletableFuture<>();
        CompletableFuture<Void> writer = service.transactions()
                .inTransaction(
                        leaving,
                        service.inbox()
                                .once("slow", event(leaving), Mono.empty())
                                .then(Mono.fromRunnable(() -> hasWritten.complete(null)))
                                .then(Mono.fromFuture(mayEnd)))
                .toFuture();
        hasWritten.get(10, TimeUnit.SECONDS);

        CompletableFuture<Void> erasure = service.erasure().of(leaving).toFuture();
        await().until(this::somebodyWaitsForALock);
        mayEnd.complete(null);
        writer.get(10, TimeUnit.SECONDS);
        erasure.get(10, TimeUnit.SECONDS);

        assertThat(footprint(leaving)).isEmpty();
    }

    @Test
    void passesOverEventsOfAnErasedAccountAndGoesOn() {
        service.erasure().of(leaving).block();
        try (org.memoro.testkit.TestEvents events = org.memoro.testkit.TestEvents.onSharedKafka()) {
            UUID contact = UUID.randomUUID();
            events.say(ContactChanged.of(leaving, contact, 1, false));
            events.say(event(staying));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> service.effectsOf(staying).size() == 1);
        }
        assertThat(service.effectsOf(leaving)).isEmpty();
        assertThat(footprint(leaving)).isEmpty();
    }

    @Test
    void guardsATableThatIsAddedLater() throws SQLException {
        TestDatabase another = TestPostgres.freshDatabase();
        TestService.start(another, TestKafka.args(), NAME + "-before").close();
        superuser(another, "CREATE TABLE contact.added (user_id uuid NOT NULL)");
        assertThat(AccountFootprint.unguarded(another, "contact")).containsExactly("added");
        superuser(another, "ALTER TABLE contact.added OWNER TO contact_owner");

        TestService.start(another, TestKafka.args(), NAME + "-after").close();

        assertThat(AccountFootprint.unguarded(another, "contact")).isEmpty();
    }

    @Test
    void forgetsAfterEightDaysWhoWentAndNotBefore() throws SQLException {
        service.erasure().of(leaving).block();
        service.erasure().of(staying).block();
        superuser(
                database,
                "UPDATE contact.erased_account SET erased_at = now() - interval '8 days 1 minute' WHERE user_id = '"
                        + leaving + "'");
        superuser(
                database,
                "UPDATE contact.erased_account SET erased_at = now() - interval '7 days' WHERE user_id = '" + staying
                        + "'");

        assertThat(service.erasure().purge().block()).isEqualTo(1);
        assertThatThrownBy(() -> remember(staying)).isInstanceOf(AccountErased.class);
    }

    @Test
    void keepsEventsForAWeekAtMostOnOldTopicsToo() throws Exception {
        String deadLetters = Topics.deadLetter(Topics.CONTACT, NAME);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) TestKafka.bootstrapServers()))) {
            for (String topic : new String[] {Topics.CONTACT, Topics.ACCOUNT, deadLetters}) {
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(longestLife(admin, topic))
                        .isLessThanOrEqualTo(Duration.ofDays(7).minusMinutes(30)));
            }
        }
    }

    /** Retention counts from the youngest event of a segment, and a segment is open for so long. */
    private static Duration longestLife(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(java.util.List.of(resource))
                .all()
                .get(10, TimeUnit.SECONDS)
                .get(resource);
        return Duration.ofMillis(Long.parseLong(config.get("retention.ms").value())
                + Long.parseLong(config.get("segment.ms").value()));
    }

    private boolean somebodyWaitsForALock() throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE NOT l.granted"
                                + " AND l.locktype = 'advisory' AND d.datname = current_database()")) {
            rows.next();
            return rows.getLong(1) > 0;
        }
    }

    private void remember(UUID account) {
        service.inbox().once("one", event(account), Mono.empty()).block();
    }

    private static ContactChanged event(UUID account) {
        return ContactChanged.of(account, UUID.randomUUID(), 1, false);
    }

    private static Map<String, String> footprint(UUID account) {
        return AccountFootprint.of(database, "contact", account);
    }

    private static void superuser(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
