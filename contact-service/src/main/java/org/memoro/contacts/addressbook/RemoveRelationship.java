package org.memoro.contacts.addressbook;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.memoro.contacts.ContactProblem;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.FactState;
import org.memoro.contacts.fact.FactValue;
import org.memoro.contacts.fact.Facts;
import org.memoro.contacts.fact.SettleContacts;
import org.memoro.contacts.relationship.RelationshipRow;
import org.memoro.contacts.relationship.Relationships;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Unties two contacts; the facts that said they were related are undone with it. */
@Component
class RemoveRelationship {
    private final AccountWork account;
    private final Contacts contacts;
    private final Relationships relationships;
    private final Facts facts;
    private final SettleContacts settleContacts;
    private final Clock clock;

    RemoveRelationship(
            AccountWork account,
            Contacts contacts,
            Relationships relationships,
            Facts facts,
            SettleContacts settleContacts,
            Clock clock) {
        this.account = account;
        this.contacts = contacts;
        this.relationships = relationships;
        this.facts = facts;
        this.settleContacts = settleContacts;
        this.clock = clock;
    }

    Mono<Void> remove(UUID userId, UUID contactId, UUID relationshipId) {
        return account.write(
                userId,
                contacts.require(userId, contactId)
                        .thenMany(relationships.touching(userId, contactId))
                        .filter(row -> row.id().equals(relationshipId))
                        .next()
                        .switchIfEmpty(Mono.error(ContactProblem.RELATIONSHIP_NOT_FOUND::exception))
                        .flatMap(row -> remove(userId, row)));
    }

    private Mono<Void> remove(UUID userId, RelationshipRow row) {
        return facts.kept(userId, row.contactId())
                .filter(fact -> says(fact, row))
                .concatMap(fact -> facts.update(userId, fact.in(FactState.OFF).decidedByUser(clock.instant())))
                .then(relationships.delete(userId, row.id()))
                .then(settleContacts.settle(userId, List.of(row.contactId(), row.otherId())));
    }

    private static boolean says(Fact fact, RelationshipRow row) {
        return fact.kind() == FactKind.FAMILY
                && fact.contactId() != null
                && fact.memberId() != null
                && row.says(fact.contactId(), fact.memberId(), FactValue.relationOf(fact));
    }
}
