package org.memoro.embedding.enrichment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.memoro.embedding.engine.ProviderUnavailable;
import org.memoro.embedding.extraction.ExtractFacts;
import org.memoro.embedding.extraction.ReadFacts;
import org.memoro.embedding.note.ContactName;
import org.memoro.embedding.note.EnrichedNotes;
import org.memoro.embedding.note.Note;
import org.memoro.embedding.note.ReadNote;
import org.memoro.embedding.vector.EmbedPassage;
import org.memoro.embedding.vector.Passage;
import org.memoro.embedding.vector.WritePassage;
import org.memoro.events.InteractionRecorded;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.outbox.Inbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Understands a note that was written, edited, restored, or is to be understood again. */
@Component
class EnrichNote {
    private final ReadNote readNote;
    private final ExtractFacts extractFacts;
    private final WritePassage writePassage;
    private final EmbedPassage embedPassage;
    private final KeepUnderstanding keepUnderstanding;
    private final EnrichedNotes notes;
    private final Inbox inbox;
    private final EnrichmentMetrics metrics;
    private final TenantTransactions transactions;

    EnrichNote(
            ReadNote readNote,
            ExtractFacts extractFacts,
            WritePassage writePassage,
            EmbedPassage embedPassage,
            KeepUnderstanding keepUnderstanding,
            EnrichedNotes notes,
            Inbox inbox,
            EnrichmentMetrics metrics,
            TenantTransactions transactions) {
        this.metrics = metrics;
        this.readNote = readNote;
        this.extractFacts = extractFacts;
        this.writePassage = writePassage;
        this.embedPassage = embedPassage;
        this.keepUnderstanding = keepUnderstanding;
        this.notes = notes;
        this.inbox = inbox;
        this.transactions = transactions;
    }

    Mono<Void> enrich(InteractionRecorded event) {
        return isOpen(event)
                .filter(open -> open)
                .flatMap(open -> readNote.read(event.userId(), event.interactionId()))
                .filter(note -> !note.deleted())
                .flatMap(note -> metrics.timed(understand(event, note)))
                .flatMap(understanding ->
                        inbox.once(EnrichmentEvents.CONSUMER, event, keepUnderstanding.keep(understanding)));
    }

    /** False when this version, a newer one, or a deletion was dealt with before: then no model need be asked. */
    private Mono<Boolean> isOpen(InteractionRecorded event) {
        return transactions
                .inTransaction(event.userId(), notes.find(event.userId(), event.interactionId()))
                .map(known ->
                        !known.isSettledFor(event.version()) && (event.retry() || known.version() < event.version()))
                .defaultIfEmpty(true);
    }

    private Mono<Understanding> understand(InteractionRecorded event, Note note) {
        UUID account = event.userId();
        return Mono.zip(readNote.mode(account), readNote.contacts(account))
                .flatMap(answers -> understand(account, note, answers.getT1(), answers.getT2(), event.retry()));
    }

    private Mono<Understanding> understand(
            UUID account, Note note, EnrichmentMode mode, List<ContactName> contacts, boolean afresh) {
        return facts(account, note, mode, contacts, afresh)
                .map(facts -> new Understanding(account, note.id(), note.version(), facts.orElse(null), null, null))
                .flatMap(reading -> addVector(reading, note, mode, contacts));
    }

    private Mono<Optional<ReadFacts>> facts(
            UUID account, Note note, EnrichmentMode mode, List<ContactName> contacts, boolean afresh) {
        return mode == EnrichmentMode.OFF
                ? Mono.just(Optional.empty())
                : extractFacts.extract(account, mode, note, contacts, afresh).map(Optional::of);
    }

    private Mono<Understanding> addVector(
            Understanding reading, Note note, EnrichmentMode mode, List<ContactName> contacts) {
        ReadFacts facts = reading.facts();
        Passage passage = writePassage.first(note, facts == null ? null : facts.extraction(), contacts);
        return embedPassage
                .embed(reading.account(), mode, note, passage)
                .map(reading::with)
                .onErrorResume(ProviderUnavailable.class, why -> Mono.just(reading.without(why)));
    }
}
