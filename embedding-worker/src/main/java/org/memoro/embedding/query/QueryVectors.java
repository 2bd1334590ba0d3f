package org.memoro.embedding.query;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.embedding.VectorBytes;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Vectors the provider made of search texts, by the hash of model and text, for each account its own. */
@Repository
class QueryVectors {
    private static final SqlFile FIND =
            SqlFile.load("enrichment/query/find_cached_query_vector", "userId", "inputHash");
    private static final SqlFile CACHE =
            SqlFile.load("enrichment/query/cache_query_vector", "userId", "inputHash", "embedding", "now");
    private static final SqlFile DELETE_STALE =
            SqlFile.load("enrichment/query/delete_stale_query_vectors", "userId", "olderThan");

    private final DatabaseClient database;
    private final EmbeddingWorkerProperties properties;
    private final Clock clock;

    QueryVectors(DatabaseClient database, EmbeddingWorkerProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    Mono<float[]> find(UUID userId, byte[] inputHash) {
        return FIND.on(database)
                .bind("userId", userId)
                .bind("inputHash", inputHash)
                .mapValue(byte[].class)
                .one()
                .map(VectorBytes::read);
    }

    /** Keeps a vector, and lets go of those that are too old to come in useful. */
    Mono<Void> put(UUID userId, byte[] inputHash, float[] vector) {
        Instant now = clock.instant();
        return DELETE_STALE
                .on(database)
                .bind("userId", userId)
                .bind("olderThan", now.minus(properties.embeddingWorker().keepCached()))
                .then()
                .then(CACHE.on(database)
                        .bind("userId", userId)
                        .bind("inputHash", inputHash)
                        .bind("embedding", VectorBytes.of(vector))
                        .bind("now", now)
                        .then());
    }
}
