package org.memoro.embedding.enrichment;

import java.time.Clock;
import java.util.UUID;
import org.memoro.embedding.extraction.ExtractionCache;
import org.memoro.embedding.extraction.Extractions;
import org.memoro.embedding.note.EnrichedNotes;
import org.memoro.embedding.vector.MissingVectors;
import org.memoro.embedding.vector.Vectors;
import org.memoro.events.InteractionDeleted;
import org.memoro.outbox.Inbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets everything that came of a note, and leaves a tombstone against results that come late. */
@Component
class EraseNote {
    private final EnrichedNotes notes;
    private final Extractions extractions;
    private final ExtractionCache cache;
    private final Vectors vectors;
    private final MissingVectors missingVectors;
    private final Inbox inbox;
    private final Clock clock;

    EraseNote(
            EnrichedNotes notes,
            Extractions extractions,
            ExtractionCache cache,
            Vectors vectors,
            MissingVectors missingVectors,
            Inbox inbox,
            Clock clock) {
        this.notes = notes;
        this.extractions = extractions;
        this.cache = cache;
        this.vectors = vectors;
        this.missingVectors = missingVectors;
        this.inbox = inbox;
        this.clock = clock;
    }

    Mono<Void> erase(InteractionDeleted event) {
        UUID account = event.userId();
        UUID note = event.interactionId();
        Mono<Void> forgetting = extractions
                .delete(account, note)
                .then(cache.deleteOf(account, note))
                .then(vectors.delete(account, note))
                .then(missingVectors.stopAwaiting(account, note, event.version()));
        Mono<Void> effect = notes.bury(account, note, event.version(), clock.instant())
                .filter(buried -> buried)
                .flatMap(buried -> forgetting);
        return inbox.once(EnrichmentEvents.CONSUMER, event, effect);
    }
}
