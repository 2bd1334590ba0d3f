package org.memoro.embedding.enrichment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.embedding.EmbeddingWorkerProperties.EmbeddingWorker;
import org.memoro.embedding.engine.ProviderUnavailable;
import org.memoro.embedding.spending.Budget;
import org.memoro.embedding.vector.MissingVector;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** When a missing vector is asked for again, and when its absence is worth saying. */
@Component
class AttemptTimes {
    /** A budget may be raised before the month ends; looking costs one query, so an hour is often enough. */
    private static final Duration BUDGET_LOOK = Duration.ofHours(1);

    /** Doubling beyond this would overflow, and is above every cap anyway. */
    private static final int MOST_DOUBLINGS = 20;

    private final EmbeddingWorker settings;
    private final Supplier<Instant> budgetRenewedAt;

    @Autowired
    AttemptTimes(EmbeddingWorkerProperties properties, Budget budget) {
        this(properties, budget::renewedAt);
    }

    AttemptTimes(EmbeddingWorkerProperties properties, Supplier<Instant> budgetRenewedAt) {
        this.settings = properties.embeddingWorker();
        this.budgetRenewedAt = budgetRenewedAt;
    }

    /** When to ask again after so many attempts in vain. */
    Instant next(int attempts, ProviderUnavailable failure, Instant now) {
        if (failure.isBudgetExhausted()) {
            return budgetRenewedAt.get();
        }
        Duration pause = jittered(longer(doubled(attempts), failure.retryAfter()));
        return now.plus(shorter(pause, settings.longestRetry())).truncatedTo(ChronoUnit.MILLIS);
    }

    /** When the job has to look at it: to ask again, or to say that it failed, whichever comes first. */
    Instant due(MissingVector missing, boolean isWorthSaying, Instant now) {
        Instant attempt = earlier(missing.nextAttemptAt(), now.plus(BUDGET_LOOK));
        boolean said = missing.nextAttemptAt().equals(missing.toldAttemptAt());
        return isWorthSaying && !said ? earlier(attempt, failedAt(missing)) : attempt;
    }

    /** From when on the note is said to have failed. */
    Instant failedAt(MissingVector missing) {
        return missing.since().plus(settings.failedAfter());
    }

    private Duration doubled(int attempts) {
        return settings.firstRetry().multipliedBy(1L << Math.clamp(attempts - 1, 0, MOST_DOUBLINGS));
    }

    /** Up to a quarter later, never earlier than asked, so that the notes of an outage do not all come at once. */
    private static Duration jittered(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1));
    }

    private static Duration longer(Duration one, @Nullable Duration two) {
        return two == null || one.compareTo(two) > 0 ? one : two;
    }

    private static Duration shorter(Duration one, Duration two) {
        return one.compareTo(two) < 0 ? one : two;
    }

    private static Instant earlier(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }
}
