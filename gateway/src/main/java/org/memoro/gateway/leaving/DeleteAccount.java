package org.memoro.gateway.leaving;

import java.time.Duration;
import java.util.UUID;
import org.memoro.events.AccountDeleted;
import org.memoro.outbox.Erasure;
import org.memoro.outbox.Outbox;
import org.memoro.tenancy.AccountErased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Deletes an account with its sessions, tokens and trail in one transaction, whose only trace is the event that tells every
 * other service to do the same.
 */
@Service
class DeleteAccount {
    private static final Logger log = LoggerFactory.getLogger(DeleteAccount.class);
    /** A transaction of the account that runs too long is waited for once more; nobody begins one meanwhile for long. */
    private static final Retry WHEN_OTHERS_ARE_DONE =
            Retry.backoff(2, Duration.ofMillis(100)).filter(TransientDataAccessException.class::isInstance);

    private final Erasure erasure;
    private final Outbox outbox;

    DeleteAccount(Erasure erasure, Outbox outbox) {
        this.erasure = erasure;
        this.outbox = outbox;
    }

    /** Doing it twice at the same time does it once. */
    Mono<Void> of(UUID accountId) {
        return erasure.of(accountId, Mono.defer(() -> outbox.append(AccountDeleted.of(accountId))))
                .retryWhen(WHEN_OTHERS_ARE_DONE)
                .onErrorResume(AccountErased.class, done -> Mono.empty())
                .doOnSuccess(done -> log.info("An account was deleted"));
    }
}
