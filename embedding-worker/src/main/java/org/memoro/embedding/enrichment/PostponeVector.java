package org.memoro.embedding.enrichment;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.memoro.embedding.note.EnrichedNotes;
import org.memoro.embedding.vector.MissingVector;
import org.memoro.embedding.vector.MissingVectors;
import org.memoro.embedding.vector.MissingVectors.Due;
import org.memoro.embedding.vector.Vectors;
import org.memoro.events.EnrichmentFailed;
import org.memoro.outbox.Outbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts a missing vector off to its next attempt, and says so once its note has waited too long without any vector. */
@Component
class PostponeVector {
    private final EnrichedNotes notes;
    private final Vectors vectors;
    private final MissingVectors missingVectors;
    private final AttemptTimes times;
    private final Outbox outbox;
    private final TenantTransactions transactions;
    private final Clock clock;

    PostponeVector(
            EnrichedNotes notes,
            Vectors vectors,
            MissingVectors missingVectors,
            AttemptTimes times,
            Outbox outbox,
            TenantTransactions transactions,
            Clock clock) {
        this.notes = notes;
        this.vectors = vectors;
        this.missingVectors = missingVectors;
        this.times = times;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<Void> postpone(Due due, MissingVector missing) {
        UUID account = due.userId();
        Mono<Void> postponing = notes.isCurrent(account, due.interactionId(), missing.version())
                .filter(current -> current)
                .flatMap(current -> hasVector(due, missing))
                .flatMap(hasVector -> wait(due, missing, hasVector));
        return transactions.inTransaction(account, postponing);
    }

    /** An older name in front of the note makes its vector a little worse, not missing. */
    private Mono<Boolean> hasVector(Due due, MissingVector missing) {
        return vectors.find(due.userId(), due.interactionId())
                .filter(vector -> vector.version() == missing.version())
                .hasElement();
    }

    private Mono<Void> wait(Due due, MissingVector missing, boolean hasVector) {
        Instant now = clock.instant();
        boolean tells = !hasVector && missing.isToBeTold(times.failedAt(missing), now);
        MissingVector next = tells ? missing.told() : missing;
        Mono<Void> waiting =
                missingVectors.await(due.userId(), due.interactionId(), next, times.due(next, !hasVector, now));
        return tells ? waiting.then(outbox.append(failure(due, next))) : waiting;
    }

    private static EnrichmentFailed failure(Due due, MissingVector missing) {
        return EnrichmentFailed.of(
                due.userId(), due.interactionId(), missing.version(), missing.code(), missing.nextAttemptAt());
    }
}
