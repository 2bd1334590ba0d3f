package org.memoro.embedding.enrichment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.memoro.embedding.engine.ProviderUnavailable;
import org.memoro.embedding.note.Note;
import org.memoro.embedding.note.ReadNote;
import org.memoro.embedding.vector.MissingVector;
import org.memoro.embedding.vector.MissingVectors;
import org.memoro.embedding.vector.MissingVectors.Due;
import org.memoro.embedding.vector.PassageVector;
import org.memoro.embedding.vector.Vectors;
import org.memoro.tenancy.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks again for the vectors the provider still owes, and has it said which notes have waited too long. */
@Component
class RetryMissingVectors {
    private static final Logger log = LoggerFactory.getLogger(RetryMissingVectors.class);

    /** As many as can be done well within the lease, even when each runs into its time-out. */
    private static final int AT_A_TIME = 20;

    private static final int SIDE_BY_SIDE = 2;

    /** Longer than an attempt with all its time-outs; a replica that dies gives its notes back after this. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final ReadNote readNote;
    private final EmbedAgain embedAgain;
    private final KeepUnderstanding keepUnderstanding;
    private final PostponeVector postponeVector;
    private final MissingVectors missingVectors;
    private final Vectors vectors;
    private final AttemptTimes times;
    private final TenantTransactions transactions;
    private final Clock clock;

    RetryMissingVectors(
            ReadNote readNote,
            EmbedAgain embedAgain,
            KeepUnderstanding keepUnderstanding,
            PostponeVector postponeVector,
            MissingVectors missingVectors,
            Vectors vectors,
            AttemptTimes times,
            TenantTransactions transactions,
            Clock clock) {
        this.readNote = readNote;
        this.embedAgain = embedAgain;
        this.keepUnderstanding = keepUnderstanding;
        this.postponeVector = postponeVector;
        this.missingVectors = missingVectors;
        this.vectors = vectors;
        this.times = times;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks once at what is due; each note is then worked on in transactions of its own account. */
    Mono<Void> retryDue() {
        return transactions
                .asRelay(missingVectors.due(clock.instant(), AT_A_TIME).collectList())
                .flatMapIterable(due -> due)
                .flatMap(this::retry, SIDE_BY_SIDE)
                .then();
    }

    private Mono<Void> retry(Due due) {
        Instant now = clock.instant();
        return transactions
                .inTransaction(due.userId(), missingVectors.claim(due, now, now.plus(LEASE)))
                .flatMap(missing ->
                        onlyTells(missing, now) ? postponeVector.postpone(due, missing) : attempt(due, missing))
                .onErrorResume(failure -> {
                    log.warn("A missing vector could not be asked for and is tried again after its lease", failure);
                    return Mono.empty();
                });
    }

    /** The next attempt is still to come, but it is time to say that the last one was in vain. */
    private boolean onlyTells(MissingVector missing, Instant now) {
        return missing.nextAttemptAt().isAfter(now) && missing.isToBeTold(times.failedAt(missing), now);
    }

    private Mono<Void> attempt(Due due, MissingVector missing) {
        UUID account = due.userId();
        return readNote.read(account, due.interactionId())
                .filter(note -> !note.deleted() && note.version() == missing.version())
                .flatMap(note -> embed(account, note))
                .onErrorResume(ProviderUnavailable.class, why -> Mono.just(again(due, missing, why)))
                .defaultIfEmpty(stopAwaiting(due, missing))
                .flatMap(effect -> transactions.inTransaction(account, effect));
    }

    /** What to write once the vector is there. */
    private Mono<Mono<Void>> embed(UUID account, Note note) {
        return embedAgain
                .passage(account, note)
                .flatMap(passage -> embedAgain.embed(account, note, passage))
                .map(vector -> hadVector(account, note).flatMap(had -> keep(account, note, vector, had)));
    }

    private Mono<Boolean> hadVector(UUID account, Note note) {
        return vectors.find(account, note.id())
                .filter(vector -> vector.version() == note.version())
                .hasElement();
    }

    /** The facts are announced again for whoever took the note for failed; one that could be found never was. */
    private Mono<Void> keep(UUID account, Note note, PassageVector vector, boolean had) {
        return had
                ? keepUnderstanding.keepVector(account, note.id(), vector)
                : keepUnderstanding.keepLateVector(account, note.id(), vector);
    }

    private Mono<Void> again(Due due, MissingVector missing, ProviderUnavailable why) {
        Instant next = times.next(missing.attempts() + 1, why, clock.instant());
        return postponeVector.postpone(due, missing.afterAttempt(why.code(), next));
    }

    /** The note was deleted or edited meanwhile: an event of its own is on the way. */
    private Mono<Void> stopAwaiting(Due due, MissingVector missing) {
        return missingVectors.stopAwaiting(due.userId(), due.interactionId(), missing.version());
    }
}
