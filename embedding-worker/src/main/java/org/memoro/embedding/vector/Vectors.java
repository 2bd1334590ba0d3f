package org.memoro.embedding.vector;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.memoro.embedding.VectorBytes;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The vectors of notes; those of several models may stand side by side. */
@Repository
public class Vectors {
    private static final SqlFile REPLACE = SqlFile.load(
            "enrichment/vector/replace_vector",
            "userId",
            "interactionId",
            "model",
            "version",
            "dimensions",
            "embedding",
            "textHash",
            "names",
            "now");
    private static final SqlFile FIND = SqlFile.load("enrichment/vector/find_vector", "userId", "interactionId");
    private static final SqlFile FIND_BY_MODEL =
            SqlFile.load("enrichment/vector/find_vector_by_model", "userId", "interactionId", "model");
    private static final SqlFile DELETE_OLDER =
            SqlFile.load("enrichment/vector/delete_older_vectors", "userId", "interactionId", "version");
    private static final SqlFile DELETE = SqlFile.load("enrichment/vector/delete_vectors", "userId", "interactionId");

    private final DatabaseClient database;

    Vectors(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a vector, in place of the same model's earlier one. */
    public Mono<Void> replace(UUID userId, UUID interactionId, PassageVector vector, Instant now) {
        return of(REPLACE, userId, interactionId)
                .bind("model", vector.model())
                .bind("version", vector.version())
                .bind("dimensions", vector.vector().length)
                .bind("embedding", VectorBytes.of(vector.vector()))
                .bind("textHash", vector.textHash())
                .bind("names", vector.names().toArray(String[]::new))
                .bind("now", now)
                .then();
    }

    /** The vector that was made last; empty while there is none. */
    public Mono<PassageVector> find(UUID userId, UUID interactionId) {
        return of(FIND, userId, interactionId).map(Vectors::vector).one();
    }

    Mono<PassageVector> find(UUID userId, UUID interactionId, String model) {
        return of(FIND_BY_MODEL, userId, interactionId)
                .bind("model", model)
                .map(Vectors::vector)
                .one();
    }

    /** Forgets the vectors of earlier versions. */
    public Mono<Void> deleteOlderThan(UUID userId, UUID interactionId, long version) {
        return of(DELETE_OLDER, userId, interactionId).bind("version", version).then();
    }

    /** Forgets all vectors of a note. */
    public Mono<Void> delete(UUID userId, UUID interactionId) {
        return of(DELETE, userId, interactionId).then();
    }

    private DatabaseClient.GenericExecuteSpec of(SqlFile statement, UUID userId, UUID interactionId) {
        return statement.on(database).bind("userId", userId).bind("interactionId", interactionId);
    }

    private static PassageVector vector(Readable row) {
        return new PassageVector(
                row.get("version", Long.class),
                row.get("model", String.class),
                VectorBytes.read(row.get("embedding", byte[].class)),
                row.get("text_hash", byte[].class),
                List.of(row.get("names", String[].class)));
    }
}
