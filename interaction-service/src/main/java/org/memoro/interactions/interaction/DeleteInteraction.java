package org.memoro.interactions.interaction;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Etags;
import org.memoro.events.InteractionDeleted;
import org.memoro.interactions.InteractionProblem;
import org.memoro.outbox.Outbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Turns a note into a tombstone. */
@Component
class DeleteInteraction {
    private final Interactions interactions;
    private final TenantTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    DeleteInteraction(Interactions interactions, TenantTransactions transactions, Outbox outbox, Clock clock) {
        this.interactions = interactions;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Void> run(UUID userId, UUID id, @Nullable String ifMatch) {
        Mono<Void> delete = interactions
                .lock(userId, id)
                .filter(current -> !current.isDeleted())
                .switchIfEmpty(Mono.error(InteractionProblem::notFound))
                .doOnNext(current -> Etags.requireMatch(ifMatch, current.version()))
                .flatMap(current ->
                        interactions.delete(userId, id, clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .flatMap(version -> outbox.append(InteractionDeleted.of(userId, id, version)));
        return transactions.inTransaction(userId, delete);
    }
}
