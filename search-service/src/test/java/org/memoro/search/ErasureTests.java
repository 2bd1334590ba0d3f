package org.memoro.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.search.RunningSearch.SOON;
import static org.memoro.search.RunningSearch.TestNote.aNote;

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
import org.memoro.search.RunningSearch.TestPerson;
import org.memoro.testkit.AccountFootprint;

/** What is left of an account in search, once it is deleted. */
@Tag("security")
class ErasureTests {
    private static RunningSearch search;

    private final UUID leaving = UUID.randomUUID();
    private final UUID staying = UUID.randomUUID();

    @BeforeAll
    static void start() {
        search = new RunningSearch();
    }

    @AfterAll
    static void stop() {
        search.close();
    }

    @Test
    void leavesNothingOfADeletedAccountAndEverythingOfOthers() throws SQLException {
        hasEverything(leaving);
        hasEverything(staying);
        Map<String, String> before = footprint(staying);
        AccountFootprint.requireEverywhere(search.database, "search", leaving, "outbox");

        forget(leaving);

        assertThat(footprint(leaving)).isEmpty();
        assertThat(footprint(staying)).isEqualTo(before);
    }

    @Test
    void bringsNothingBackWhenAllOldEventsAreHeardAgain() throws SQLException {
        hasEverything(leaving);
        forget(leaving);

        int said = search.events.sayAllAgain(leaving);
        search.index(aNote(staying, "Somebody else's"));

        assertThat(said).isGreaterThan(2);
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> footprint(leaving)
                .isEmpty());
    }

    @Test
    void everyTableIsGuarded() {
        assertThat(AccountFootprint.unguarded(search.database, "search")).isEmpty();
    }

    private void hasEverything(UUID account) throws SQLException {
        TestPerson anna = TestPerson.called("Anna Petrova");
        search.know(account, anna, Map.of());
        search.index(aNote(account, "Planted tomatoes in the garden. It rained the whole day.")
                .with(anna)
                .meaning(1, 0, 0));
        search.index(aNote(account, "They are red now").with(anna).meaning(0, 1, 0));
        await().atMost(SOON).until(() -> search.count("stale_context WHERE user_id = '" + account + "'") == 0);
        try (Connection connection = search.database.superuser()) {
            connection.createStatement().execute("""
                    INSERT INTO search.idempotent_request (user_id, method, path, key, body_hash, created_at)
                    VALUES ('%s', 'POST', '/', 'key', 'hash', now())""".formatted(account));
            connection.createStatement().execute("""
                    INSERT INTO search.stale_context (user_id, interaction_id, mark)
                    VALUES ('%s', gen_random_uuid(), gen_random_uuid())""".formatted(account));
        }
    }

    private void forget(UUID account) {
        search.events.say(AccountDeleted.of(account));
        await().atMost(SOON).until(() -> footprint(account).isEmpty());
    }

    private Map<String, String> footprint(UUID account) {
        return AccountFootprint.of(search.database, "search", account);
    }
}
