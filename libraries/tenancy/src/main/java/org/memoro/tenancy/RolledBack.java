package org.memoro.tenancy;

import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.Set;
import org.springframework.dao.PessimisticLockingFailureException;
import reactor.util.retry.Retry;

/** PostgreSQL gave a transaction up for the sake of another one: nothing of it happened, and it may well succeed now. */
public final class RolledBack extends PessimisticLockingFailureException {
    private static final long serialVersionUID = 1;

    /** serialization_failure and deadlock_detected; the driver tells neither from a fault of the statement. */
    private static final Set<String> STATES = Set.of("40001", "40P01");

    /** The other one has won by then; three times, since a busy account may lose more than once, and in under a second. */
    private static final Retry AGAIN = Retry.backoff(3, Duration.ofMillis(20))
            .maxBackoff(Duration.ofMillis(200))
            .jitter(0.5)
            .filter(RolledBack.class::isInstance)
            .onRetryExhaustedThrow((attempts, last) -> last.failure());

    RolledBack(Throwable cause) {
        super("the transaction was rolled back for another one", cause);
    }

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException refusal && STATES.contains(refusal.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    static Retry again() {
        return AGAIN;
    }
}
