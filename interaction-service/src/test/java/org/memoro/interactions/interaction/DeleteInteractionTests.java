package org.memoro.interactions.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.interactions.Author.body;
import static org.memoro.interactions.Author.id;
import static org.memoro.interactions.Author.uuid;
import static org.memoro.interactions.Author.version;
import static org.memoro.interactions.Problems.expectProblem;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.events.InteractionDeleted;
import org.memoro.events.InteractionRecorded;
import org.memoro.interactions.Author;
import org.memoro.interactions.RunningService;
import tools.jackson.databind.JsonNode;

class DeleteInteractionTests {
    private final RunningService service = RunningService.shared();
    private final Author author = Author.of(service);

    @Test
    void leavesATombstoneThatNobodySees() {
        JsonNode note = author.writes("Tea");

        author.deletes(note).expectStatus().isNoContent();

        expectProblem(
                author.client().get().uri(Author.NOTES + "/" + id(note)).exchange(), 404, "interaction-not-found");
        expectProblem(author.patches(note, "{\"notes\":\"Coffee\"}"), 404, "interaction-not-found");
        expectProblem(author.deletes(note), 404, "interaction-not-found");
        assertThat(author.lists("").get("items").size()).isZero();
        assertThat(author.caused(InteractionDeleted.class, 1))
                .first()
                .extracting(InteractionDeleted::version)
                .isEqualTo(2L);
    }

    @Test
    void isRefusedWhenTheVersionIsStale() {
        JsonNode note = author.writes("Tea");

        expectProblem(
                author.client()
                        .delete()
                        .uri(Author.NOTES + "/" + id(note))
                        .header("If-Match", "\"7\"")
                        .exchange(),
                412,
                "stale-version");
    }

    @Test
    void canBeUndone() {
        JsonNode note = author.writes("Tea");
        author.deletes(note);

        JsonNode restored = body(author.restores(note).expectStatus().isOk());

        assertThat(restored.get("notes").asString()).isEqualTo("Tea");
        assertThat(version(restored)).isEqualTo(3);
        assertThat(author.reads(note)).isEqualTo(restored);
        assertThat(author.caused(InteractionRecorded.class, 2).getLast().version())
                .isEqualTo(3);
    }

    @Test
    void leavesALivingNoteAloneWhenRestored() {
        JsonNode note = author.writes("Tea");

        assertThat(body(author.restores(note).expectStatus().isOk())).isEqualTo(note);
    }

    @Test
    void cannotBeUndoneAfterThirtyDaysAndLosesTheTextThen() throws SQLException {
        JsonNode old = author.writes("Old tea", Map.of("contactIds", new UUID[] {author.knows("Anna")}));
        JsonNode recent = author.writes("Recent tea");
        author.deletes(old);
        author.deletes(recent);
        deletedDaysAgo(old, 31);
        deletedDaysAgo(recent, 29);

        service.bean(PurgeDeleted.class).run().block();

        expectProblem(author.restores(old), 404, "interaction-not-found");
        assertThat(kept("SELECT notes FROM interaction.interaction WHERE id = ?", old))
                .isEmpty();
        assertThat(kept("SELECT count(*) FROM interaction.participant WHERE interaction_id = ?", old))
                .isEqualTo("0");
        author.restores(recent).expectStatus().isOk();
    }

    @Test
    void knowsNoOtherPersonsNote() {
        JsonNode note = Author.of(service).writes("Private tea");

        expectProblem(author.deletes(note), 404, "interaction-not-found");
        expectProblem(author.restores(note), 404, "interaction-not-found");
    }

    private void deletedDaysAgo(JsonNode note, int days) throws SQLException {
        try (Connection connection = service.database.superuser();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE interaction.interaction SET deleted_at = now() - make_interval(days => ?) WHERE id = ?")) {
            update.setInt(1, days);
            update.setObject(2, uuid(note));
            update.executeUpdate();
        }
    }

    private String kept(String sql, JsonNode note) throws SQLException {
        try (Connection connection = service.database.superuser();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, uuid(note));
            ResultSet row = query.executeQuery();
            row.next();
            return row.getString(1);
        }
    }
}
