package org.memoro.embedding.extraction;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.embedding.note.Note;
import org.memoro.languagemodels.ModelUsage;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The provider's answers by the hash of their complete input, for each account its own. */
@Repository
public class ExtractionCache {
    private static final SqlFile FIND =
            SqlFile.load("enrichment/extraction/find_cached_extraction", "userId", "inputHash");
    private static final SqlFile CACHE = SqlFile.load(
            "enrichment/extraction/cache_extraction",
            "userId",
            "inputHash",
            "interactionId",
            "version",
            "provider",
            "model",
            "engine",
            "facts",
            "now");
    private static final SqlFile DELETE_STALE =
            SqlFile.load("enrichment/extraction/delete_stale_cached_extractions", "userId", "olderThan");
    private static final SqlFile DELETE_OF_NOTE =
            SqlFile.load("enrichment/extraction/delete_cached_extractions_of_note", "userId", "interactionId");

    private final DatabaseClient database;
    private final EmbeddingWorkerProperties properties;
    private final Clock clock;

    ExtractionCache(DatabaseClient database, EmbeddingWorkerProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    Mono<ReadFacts> find(UUID userId, byte[] inputHash) {
        return FIND.on(database)
                .bind("userId", userId)
                .bind("inputHash", inputHash)
                .map(ExtractionCache::facts)
                .one();
    }

    /** Keeps an answer, and lets go of those that are too old to come in useful. */
    Mono<Void> put(UUID userId, byte[] inputHash, Note askedBy, ReadFacts facts) {
        Instant now = clock.instant();
        return deleteOlderThan(userId, now.minus(properties.embeddingWorker().keepCached()))
                .then(CACHE.on(database)
                        .bind("userId", userId)
                        .bind("inputHash", inputHash)
                        .bind("interactionId", askedBy.id())
                        .bind("version", askedBy.version())
                        .bind("provider", facts.provider())
                        .bind("model", facts.model())
                        .bind("engine", facts.engine())
                        .bind("facts", ExtractionJson.write(facts.extraction()))
                        .bind("now", now)
                        .then());
    }

    /** Forgets the answers a note asked for. */
    public Mono<Void> deleteOf(UUID userId, UUID interactionId) {
        return DELETE_OF_NOTE
                .on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .then();
    }

    private Mono<Void> deleteOlderThan(UUID userId, Instant moment) {
        return DELETE_STALE
                .on(database)
                .bind("userId", userId)
                .bind("olderThan", moment)
                .then();
    }

    private static ReadFacts facts(Readable row) {
        String model = row.get("model", String.class);
        return new ReadFacts(
                row.get("provider", String.class),
                model,
                row.get("engine", String.class),
                ExtractionJson.read(row.get("facts", String.class)),
                ModelUsage.free(model));
    }
}
