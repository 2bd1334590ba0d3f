package org.memoro.embedding.spending;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.ModelUsage;
import org.memoro.sql.SqlFile;
import org.memoro.sql.SqlValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Each call to the provider with what it cost, and those that are under way with what they may cost. */
@Repository
class ProviderCalls {
    /** Longer than any call may take; what is still open then ended with its process. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    /** A year and a month: enough to check any bill. */
    private static final Duration KEPT = Duration.ofDays(396);

    private static final SqlFile OPEN = SqlFile.load(
            "enrichment/spending/open_call", "userId", "id", "month", "cost", "budget", "now", "stillRunning");
    private static final SqlFile DELETE = SqlFile.load("enrichment/spending/delete_call", "userId", "id");
    private static final SqlFile DELETE_OLD =
            SqlFile.load("enrichment/spending/delete_old_calls", "userId", "olderThan", "stillRunning");
    private static final SqlFile KEEP = SqlFile.load(
            "enrichment/spending/keep_call",
            "userId",
            "id",
            "purpose",
            "now",
            "model",
            "engine",
            "inputTokens",
            "outputTokens",
            "cost");

    private final DatabaseClient database;

    ProviderCalls(DatabaseClient database) {
        this.database = database;
    }

    /** The id of the call, or empty when the month's budget is used up; its month has to be locked. */
    Mono<UUID> open(UUID userId, UUID id, LocalDate month, BigDecimal cost, BigDecimal budget, Instant now) {
        return OPEN.on(database)
                .bind("userId", userId)
                .bind("id", id)
                .bind("month", month)
                .bind("cost", cost)
                .bind("budget", budget)
                .bind("now", now)
                .bind("stillRunning", now.minus(LONGEST_CALL))
                .mapValue(UUID.class)
                .one();
    }

    Mono<Void> delete(UUID userId, UUID id) {
        return DELETE.on(database).bind("userId", userId).bind("id", id).then();
    }

    /** Keeps an answered call, and lets go of those that are too old to be asked about. */
    Mono<Void> keep(
            UUID userId,
            UUID id,
            Purpose purpose,
            @Nullable String engine,
            ModelUsage usage,
            BigDecimal cost,
            Instant now) {
        return KEEP.on(database)
                .bind("userId", userId)
                .bind("id", id)
                .bind("purpose", purpose.word())
                .bind("now", now)
                .bind("model", usage.model())
                .bind("engine", SqlValues.orNull(String.class, engine))
                .bind("inputTokens", usage.inputTokens())
                .bind("outputTokens", usage.outputTokens())
                .bind("cost", cost)
                .then()
                .then(deleteOld(userId, now));
    }

    private Mono<Void> deleteOld(UUID userId, Instant now) {
        return DELETE_OLD
                .on(database)
                .bind("userId", userId)
                .bind("olderThan", now.minus(KEPT))
                .bind("stillRunning", now.minus(LONGEST_CALL))
                .then();
    }
}
