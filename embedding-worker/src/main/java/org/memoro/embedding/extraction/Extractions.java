package org.memoro.embedding.extraction;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.memoro.languagemodels.Extraction;
import org.memoro.sql.SqlFile;
import org.memoro.sql.SqlValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What was read out of each note, in its latest version. */
@Repository
public class Extractions {
    private static final SqlFile REPLACE = SqlFile.load(
            "enrichment/extraction/replace_extraction",
            "userId",
            "interactionId",
            "version",
            "provider",
            "model",
            "engine",
            "facts",
            "inputTokens",
            "outputTokens",
            "cost",
            "now");
    private static final SqlFile FIND =
            SqlFile.load("enrichment/extraction/find_extraction", "userId", "interactionId");
    private static final SqlFile DELETE =
            SqlFile.load("enrichment/extraction/delete_extraction", "userId", "interactionId");

    private final DatabaseClient database;

    Extractions(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps what was read, in place of what was there. */
    public Mono<Void> replace(UUID userId, UUID interactionId, long version, ReadFacts facts, Instant now) {
        return REPLACE.on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .bind("version", version)
                .bind("provider", facts.provider())
                .bind("model", facts.model())
                .bind("engine", facts.engine())
                .bind("facts", ExtractionJson.write(facts.extraction()))
                .bind("inputTokens", facts.usage().inputTokens())
                .bind("outputTokens", facts.usage().outputTokens())
                .bind("cost", SqlValues.orNull(BigDecimal.class, facts.usage().cost()))
                .bind("now", now)
                .then();
    }

    /** What was read out of a note; empty when nothing was. */
    public Mono<KeptExtraction> find(UUID userId, UUID interactionId) {
        return FIND.on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .map(Extractions::kept)
                .one();
    }

    /** Forgets what was read out of a note. */
    public Mono<Void> delete(UUID userId, UUID interactionId) {
        return DELETE.on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .then();
    }

    private static KeptExtraction kept(Readable row) {
        Extraction extraction = ExtractionJson.read(row.get("facts", String.class));
        return new KeptExtraction(
                row.get("version", Long.class),
                row.get("provider", String.class),
                row.get("model", String.class),
                row.get("engine", String.class),
                extraction);
    }
}
