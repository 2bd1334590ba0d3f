package org.memoro.interactions.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.events.AccountDeleted;
import org.memoro.events.ContactDeleted;
import org.memoro.events.InteractionIndexed;
import org.memoro.interactions.Author;
import org.memoro.interactions.RunningService;

class ForgetAccountTests {
    private final RunningService service = RunningService.shared();

    @Test
    void leavesNothingOfADeletedAccountAndEverythingOfOthers() {
        Author leaving = Author.of(service);
        Author staying = Author.of(service);
        writesANote(leaving);
        writesANote(staying);

        RunningService.events().say(AccountDeleted.of(leaving.account));

        await().atMost(Duration.ofSeconds(20)).until(() -> rowsOf(leaving.account) == 0);
        RunningService.events().say(InteractionIndexed.of(leaving.account, UUID.randomUUID(), 1));
        RunningService.events().say(ContactDeleted.of(leaving.account, UUID.randomUUID(), 1));
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> rowsOf(leaving.account) == 0);
        assertThat(staying.lists("").get("items").size()).isEqualTo(1);
    }

    private void writesANote(Author author) {
        UUID anna = author.knows("Anna");
        author.client()
                .post()
                .uri(Author.NOTES)
                .header("Idempotency-Key", "1")
                .bodyValue(Map.of("notes", "Tea", "contactIds", new UUID[] {anna}))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private long rowsOf(UUID account) throws SQLException {
        long rows = 0;
        try (Connection connection = service.database.superuser()) {
            for (String table : tablesWithUserId(connection)) {
                ResultSet count = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT count(*) FROM interaction." + table + " WHERE user_id = '" + account + "'");
                count.next();
                rows += count.getLong(1);
            }
        }
        return rows;
    }

    private static Iterable<String> tablesWithUserId(Connection connection) throws SQLException {
        ResultSet tables = connection.createStatement().executeQuery("""
                SELECT string_agg(table_name, ',') FROM information_schema.columns
                WHERE table_schema = 'interaction' AND column_name = 'user_id'""");
        tables.next();
        return List.of(tables.getString(1).split(","));
    }
}
