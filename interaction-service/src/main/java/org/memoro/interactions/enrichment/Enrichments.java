package org.memoro.interactions.enrichment;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The columns of notes that say how far they are understood. */
@Component
class Enrichments {
    private static final SqlFile FIND_CURRENT =
            SqlFile.load("interaction/enrichment/find_current", "userId", "id", "version");
    private static final SqlFile LOCK_DETAILS =
            SqlFile.load("interaction/enrichment/lock_details", "userId", "id", "version");
    private static final SqlFile MARK_FACTS_APPLIED = SqlFile.load(
            "interaction/enrichment/mark_facts_applied",
            "userId",
            "id",
            "occurredOn",
            "occurredOnSource",
            "location",
            "locationSource",
            "provider",
            "model",
            "changed");
    private static final SqlFile MARK_ENRICHED = SqlFile.load(
            "interaction/enrichment/mark_enriched",
            "userId",
            "id",
            "version",
            "provider",
            "model",
            "complete",
            "enrichmentOff");
    private static final SqlFile MARK_FAILED =
            SqlFile.load("interaction/enrichment/mark_failed", "userId", "id", "version", "code", "nextAttemptAt");
    private static final SqlFile MARK_SEARCHABLE =
            SqlFile.load("interaction/enrichment/mark_searchable", "userId", "id", "version");
    private static final SqlFile MARK_TRIED_AGAIN =
            SqlFile.load("interaction/enrichment/mark_tried_again", "userId", "id", "enrichmentOff");

    private final DatabaseClient database;

    Enrichments(DatabaseClient database) {
        this.database = database;
    }

    /** The note's state, or nothing when this version is past or the note is deleted. */
    Mono<EnrichmentChange> findCurrent(UUID userId, UUID id, long version) {
        return of(FIND_CURRENT, userId, id, version).map(EnrichmentChange::of).one();
    }

    /** Holds the note until the transaction ends; nothing when this version is past or the note is deleted. */
    Mono<NoteDetails> lockDetails(UUID userId, UUID id, long version) {
        return of(LOCK_DETAILS, userId, id, version).map(NoteDetails::of).one();
    }

    Mono<Void> markFactsApplied(UUID userId, UUID id, NoteDetails details, Engine engine, boolean changed) {
        return MARK_FACTS_APPLIED
                .on(database)
                .bind("userId", userId)
                .bind("id", id)
                .bind("occurredOn", details.occurredOn())
                .bind("occurredOnSource", details.occurredOnSource())
                .bind("location", Parameters.in(R2dbcType.VARCHAR, details.location()))
                .bind("locationSource", Parameters.in(R2dbcType.VARCHAR, details.locationSource()))
                .bind("provider", Parameters.in(R2dbcType.VARCHAR, engine.provider()))
                .bind("model", Parameters.in(R2dbcType.VARCHAR, engine.model()))
                .bind("changed", changed)
                .then();
    }

    Mono<Void> markEnriched(UUID userId, UUID id, long version, Engine engine, boolean complete, boolean off) {
        return of(MARK_ENRICHED, userId, id, version)
                .bind("provider", Parameters.in(R2dbcType.VARCHAR, engine.provider()))
                .bind("model", Parameters.in(R2dbcType.VARCHAR, engine.model()))
                .bind("complete", complete)
                .bind("enrichmentOff", off)
                .then();
    }

    Mono<Void> markFailed(UUID userId, UUID id, long version, String code, Instant nextAttemptAt) {
        return of(MARK_FAILED, userId, id, version)
                .bind("code", code)
                .bind("nextAttemptAt", nextAttemptAt)
                .then();
    }

    Mono<Void> markSearchable(UUID userId, UUID id, long version) {
        return of(MARK_SEARCHABLE, userId, id, version).then();
    }

    /** The note's new state; nothing when there is no such note. */
    Mono<EnrichmentChange> markTriedAgain(UUID userId, UUID id, boolean off) {
        return MARK_TRIED_AGAIN
                .on(database)
                .bind("userId", userId)
                .bind("id", id)
                .bind("enrichmentOff", off)
                .map(EnrichmentChange::of)
                .one();
    }

    private DatabaseClient.GenericExecuteSpec of(SqlFile statement, UUID userId, UUID id, long version) {
        return statement.on(database).bind("userId", userId).bind("id", id).bind("version", version);
    }
}
