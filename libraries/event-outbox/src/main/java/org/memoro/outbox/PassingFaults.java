package org.memoro.outbox;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;

/** Tells faults of the surroundings, which pass, from faults of a record, which stay. */
final class PassingFaults {
    private static final Set<Class<? extends Throwable>> KINDS = Set.of(
            IOException.class,
            TimeoutException.class,
            InterruptedException.class,
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            NonTransientDataAccessResourceException.class,
            CannotCreateTransactionException.class,
            TransactionSystemException.class,
            R2dbcTransientException.class,
            R2dbcNonTransientResourceException.class,
            RetriableException.class);

    private static final Set<Integer> NOT_NOW = Set.of(429, 502, 503, 504);

    private PassingFaults() {}

    /** True when the fault, or what caused it, lies outside the record and will pass. */
    static boolean isPassing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (isOfPassingKind(cause) || isRefusalForNow(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfPassingKind(Throwable cause) {
        return KINDS.stream().anyMatch(kind -> kind.isInstance(cause));
    }

    /** Another service that says "not now", in Spring's own words for it. */
    private static boolean isRefusalForNow(Throwable cause) {
        return cause instanceof ErrorResponse answer
                && NOT_NOW.contains(answer.getStatusCode().value());
    }
}
