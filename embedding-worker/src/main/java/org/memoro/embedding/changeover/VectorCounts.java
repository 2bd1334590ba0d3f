package org.memoro.embedding.changeover;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far each model has come with an account's notes. */
@Repository
class VectorCounts {
    private static final SqlFile BY_MODEL = SqlFile.load("enrichment/changeover/count_vectors_by_model", "userId");
    private static final SqlFile NOTES = SqlFile.load("enrichment/changeover/count_notes", "userId");
    private static final SqlFile AWAIT =
            SqlFile.load("enrichment/changeover/await_vectors_of_model", "userId", "model", "code", "now");
    private static final SqlFile LIST_ACCOUNTS = SqlFile.load("enrichment/changeover/list_accounts");

    /** Why a vector is missing that nobody has tried to make yet. */
    private static final String CODE = "model-changed";

    private final DatabaseClient database;

    VectorCounts(DatabaseClient database) {
        this.database = database;
    }

    /** The number of vectors by model; no entry for a model without any. */
    Mono<Map<String, Long>> byModel(UUID userId) {
        return BY_MODEL.on(database)
                .bind("userId", userId)
                .map(row -> Map.entry(row.get("model", String.class), row.get("vectors", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Long> notes(UUID userId) {
        return NOTES.on(database).bind("userId", userId).mapValue(Long.class).one();
    }

    /** Has every note waited for that the model has no vector of; emits how many were not waited for before. */
    Mono<Long> await(UUID userId, String model, Instant now) {
        return AWAIT.on(database)
                .bind("userId", userId)
                .bind("model", model)
                .bind("code", CODE)
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    /** All accounts with notes; only the relay role may ask. */
    Flux<UUID> accounts() {
        return LIST_ACCOUNTS.on(database).mapValue(UUID.class).all();
    }
}
