package org.memoro.interactions.interaction;

import java.time.Clock;
import java.time.Instant;
import org.memoro.interactions.InteractionServiceProperties;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes the text of notes that were deleted too long ago to come back. */
@Component
public class PurgeDeleted {
    private static final int PER_ROUND = 1_000;

    private final Interactions interactions;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final InteractionServiceProperties properties;

    PurgeDeleted(
            Interactions interactions,
            TenantTransactions transactions,
            Clock clock,
            InteractionServiceProperties properties) {
        this.interactions = interactions;
        this.transactions = transactions;
        this.clock = clock;
        this.properties = properties;
    }

    /** One round over the accounts that have such notes. */
    public Mono<Void> run() {
        return Mono.defer(() -> purge(clock.instant()));
    }

    private Mono<Void> purge(Instant now) {
        Instant before = now.minus(properties.keepDeleted());
        return transactions
                .asRelay(interactions.accountsToPurge(before, PER_ROUND))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(userId -> transactions.inTransaction(userId, interactions.purge(userId, before, now)))
                .then();
    }
}
