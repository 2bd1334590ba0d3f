package org.memoro.embedding.enrichment;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.memoro.embedding.engine.ProviderUnavailable;
import org.memoro.embedding.extraction.Extractions;
import org.memoro.embedding.extraction.ReadFacts;
import org.memoro.embedding.note.EnrichedNotes;
import org.memoro.embedding.vector.MissingVector;
import org.memoro.embedding.vector.MissingVectors;
import org.memoro.embedding.vector.PassageVector;
import org.memoro.embedding.vector.Vectors;
import org.memoro.events.InteractionEnriched;
import org.memoro.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps what came of a note and says so, unless the note moved on or went meanwhile; within a running transaction. */
@Component
class KeepUnderstanding {
    private final EnrichedNotes notes;
    private final Extractions extractions;
    private final Vectors vectors;
    private final MissingVectors missingVectors;
    private final AttemptTimes times;
    private final Outbox outbox;
    private final Clock clock;

    KeepUnderstanding(
            EnrichedNotes notes,
            Extractions extractions,
            Vectors vectors,
            MissingVectors missingVectors,
            AttemptTimes times,
            Outbox outbox,
            Clock clock) {
        this.notes = notes;
        this.extractions = extractions;
        this.vectors = vectors;
        this.missingVectors = missingVectors;
        this.times = times;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Keeps a whole understanding. */
    Mono<Void> keep(Understanding is) {
        Instant now = clock.instant();
        Mono<Void> writing = keepFacts(is, now)
                .then(vectors.deleteOlderThan(is.account(), is.interactionId(), is.version()))
                .then(keepVectorOrWait(is, now))
                .then(say(is.account(), is.interactionId(), is.version(), is.facts() != null, is.vector() != null));
        return notes.advance(is.account(), is.interactionId(), is.version(), now)
                .filter(mayBeKept -> mayBeKept)
                .flatMap(mayBeKept -> writing);
    }

    /** Keeps the vector of a note whose facts were announced before. */
    Mono<Void> keepVector(UUID account, UUID interactionId, PassageVector vector) {
        return keepVector(account, interactionId, vector, Mono.just(false));
    }

    /** Keeps a vector that was missing, and announces the facts with it: the note is whole now. */
    Mono<Void> keepLateVector(UUID account, UUID interactionId, PassageVector vector) {
        return keepVector(
                account,
                interactionId,
                vector,
                extractions.find(account, interactionId).hasElement());
    }

    private Mono<Void> keepVector(UUID account, UUID interactionId, PassageVector vector, Mono<Boolean> withFacts) {
        Mono<Void> writing = replaceVector(account, interactionId, vector, clock.instant())
                .then(withFacts)
                .flatMap(facts -> say(account, interactionId, vector.version(), facts, true));
        return ifCurrent(account, interactionId, vector.version(), writing);
    }

    /** Notes that a vector which was there has to be made again and could not be. */
    Mono<Void> awaitAgain(UUID account, UUID interactionId, long version, ProviderUnavailable why) {
        return ifCurrent(account, interactionId, version, await(account, interactionId, version, why, false));
    }

    private Mono<Void> ifCurrent(UUID account, UUID interactionId, long version, Mono<Void> writing) {
        return notes.isCurrent(account, interactionId, version)
                .filter(current -> current)
                .flatMap(current -> writing);
    }

    private Mono<Void> keepFacts(Understanding is, Instant now) {
        ReadFacts facts = is.facts();
        return facts == null
                ? extractions.delete(is.account(), is.interactionId())
                : extractions.replace(is.account(), is.interactionId(), is.version(), facts, now);
    }

    private Mono<Void> keepVectorOrWait(Understanding is, Instant now) {
        if (is.vector() != null) {
            return replaceVector(is.account(), is.interactionId(), is.vector(), now);
        }
        return is.obstacle() == null
                ? Mono.empty()
                : await(is.account(), is.interactionId(), is.version(), is.obstacle(), true);
    }

    private Mono<Void> replaceVector(UUID account, UUID interactionId, PassageVector vector, Instant now) {
        return vectors.replace(account, interactionId, vector, now)
                .then(missingVectors.stopAwaiting(account, interactionId, vector.version()));
    }

    private Mono<Void> await(
            UUID account, UUID interactionId, long version, ProviderUnavailable why, boolean isWorthSaying) {
        Instant now = clock.instant();
        MissingVector missing = new MissingVector(version, why.code(), 1, now, times.next(1, why, now), null);
        return missingVectors.await(account, interactionId, missing, times.due(missing, isWorthSaying, now));
    }

    private Mono<Void> say(UUID account, UUID interactionId, long version, boolean facts, boolean vector) {
        return facts || vector
                ? outbox.append(InteractionEnriched.of(account, interactionId, version, facts, vector))
                : Mono.empty();
    }
}
