package org.memoro.contacts.understanding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.FactValue;
import org.memoro.contacts.fact.Facts;
import org.memoro.contacts.fact.PartialDate;
import org.memoro.contacts.fact.SettleContacts;
import org.memoro.contacts.note.Note;
import org.memoro.contacts.note.NoteSource;
import org.memoro.contacts.note.NoteSource.SourceNote;
import org.memoro.contacts.note.Notes;
import org.memoro.contacts.understanding.ExtractionSource.Enrichment;
import org.memoro.events.FactsApplied;
import org.memoro.events.InteractionEnriched;
import org.memoro.outbox.Inbox;
import org.memoro.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Applies what was read out of a note: once per event, never an older reading over a newer one, never to a deleted note. */
@Component
class ApplyFacts {
    private static final Logger log = LoggerFactory.getLogger(ApplyFacts.class);

    private final NoteSource noteSource;
    private final ExtractionSource extractionSource;
    private final Inbox inbox;
    private final AccountWork account;
    private final Notes notes;
    private final Facts facts;
    private final RecognisePeople recognisePeople;
    private final ReadFacts readFacts;
    private final ReconcileFacts reconcileFacts;
    private final SettleContacts settleContacts;
    private final Outbox outbox;
    private final Clock clock;

    ApplyFacts(
            NoteSource noteSource,
            ExtractionSource extractionSource,
            Inbox inbox,
            AccountWork account,
            Notes notes,
            Facts facts,
            RecognisePeople recognisePeople,
            ReadFacts readFacts,
            ReconcileFacts reconcileFacts,
            SettleContacts settleContacts,
            Outbox outbox,
            Clock clock) {
        this.noteSource = noteSource;
        this.extractionSource = extractionSource;
        this.inbox = inbox;
        this.account = account;
        this.notes = notes;
        this.facts = facts;
        this.recognisePeople = recognisePeople;
        this.readFacts = readFacts;
        this.reconcileFacts = reconcileFacts;
        this.settleContacts = settleContacts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What was fetched before the transaction. */
    private record Reading(InteractionEnriched event, SourceNote source, Enrichment enrichment) {
        Extraction extraction() {
            return enrichment.extraction();
        }

        UUID userId() {
            return event.userId();
        }

        UUID interactionId() {
            return event.interactionId();
        }
    }

    Mono<Void> apply(InteractionEnriched event) {
        if (!event.facts()) {
            return withdrawOlder(event);
        }
        return Mono.zip(
                        noteSource.find(event.userId(), event.interactionId()),
                        extractionSource.find(event.userId(), event.interactionId(), event.version()))
                .map(fetched -> new Reading(event, fetched.getT1(), fetched.getT2()))
                .flatMap(reading -> inbox.once(
                        UnderstandingSubscriptions.CONSUMER,
                        event,
                        account.write(event.userId(), Mono.defer(() -> applyUnlessOutdated(reading)))));
    }

    /** A version that was embedded but not read, as its account wishes: what only an older text said is withdrawn. */
    private Mono<Void> withdrawOlder(InteractionEnriched event) {
        UUID userId = event.userId();
        Mono<Void> withdrawing = notes.find(userId, event.interactionId())
                .filter(known -> isOlder(known, event.version()))
                .flatMap(known -> facts.ofNote(userId, known.interactionId()).collectList())
                .flatMap(said -> reconcileFacts.withdraw(userId, said))
                .flatMap(changed -> settleContacts
                        .settle(userId, changed)
                        .then(notes.markApplied(userId, event.interactionId(), event.version())));
        return account.read(userId, notes.find(userId, event.interactionId()))
                .filter(known -> isOlder(known, event.version()))
                .flatMap(known ->
                        inbox.once(UnderstandingSubscriptions.CONSUMER, event, account.write(userId, withdrawing)));
    }

    private static boolean isOlder(Note known, long version) {
        Long applied = known.appliedVersion();
        return !known.deleted() && applied != null && applied < version;
    }

    private Mono<Void> applyUnlessOutdated(Reading reading) {
        return notes.find(reading.userId(), reading.interactionId())
                .map(known -> isOutdated(reading, known))
                .defaultIfEmpty(reading.source().deleted())
                .flatMap(outdated -> {
                    if (outdated) {
                        log.info(
                                "Skipped version {} of note {}: it was deleted or a newer one was applied",
                                reading.event().version(),
                                reading.interactionId());
                        return Mono.<Void>empty();
                    }
                    return applyNow(reading);
                });
    }

    private static boolean isOutdated(Reading reading, Note known) {
        Long applied = known.appliedVersion();
        return reading.source().deleted()
                || (known.deleted() && reading.source().version() <= known.version())
                || (applied != null && reading.event().version() < applied);
    }

    private Mono<Void> applyNow(Reading reading) {
        return facts.ofNote(reading.userId(), reading.interactionId())
                .collectList()
                .flatMap(known -> applyNow(reading, known));
    }

    private Mono<Void> applyNow(Reading reading, List<Fact> known) {
        UUID userId = reading.userId();
        UUID interactionId = reading.interactionId();
        SourceNote source = reading.source();
        LocalDate occurredOn = occurredOn(source, reading.extraction(), known);
        NoteFacts note = new NoteFacts(
                interactionId,
                reading.event().version(),
                occurredOn,
                reading.enrichment().engine(),
                clock.instant());
        return notes.save(userId, interactionId, source.version(), occurredOn, false)
                .then(notes.saveTypedParticipants(userId, interactionId, source.typedParticipants()))
                .then(replace(reading, note, known))
                // What the user decided stays even where the note says it no more, and happened when the note did.
                .flatMap(changed -> facts.date(userId, interactionId, occurredOn)
                        .thenReturn(withTyped(changed, source.typedParticipants())))
                .flatMap(changed -> settleContacts.settle(userId, changed))
                .then(notes.markApplied(userId, interactionId, note.version()))
                .then(outbox.append(FactsApplied.of(userId, interactionId, note.version())));
    }

    private Mono<Set<UUID>> replace(Reading reading, NoteFacts note, List<Fact> known) {
        UUID userId = reading.userId();
        var context = new RecognisePeople.Context(
                userId, reading.extraction().people(), known, reading.source().typedParticipants());
        return recognisePeople
                .recognise(context)
                .flatMap(people -> readFacts.read(userId, note, reading.extraction(), people, known))
                .flatMap(read -> reconcileFacts.reconcile(userId, known, read));
    }

    private static Set<UUID> withTyped(Set<UUID> changed, List<UUID> typed) {
        Set<UUID> all = new TreeSet<>(changed);
        all.addAll(typed);
        return all;
    }

    /** The day of the note: a day that was typed stays, one that the note tells replaces the day of writing. */
    private LocalDate occurredOn(SourceNote source, Extraction extraction, List<Fact> known) {
        LocalDate told = dayTold(extraction, known);
        if (told != null && !Objects.equals(source.occurredOnSource(), "typed")) {
            return told;
        }
        LocalDate occurredOn = source.occurredOn();
        return occurredOn == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : occurredOn;
    }

    private static @Nullable LocalDate dayTold(Extraction extraction, List<Fact> known) {
        Optional<Fact> decided = known.stream()
                .filter(fact -> fact.kind() == FactKind.INTERACTION_DATE && fact.isUsers())
                .max(Comparator.comparing(Fact::decidedAt));
        if (decided.isPresent()) {
            return decided.get().isKept() ? day(FactValue.detail(decided.get(), "date")) : null;
        }
        var read = extraction.interactionDate();
        return read == null || !NoteFacts.isSure(read) ? null : day(read.date());
    }

    private static @Nullable LocalDate day(@Nullable String told) {
        PartialDate date = PartialDate.parse(told);
        return date == null || !date.isDay() ? null : date.first();
    }
}
