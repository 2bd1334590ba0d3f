package org.memoro.contacts.understanding;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.Facts;
import org.memoro.contacts.fact.SettleContacts;
import org.memoro.contacts.note.Note;
import org.memoro.contacts.note.NoteSource;
import org.memoro.contacts.note.NoteSource.SourceNote;
import org.memoro.contacts.note.Notes;
import org.memoro.events.InteractionDeleted;
import org.memoro.events.MemoroEvent;
import org.memoro.outbox.Inbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps up with when a note happened and with whom, and withdraws what a deleted note said. */
@Component
class FollowNote {
    private final NoteSource noteSource;
    private final Inbox inbox;
    private final AccountWork account;
    private final Notes notes;
    private final Facts facts;
    private final ReconcileFacts reconcileFacts;
    private final SettleContacts settleContacts;

    FollowNote(
            NoteSource noteSource,
            Inbox inbox,
            AccountWork account,
            Notes notes,
            Facts facts,
            ReconcileFacts reconcileFacts,
            SettleContacts settleContacts) {
        this.noteSource = noteSource;
        this.inbox = inbox;
        this.account = account;
        this.notes = notes;
        this.facts = facts;
        this.reconcileFacts = reconcileFacts;
        this.settleContacts = settleContacts;
    }

    /** The note was written, edited or restored, or somebody else is a participant now. */
    Mono<Void> follow(MemoroEvent event, UUID interactionId) {
        return noteSource
                .find(event.userId(), interactionId)
                .filter(source -> !source.deleted())
                .flatMap(source -> once(event, Mono.defer(() -> save(event.userId(), source))));
    }

    private Mono<Void> save(UUID userId, SourceNote source) {
        return notes.find(userId, source.id())
                .map(known -> new Known(known, source))
                .defaultIfEmpty(new Known(null, source))
                .filter(Known::isNotNewer)
                .flatMap(known -> contactsOf(userId, source.id())
                        .flatMap(before -> notes.save(userId, source.id(), source.version(), known.occurredOn(), false)
                                .then(notes.saveTypedParticipants(userId, source.id(), source.typedParticipants()))
                                .then(date(userId, source.id(), known.occurredOn()))
                                .then(contactsOf(userId, source.id()))
                                .doOnNext(before::addAll)
                                .then(Mono.defer(() -> settleContacts.settle(userId, before)))));
    }

    private Mono<Void> date(UUID userId, UUID interactionId, @Nullable LocalDate occurredOn) {
        return occurredOn == null ? Mono.empty() : facts.date(userId, interactionId, occurredOn);
    }

    /** What is remembered of a note beside what its owner says now. */
    private record Known(@Nullable Note note, SourceNote source) {

        boolean isNotNewer() {
            return note == null || note.version() <= source.version();
        }

        /** The day the note itself told stays until its owner has heard of it. */
        @Nullable
        LocalDate occurredOn() {
            boolean told = note != null
                    && note.appliedVersion() != null
                    && note.occurredOn() != null
                    && Objects.equals(source.occurredOnSource(), "default");
            return told ? Objects.requireNonNull(note).occurredOn() : source.occurredOn();
        }
    }

    /** The note was deleted. */
    Mono<Void> withdraw(InteractionDeleted event) {
        UUID userId = event.userId();
        UUID interactionId = event.interactionId();
        return once(
                event,
                notes.find(userId, interactionId)
                        .defaultIfEmpty(new Note(interactionId, event.version(), null, null, false))
                        .filter(known -> known.version() <= event.version())
                        .flatMap(known -> contactsOf(userId, interactionId).flatMap(contacts -> notes.save(
                                        userId, interactionId, event.version(), known.occurredOn(), true)
                                .then(facts.ofNote(userId, interactionId).collectList())
                                .flatMap(said -> reconcileFacts.withdraw(userId, said))
                                .then(Mono.defer(() -> settleContacts.settle(userId, contacts))))));
    }

    private Mono<Set<UUID>> contactsOf(UUID userId, UUID interactionId) {
        return Flux.concat(
                        notes.typedParticipants(userId, interactionId),
                        facts.ofNote(userId, interactionId).mapNotNull(Fact::contactId),
                        facts.ofNote(userId, interactionId).mapNotNull(Fact::memberId))
                .collect(TreeSet::new, Set::add);
    }

    private Mono<Void> once(MemoroEvent event, Mono<Void> effect) {
        return inbox.once(UnderstandingSubscriptions.CONSUMER, event, account.write(event.userId(), effect));
    }
}
