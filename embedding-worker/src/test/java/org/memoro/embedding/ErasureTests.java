package org.memoro.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.embedding.TestNote.aNote;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.events.AccountDeleted;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.testkit.AccountFootprint;

/** What is left of an account where its notes were understood, once it is deleted. */
@Tag("security")
class ErasureTests {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** What only a provider of language models would leave behind. */
    private static final String ROWS_OF_A_PROVIDER = """
            INSERT INTO enrichment.cached_extraction
            VALUES ('%1$s', '\\x01', gen_random_uuid(), 'provider', 'model', 'engine', '{}', now());
            INSERT INTO enrichment.cached_query_vector VALUES ('%1$s', '\\x01', '\\x00', now());
            INSERT INTO enrichment.monthly_spending VALUES ('%1$s', '2026-11-01', 1, 1, 1, 1);
            INSERT INTO enrichment.provider_call VALUES ('%1$s', '%1$s', 'query', now(), now(), 'm', NULL, 1, 1, 1);
            INSERT INTO enrichment.missing_vector
            SELECT user_id, interaction_id, 1, 'busy', 1, now(), 'infinity', NULL, 'infinity'
            FROM enrichment.enriched_note WHERE user_id = '%1$s';
            INSERT INTO enrichment.idempotent_request (user_id, method, path, key, body_hash, created_at)
            VALUES ('%1$s', 'POST', '/', 'key', 'hash', now());""";

    private static RunningWorker worker;

    private final UUID leaving = worker.account(EnrichmentMode.ON);
    private final UUID staying = worker.account(EnrichmentMode.ON);

    @BeforeAll
    static void start() {
        worker = RunningWorker.start();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @Test
    void leavesNothingOfADeletedAccountAndEverythingOfOthers() throws SQLException {
        hasEverything(leaving);
        hasEverything(staying);
        Map<String, String> before = footprint(staying);
        AccountFootprint.requireEverywhere(worker.database, "enrichment", leaving, "outbox");

        forget(leaving);

        assertThat(footprint(leaving)).isEmpty();
        assertThat(footprint(staying)).isEqualTo(before);
    }

    @Test
    void bringsNothingBackWhenAllOldEventsAreHeardAgain() throws SQLException {
        hasEverything(leaving);
        forget(leaving);

        int said = worker.events.sayAllAgain(leaving);
        hasEverything(staying);

        assertThat(said).isGreaterThan(1);
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> footprint(leaving)
                .isEmpty());
        assertThat(worker.enriched(leaving)).as("nothing new is said of it").hasSize(2);
    }

    @Test
    void everyTableIsGuarded() {
        assertThat(AccountFootprint.unguarded(worker.database, "enrichment")).isEmpty();
    }

    private void hasEverything(UUID account) throws SQLException {
        TestNote note = aNote();
        worker.note(note);
        worker.say(note.recorded(account));
        worker.awaitEnriched(account, 1);
        try (Connection connection = worker.database.superuser()) {
            connection.createStatement().execute(ROWS_OF_A_PROVIDER.formatted(account));
        }
    }

    private void forget(UUID account) {
        worker.say(AccountDeleted.of(account));
        await().atMost(SOON).until(() -> footprint(account).isEmpty());
    }

    private Map<String, String> footprint(UUID account) {
        return AccountFootprint.of(worker.database, "enrichment", account);
    }
}
