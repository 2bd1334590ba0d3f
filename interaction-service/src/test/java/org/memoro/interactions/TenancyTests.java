package org.memoro.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.memoro.interactions.Author.uuid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TenancyTests {
    private final RunningService service = RunningService.shared();

    @Test
    void theServiceSeesNoNoteWithoutSayingWhose() throws SQLException {
        Author.of(service).writes("Private tea");

        try (Connection connection = service.database.app("interaction");
                Statement statement = connection.createStatement()) {
            assertThat(count(statement, "SELECT count(*) FROM interaction")).isZero();
            assertThat(count(statement, "SELECT count(*) FROM participant")).isZero();
        }
    }

    @Test
    void theServiceCannotWriteIntoAnotherAccount() throws SQLException {
        Author author = Author.of(service);
        JsonNode note = author.writes("Private tea", Map.of("contactIds", new UUID[] {author.knows("Anna")}));

        try (Connection connection = service.database.app("interaction");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('app.user_id', '" + UUID.randomUUID() + "', false)");
            assertThat(statement.executeUpdate("UPDATE interaction SET notes = 'x' WHERE id = '" + uuid(note) + "'"))
                    .isZero();
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE participant SET user_id = '" + author.account
                            + "'; INSERT INTO participant SELECT '" + author.account + "', '" + uuid(note)
                            + "', gen_random_uuid(), gen_random_uuid(), 'x', 'typed', 'participant', 'known', 1"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void theJobsOverAllAccountsSeeNoText() throws SQLException {
        try (Connection connection = service.database.app("interaction");
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE interaction_relay");
            assertThatThrownBy(() -> statement.executeQuery("SELECT notes FROM interaction"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.executeQuery("SELECT display_name FROM participant"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static long count(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
