package org.memoro.contacts.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.memoro.api.Ids;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.ContactFields;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.KeptContact;
import org.memoro.contacts.fact.SettleContacts;
import org.memoro.contacts.relationship.RelationshipRow;
import org.memoro.contacts.relationship.Relationships;
import org.memoro.events.ContactChanged;
import org.memoro.events.ContactMerged;
import org.memoro.outbox.Outbox;
import org.memoro.problems.FieldProblem;
import org.memoro.problems.ProblemException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes one contact part of another: everything said of it is said of the other, and its id leads there. */
@Component
class MergeContacts {
    private final AccountWork account;
    private final Contacts contacts;
    private final Relationships relationships;
    private final Merges merges;
    private final SettleContacts settleContacts;
    private final Outbox outbox;

    MergeContacts(
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

    /** The contact both are now, and the merge's own id. */
    record Merged(Contact contact, UUID mergeId) {}

    Mono<Merged> merge(UUID userId, UUID fromId, UUID intoId) {
        return account.write(
                userId,
                contacts.require(userId, fromId)
                        .zipWith(living(userId, fromId, intoId))
                        .flatMap(both -> merge(userId, both.getT1(), both.getT2())));
    }

    private Mono<Contact> living(UUID userId, UUID fromId, UUID intoId) {
        return contacts.find(userId, intoId)
                .filter(kept -> kept.isLiving() && !intoId.equals(fromId))
                .map(KeptContact::contact)
                .switchIfEmpty(Mono.error(() -> ProblemException.validation(
                        List.of(new FieldProblem("/intoId", "must be another of your contacts.")))));
    }

    private Mono<Merged> merge(UUID userId, Contact from, Contact into) {
        ContactFields after = MergedFields.of(from.fields(), into.fields());
        return Mono.zip(
                        merges.notesOf(userId, from.id()),
                        merges.notesOf(userId, into.id()),
                        relationships.touching(userId, from.id()).collectList(),
                        relationships.touching(userId, into.id()).collectList())
                .flatMap(known -> {
                    Repointing repointing = Repointing.of(from.id(), into.id(), known.getT3(), known.getT4());
                    List<UUID> shared = known.getT1().stream()
                            .filter(known.getT2()::contains)
                            .toList();
                    return moveNotes(userId, from.id(), into.id(), known.getT1())
                            .then(repoint(userId, repointing))
                            .then(Mono.zip(
                                    merges.moveFacts(userId, from.id(), into.id()),
                                    merges.moveMembers(userId, from.id(), into.id())))
                            .map(moved -> new Moved(
                                    moved.getT1(),
                                    moved.getT2(),
                                    known.getT1(),
                                    shared,
                                    repointing.originals(),
                                    repointing.dropped(),
                                    into.fields(),
                                    after))
                            .flatMap(moved -> finish(userId, from, into, moved, relatives(known.getT3())));
                });
    }

    private Mono<Void> moveNotes(UUID userId, UUID fromId, UUID intoId, List<UUID> notes) {
        return merges.addToNotes(userId, intoId, notes).then(merges.removeFromNotes(userId, fromId, notes));
    }

    private Mono<Void> repoint(UUID userId, Repointing repointing) {
        return Flux.fromIterable(repointing.dropped())
                .concatMap(row -> relationships.delete(userId, row.id()))
                .thenMany(Flux.fromIterable(repointing.repointed()))
                .concatMap(row -> relationships.update(userId, row))
                .then();
    }

    private Mono<Merged> finish(UUID userId, Contact from, Contact into, Moved moved, Set<UUID> touched) {
        Merge merge = new Merge(Ids.next(), from.id(), into.id(), moved);
        touched.add(from.id());
        touched.add(into.id());
        return contacts.update(userId, into.id(), moved.after())
                .then(contacts.markMerged(userId, from.id(), into.id()))
                .then(merges.insert(userId, merge))
                .then(settleContacts.settle(userId, touched))
                .then(outbox.append(ContactMerged.of(userId, from.id(), into.id())))
                .then(contacts.require(userId, into.id()))
                .flatMap(contact -> outbox.append(ContactChanged.of(userId, into.id(), contact.version(), false))
                        .thenReturn(new Merged(contact, merge.id())));
    }

    private static Set<UUID> relatives(List<RelationshipRow> rows) {
        Set<UUID> ids = new TreeSet<>();
        rows.forEach(row -> ids.addAll(List.of(row.contactId(), row.otherId())));
        return ids;
    }

    /**
     * What becomes of the typed relationships of the merged contact; those that only notes tell follow the facts.
     *
     * @param originals the repointed ones as they were
     */
    private record Repointing(
            List<RelationshipRow> repointed, List<RelationshipRow> originals, List<RelationshipRow> dropped) {

        static Repointing of(UUID from, UUID into, List<RelationshipRow> ofFrom, List<RelationshipRow> ofInto) {
            Repointing repointing = new Repointing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            List<RelationshipRow> known = new ArrayList<>(ofInto);
            for (RelationshipRow row : ofFrom) {
                RelationshipRow moved = row.withContact(from, into);
                boolean tiesThemselves = moved.contactId().equals(moved.otherId());
                boolean isKnown = known.stream()
                        .anyMatch(other -> other.says(moved.contactId(), moved.otherId(), moved.relation()));
                if (!row.typed()) {
                    continue;
                }
                if (tiesThemselves || isKnown) {
                    repointing.dropped.add(row);
                } else {
                    known.add(moved);
                    repointing.repointed.add(moved);
                    repointing.originals.add(row);
                }
            }
            return repointing;
        }
    }
}
