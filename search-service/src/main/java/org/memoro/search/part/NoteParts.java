package org.memoro.search.part;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.memoro.search.document.Embedding;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The parts of notes in the index. */
@Repository
class NoteParts {
    private static final SqlFile FIND = SqlFile.load("search/part/find_note", "userId", "interactionId");
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

    /** Empty when the note is gone. */
    Mono<NoteText> find(UUID userId, UUID interactionId) {
        return of(FIND, userId, interactionId)
                .map(row -> new NoteText(
                        required(row, "notes", String.class),
                        List.of(required(row, "names", String[].class)),
                        List.of(required(row, "text_hashes", String[].class))))
                .one();
    }

    /** Forgets the parts of every text but the one with this hash. */
    Mono<Void> deleteOthers(UUID userId, UUID interactionId, String textHash) {
        return of(DELETE, userId, interactionId).bind("textHash", textHash).then();
    }

    /** Keeps what the parts mean, unless their model's are kept already. */
    Mono<Void> keep(UUID userId, UUID interactionId, NoteText note, List<Part> parts, List<Embedding> meanings) {
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

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
