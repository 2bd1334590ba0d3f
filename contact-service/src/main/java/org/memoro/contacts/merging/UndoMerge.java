package org.memoro.contacts.merging;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.memoro.contacts.ContactProblem;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.ContactFields;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.KeptContact;
import org.memoro.contacts.fact.SettleContacts;
import org.memoro.contacts.relationship.Relationships;
import org.memoro.events.ContactChanged;
import org.memoro.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes two contacts of one again, as they were; what was changed since the merge stays where it is. */
@Component
class UndoMerge {
    private final AccountWork account;
    private final Contacts contacts;
    private final Relationships relationships;
    private final Merges merges;
    private final SettleContacts settleContacts;
    private final Outbox outbox;

    UndoMerge(
            AccountWork account,
            Contacts contacts,
            Relationships relationships,
            Merges merges,
            SettleContacts settleContacts,
            Outbox outbox) {
        this.account = account;
        this.contacts = contacts;
        this.relationships = relationships;
        this.merges = merges;
        this.settleContacts = settleContacts;
        this.outbox = outbox;
    }

    Mono<Void> undo(UUID userId, UUID mergeId) {
        return account.write(
                userId,
                merges.find(userId, mergeId)
                        .switchIfEmpty(Mono.error(ContactProblem.MERGE_NOT_FOUND::exception))
                        .zipWhen(merge -> contacts.find(userId, merge.intoId()))
                        .flatMap(both -> undo(userId, both.getT1(), both.getT2())));
    }

    private Mono<Void> undo(UUID userId, Merge merge, KeptContact into) {
        if (into.mergedInto() != null) {
            return Mono.error(ContactProblem.MERGED_SINCE.exception());
        }
        ContactFields fields = MergedFields.undone(merge.moved(), into.contact().fields());
        return contacts.markMerged(userId, merge.contactId(), null)
                .then(merges.returnFacts(userId, merge.intoId(), merge.contactId(), merge.moved()))
                .then(returnNotes(userId, merge))
                .then(returnRelationships(userId, merge.moved()))
                .then(contacts.update(userId, merge.intoId(), fields))
                .then(merges.delete(userId, merge.id()))
                .then(settleContacts.settle(userId, touched(merge)))
                .then(sayChanged(userId, List.of(merge.contactId(), merge.intoId())))
                .then(sayToNotes(userId, merge.contactId()));
    }

    private Mono<Void> returnNotes(UUID userId, Merge merge) {
        List<UUID> notes = merge.moved().notes();
        List<UUID> onlyTheirs = notes.stream()
                .filter(note -> !merge.moved().sharedNotes().contains(note))
                .toList();
        return merges.addToNotes(userId, merge.contactId(), notes)
                .then(merges.removeFromNotes(userId, merge.intoId(), onlyTheirs));
    }

    private Mono<Void> returnRelationships(UUID userId, Moved moved) {
        return Flux.fromIterable(moved.repointed())
                .concatMap(row -> relationships.update(userId, row))
                .thenMany(Flux.fromIterable(moved.dropped()))
                .concatMap(row -> relationships.insert(userId, row))
                .then();
    }

    /** A note whose facts were decided on meanwhile has heard that they are the other's. */
    private Mono<Void> sayToNotes(UUID userId, UUID contactId) {
        return merges.namedIn(userId, contactId).concatMap(outbox::append).then();
    }

    private static Set<UUID> touched(Merge merge) {
        Set<UUID> ids = new TreeSet<>(List.of(merge.contactId(), merge.intoId()));
        Stream.concat(merge.moved().repointed().stream(), merge.moved().dropped().stream())
                .forEach(row -> ids.addAll(List.of(row.contactId(), row.otherId())));
        return ids;
    }

    private Mono<Void> sayChanged(UUID userId, List<UUID> ids) {
        return Flux.fromIterable(ids)
                .concatMap(id -> contacts.find(userId, id))
                .filter(KeptContact::isLiving)
                .concatMap(kept -> outbox.append(ContactChanged.of(
                        userId, kept.contact().id(), kept.contact().version(), true)))
                .then();
    }
}
