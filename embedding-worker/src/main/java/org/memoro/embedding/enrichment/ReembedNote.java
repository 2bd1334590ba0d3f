package org.memoro.embedding.enrichment;

import java.util.UUID;
import org.memoro.embedding.engine.ProviderUnavailable;
import org.memoro.embedding.note.EnrichedNotes;
import org.memoro.embedding.note.Note;
import org.memoro.embedding.note.ReadNote;
import org.memoro.embedding.vector.Passage;
import org.memoro.embedding.vector.Vectors;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.outbox.Inbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Embeds a note again when the names in front of it have changed: a rename, a merge, somebody added or taken off. */
@Component
class ReembedNote {
    private final ReadNote readNote;
    private final EmbedAgain embedAgain;
    private final KeepUnderstanding keepUnderstanding;
    private final EnrichedNotes notes;
    private final Vectors vectors;
    private final Inbox inbox;
    private final TenantTransactions transactions;

    ReembedNote(
            ReadNote readNote,
            EmbedAgain embedAgain,
            KeepUnderstanding keepUnderstanding,
            EnrichedNotes notes,
            Vectors vectors,
            Inbox inbox,
            TenantTransactions transactions) {
        this.readNote = readNote;
        this.embedAgain = embedAgain;
        this.keepUnderstanding = keepUnderstanding;
        this.notes = notes;
        this.vectors = vectors;
        this.inbox = inbox;
        this.transactions = transactions;
    }

    Mono<Void> reembed(InteractionParticipantsChanged event) {
        UUID account = event.userId();
        return isUnderstood(account, event.interactionId(), event.version())
                .filter(understood -> understood)
                .flatMap(understood -> readNote.read(account, event.interactionId()))
                .filter(note -> !note.deleted())
                .flatMap(note -> embedAgain
                        .passage(account, note)
                        .filterWhen(passage -> isNew(account, note, passage))
                        .flatMap(passage -> embed(event, note, passage)));
    }

    /** A note that is not understood yet will be read with the participants it has then. */
    private Mono<Boolean> isUnderstood(UUID account, UUID interactionId, long version) {
        return transactions
                .inTransaction(account, notes.find(account, interactionId))
                .map(known -> !known.deleted() && known.version() >= version)
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> isNew(UUID account, Note note, Passage passage) {
        return transactions
                .inTransaction(account, vectors.find(account, note.id()))
                .map(vector -> !vector.isOf(passage))
                .defaultIfEmpty(true);
    }

    private Mono<Void> embed(InteractionParticipantsChanged event, Note note, Passage passage) {
        UUID account = event.userId();
        return embedAgain
                .embed(account, note, passage)
                .map(vector -> keepUnderstanding.keepVector(account, note.id(), vector))
                .onErrorResume(
                        ProviderUnavailable.class,
                        why -> Mono.just(keepUnderstanding.awaitAgain(account, note.id(), note.version(), why)))
                .flatMap(effect -> inbox.once(EnrichmentEvents.CONSUMER, event, effect));
    }
}
