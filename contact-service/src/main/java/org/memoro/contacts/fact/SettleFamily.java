package org.memoro.contacts.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.memoro.api.Ids;
import org.memoro.contacts.relationship.Relation;
import org.memoro.contacts.relationship.Relation.Gender;
import org.memoro.contacts.relationship.RelationshipRow;
import org.memoro.contacts.relationship.Relationships;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings a contact's relationships in line with the family facts that count; what was typed by hand stays. */
@Component
class SettleFamily {
    private final Facts facts;
    private final Relationships relationships;

    SettleFamily(Facts facts, Relationships relationships) {
        this.facts = facts;
        this.relationships = relationships;
    }

    Mono<Void> settle(UUID userId, UUID contactId) {
        Mono<List<Fact>> told =
                facts.deciding(userId, contactId).filter(SettleFamily::tiesTwo).collectList();
        return Mono.zip(told, relationships.touching(userId, contactId).collectList())
                .flatMap(both -> bringInLine(userId, both.getT1(), new ArrayList<>(both.getT2())));
    }

    private static boolean tiesTwo(Fact fact) {
        return fact.kind() == FactKind.FAMILY
                && fact.contactId() != null
                && fact.memberId() != null
                && !fact.contactId().equals(fact.memberId());
    }

    private Mono<Void> bringInLine(UUID userId, List<Fact> told, List<RelationshipRow> rows) {
        List<RelationshipRow> typed =
                rows.stream().filter(RelationshipRow::typed).toList();
        List<RelationshipRow> known =
                new ArrayList<>(rows.stream().filter(row -> !row.typed()).toList());
        List<Mono<Void>> changes = new ArrayList<>();
        for (RelationshipRow row : told(told, typed)) {
            RelationshipRow before = known.stream()
                    .filter(other -> other.says(row.contactId(), row.otherId(), row.relation()))
                    .findFirst()
                    .orElse(null);
            if (before == null) {
                changes.add(relationships.insert(userId, row));
            } else {
                known.remove(before);
                RelationshipRow now = row.withId(before.id());
                if (!now.equals(before)) {
                    changes.add(relationships.update(userId, now));
                }
            }
        }
        return Flux.fromIterable(known)
                .concatMap(row -> relationships.delete(userId, row.id()))
                .thenMany(Flux.concat(changes))
                .then();
    }

    /** The relationships that only notes tell, each with the most exact words of the notes that still tell it. */
    private static List<RelationshipRow> told(List<Fact> told, List<RelationshipRow> typed) {
        List<RelationshipRow> rows = new ArrayList<>();
        for (Fact fact : told) {
            UUID of = Objects.requireNonNull(fact.contactId());
            UUID relative = Objects.requireNonNull(fact.memberId());
            Relation relation = FactValue.relationOf(fact);
            if (typed.stream().anyMatch(row -> row.says(of, relative, relation))) {
                continue;
            }
            RelationshipRow known = rows.stream()
                    .filter(row -> row.says(of, relative, relation))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                rows.add(row(fact, of, relative, relation));
            } else {
                rows.set(rows.indexOf(known), known.sharpened(of, relation, genderOfOwner(fact)));
            }
        }
        return rows;
    }

    private static RelationshipRow row(Fact fact, UUID of, UUID relative, Relation relation) {
        Gender owner = genderOfOwner(fact);
        return new RelationshipRow(
                Ids.next(),
                of,
                relative,
                relation,
                owner == null ? null : relation.inverse(owner),
                fact.isTyped(),
                fact.interactionId());
    }

    private static @org.jspecify.annotations.Nullable Gender genderOfOwner(Fact fact) {
        Evidence evidence = fact.evidence();
        return Gender.toldByPronoun(evidence == null ? null : evidence.quote());
    }
}
