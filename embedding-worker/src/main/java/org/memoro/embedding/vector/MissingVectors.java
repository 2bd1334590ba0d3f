package org.memoro.embedding.vector;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.memoro.sql.SqlValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The notes whose vector is missing, and when something is to be done about it. */
@Repository
public class MissingVectors {
    private static final SqlFile AWAIT = SqlFile.load(
            "enrichment/vector/await_vector",
            "userId",
            "interactionId",
            "version",
            "code",
            "attempts",
            "missingSince",
            "nextAttemptAt",
            "toldAttemptAt",
            "dueAt");
    private static final SqlFile LIST_DUE = SqlFile.load("enrichment/vector/list_due_missing_vectors", "now", "limit");
    private static final SqlFile CLAIM =
            SqlFile.load("enrichment/vector/claim_missing_vector", "userId", "interactionId", "now", "leasedUntil");
    private static final SqlFile STOP_AWAITING =
            SqlFile.load("enrichment/vector/stop_awaiting_vector", "userId", "interactionId", "version");

    private final DatabaseClient database;

    /** A note that waits, of whichever account. */
    public record Due(UUID userId, UUID interactionId) {}

    MissingVectors(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps what is missing, in place of what was missing before. */
    public Mono<Void> await(UUID userId, UUID interactionId, MissingVector missing, Instant dueAt) {
        return AWAIT.on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .bind("version", missing.version())
                .bind("code", missing.code())
                .bind("attempts", missing.attempts())
                .bind("missingSince", missing.since())
                .bind("nextAttemptAt", missing.nextAttemptAt())
                .bind("toldAttemptAt", SqlValues.orNull(Instant.class, missing.toldAttemptAt()))
                .bind("dueAt", dueAt)
                .then();
    }

    /** Which notes are due, over all accounts; only the relay role may ask. */
    public Flux<Due> due(Instant now, int limit) {
        return LIST_DUE.on(database)
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> new Due(row.get("user_id", UUID.class), row.get("interaction_id", UUID.class)))
                .all();
    }

    /** Takes a due note for as long as the lease lasts; empty when another replica was quicker. */
    public Mono<MissingVector> claim(Due due, Instant now, Instant leasedUntil) {
        return CLAIM.on(database)
                .bind("userId", due.userId())
                .bind("interactionId", due.interactionId())
                .bind("now", now)
                .bind("leasedUntil", leasedUntil)
                .map(MissingVectors::missing)
                .one();
    }

    /** The vector of this version, and of every earlier one, is no longer missing. */
    public Mono<Void> stopAwaiting(UUID userId, UUID interactionId, long version) {
        return STOP_AWAITING
                .on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .bind("version", version)
                .then();
    }

    private static MissingVector missing(Readable row) {
        return new MissingVector(
                row.get("version", Long.class),
                row.get("code", String.class),
                row.get("attempts", Integer.class),
                row.get("missing_since", Instant.class),
                row.get("next_attempt_at", Instant.class),
                row.get("told_attempt_at", Instant.class));
    }
}
