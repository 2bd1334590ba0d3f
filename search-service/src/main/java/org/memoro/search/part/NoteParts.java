package org.memoro.search.part;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.memoro.search.document.Embedding;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The parts of notes in the index. */
@Repository
public class NoteParts {
    private static final SqlFile DELETE =
            SqlFile.load("search/part/delete_parts", "userId", "interactionId", "textHash");
    private static final SqlFile INSERT = SqlFile.load(
            "search/part/insert_parts",
            "userId",
            "interactionId",
            "model",
            "textHash",
            "ranked",
            "dimensions",
            "begins",
            "ends",
            "embeddings");

    private final DatabaseClient database;

    NoteParts(DatabaseClient database) {
        this.database = database;
    }

    /** Forgets the parts that the note no longer has, and keeps what its unread ones mean, in their order. */
    public Mono<Void> keep(UUID userId, UUID interactionId, NoteText note, List<Embedding> meanings) {
        Mono<Void> forget = deleteOthers(userId, interactionId, note.hash());
        return meanings.isEmpty() ? forget : forget.then(insert(userId, interactionId, note, meanings));
    }

    /** Forgets all parts of a note that is gone. */
    public Mono<Void> delete(UUID userId, UUID interactionId) {
        return deleteOthers(userId, interactionId, "");
    }

    private Mono<Void> deleteOthers(UUID userId, UUID interactionId, String textHash) {
        return of(DELETE, userId, interactionId).bind("textHash", textHash).then();
    }

    private Mono<Void> insert(UUID userId, UUID interactionId, NoteText note, List<Embedding> meanings) {
        List<Part> parts = note.parts();
        return of(INSERT, userId, interactionId)
                .bind("model", meanings.getFirst().model())
                .bind("textHash", note.hash())
                .bind("ranked", note.isFoundByParts())
                .bind("dimensions", meanings.getFirst().dimensions())
                .bind("begins", parts.stream().map(Part::begins).toArray(Integer[]::new))
                .bind("ends", parts.stream().map(Part::ends).toArray(Integer[]::new))
                .bind(
                        "embeddings",
                        meanings.stream()
                                .map(meaning -> Arrays.toString(meaning.values()))
                                .toArray(String[]::new))
                .then();
    }

    private GenericExecuteSpec of(SqlFile statement, UUID userId, UUID interactionId) {
        return statement.on(database).bind("userId", userId).bind("interactionId", interactionId);
    }
}
