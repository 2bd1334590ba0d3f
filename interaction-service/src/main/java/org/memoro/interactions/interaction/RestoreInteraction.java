package org.memoro.interactions.interaction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.memoro.events.InteractionRecorded;
import org.memoro.interactions.InteractionProblem;
import org.memoro.interactions.InteractionServiceProperties;
import org.memoro.internaltokens.Caller;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.outbox.Outbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings a deleted note back, as a new version that is understood anew. */
@Component
class RestoreInteraction {
    private final Interactions interactions;
    private final ReadInteractions read;
    private final TenantTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;
    private final InteractionServiceProperties properties;

    RestoreInteraction(
            Interactions interactions,
            ReadInteractions read,
            TenantTransactions transactions,
            Outbox outbox,
            Clock clock,
            InteractionServiceProperties properties) {
        this.interactions = interactions;
        this.read = read;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
        this.properties = properties;
    }

    /** A note that is not deleted stays as it is. */
    Mono<InteractionResponse> run(Caller caller, UUID id) {
        UUID userId = caller.accountId();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Mono<InteractionResponse> restored = interactions
                .lock(userId, id)
                .filter(note -> canComeBack(note, now))
                .switchIfEmpty(Mono.error(InteractionProblem::notFound))
                .flatMap(note -> note.isDeleted() ? restore(caller, note, now) : Mono.just(note))
                .flatMap(note -> read.withParticipants(userId, note));
        return transactions.inTransaction(userId, restored);
    }

    private boolean canComeBack(Interaction note, Instant now) {
        Instant deletedAt = note.deletedAt();
        return deletedAt == null || deletedAt.plus(properties.keepDeleted()).isAfter(now);
    }

    private Mono<Interaction> restore(Caller caller, Interaction note, Instant now) {
        UUID userId = caller.accountId();
        return interactions
                .update(userId, note.id(), note.content(), caller.enrichment() == EnrichmentMode.OFF, now)
                .delayUntil(back -> outbox.append(InteractionRecorded.of(userId, back.id(), back.version(), false)));
    }
}
