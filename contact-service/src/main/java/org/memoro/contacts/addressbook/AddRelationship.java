package org.memoro.contacts.addressbook;

import java.util.List;
import java.util.UUID;
import org.memoro.api.Ids;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.ContactFields;
import org.memoro.contacts.contact.ContactNames;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.Maker;
import org.memoro.contacts.contact.PersonName;
import org.memoro.contacts.relationship.FindPerson;
import org.memoro.contacts.relationship.Relation;
import org.memoro.contacts.relationship.Relationship;
import org.memoro.contacts.relationship.RelationshipRow;
import org.memoro.contacts.relationship.Relationships;
import org.memoro.contacts.relationship.WhoIsMeant;
import org.memoro.events.ContactChanged;
import org.memoro.outbox.Outbox;
import org.memoro.problems.FieldProblem;
import org.memoro.problems.ProblemException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ties two contacts together by hand; a name that nobody has makes a new contact. */
@Component
class AddRelationship {
    private final AccountWork account;
    private final Contacts contacts;
    private final ContactNames names;
    private final Relationships relationships;
    private final FindPerson findPerson;
    private final Outbox outbox;

    AddRelationship(
            AccountWork account,
            Contacts contacts,
            ContactNames names,
            Relationships relationships,
            FindPerson findPerson,
            Outbox outbox) {
        this.account = account;
        this.contacts = contacts;
        this.names = names;
        this.relationships = relationships;
        this.findPerson = findPerson;
        this.outbox = outbox;
    }

    Mono<Relationship> add(UUID userId, UUID contactId, NewRelationship typed) {
        typed.check();
        return account.write(
                userId,
                contacts.require(userId, contactId)
                        .then(Mono.defer(() -> relative(userId, contactId, typed)))
                        .flatMap(other -> tie(userId, contactId, other, typed.checkedRelation())));
    }

    private Mono<UUID> relative(UUID userId, UUID contactId, NewRelationship typed) {
        UUID given = typed.contactId();
        if (given != null) {
            return names.survivor(userId, given)
                    .filter(id -> !id.equals(contactId))
                    .switchIfEmpty(Mono.error(() -> wrong("/contactId", "must be another of your contacts.")));
        }
        PersonName name = typed.personName();
        return findPerson
                .relative(userId, contactId, name, typed.checkedRelation())
                .flatMap(found -> byName(userId, name, found));
    }

    private Mono<UUID> byName(UUID userId, PersonName name, WhoIsMeant found) {
        if (found.contactId() != null) {
            return Mono.just(found.contactId());
        }
        if (!found.candidates().isEmpty() && !name.isBare()) {
            return Mono.error(wrong("/name", "is the name of several contacts; say which by contactId."));
        }
        return create(userId, name);
    }

    private Mono<UUID> create(UUID userId, PersonName name) {
        return contacts.insert(userId, ContactFields.named(name), Maker.USER)
                .flatMap(id ->
                        outbox.append(ContactChanged.of(userId, id, 1, true)).thenReturn(id));
    }

    private Mono<Relationship> tie(UUID userId, UUID contactId, UUID other, Relation relation) {
        return relationships
                .touching(userId, contactId)
                .filter(row -> row.says(contactId, other, relation))
                .next()
                .flatMap(row -> relationships
                        .update(userId, row.sharpened(contactId, relation, null).asTyped())
                        .thenReturn(row.id()))
                .switchIfEmpty(Mono.defer(() -> insert(userId, contactId, other, relation)))
                .flatMap(id -> takeOver(userId, List.of(contactId, other)).thenReturn(id))
                .flatMap(id -> relationships
                        .of(userId, contactId)
                        .filter(relationship -> relationship.id().equals(id))
                        .next());
    }

    private Mono<UUID> insert(UUID userId, UUID contactId, UUID other, Relation relation) {
        RelationshipRow row = new RelationshipRow(Ids.next(), contactId, other, relation, null, true, null);
        return relationships.insert(userId, row).thenReturn(row.id());
    }

    private Mono<Void> takeOver(UUID userId, List<UUID> ids) {
        return reactor.core.publisher.Flux.fromIterable(ids)
                .concatMap(id -> contacts.takeOver(userId, id))
                .then();
    }

    private static ProblemException wrong(String pointer, String detail) {
        return ProblemException.validation(List.of(new FieldProblem(pointer, detail)));
    }
}
