package org.memoro.embedding.vector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vector the provider still owes us.
 *
 * @param code why it is missing
 * @param attempts how often the provider was asked
 * @param since when it was first missed
 * @param nextAttemptAt when the provider is asked again
 * @param toldAttemptAt the next attempt that was announced last; null while nothing was said
 */
public record MissingVector(
        long version,
        String code,
        int attempts,
        Instant since,
        Instant nextAttemptAt,
        @Nullable Instant toldAttemptAt) {

    /** Whether its note should be said to have failed, and has not been with this next attempt. */
    public boolean isToBeTold(Instant failedAt, Instant now) {
        return !now.isBefore(failedAt) && !nextAttemptAt.equals(toldAttemptAt);
    }

    /** The same after another attempt in vain. */
    public MissingVector afterAttempt(String why, Instant next) {
        return new MissingVector(version, why, attempts + 1, since, next, toldAttemptAt);
    }

    /** The same after it was said. */
    public MissingVector told() {
        return new MissingVector(version, code, attempts, since, nextAttemptAt, nextAttemptAt);
    }
}
