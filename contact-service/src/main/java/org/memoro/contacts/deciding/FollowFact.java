package org.memoro.contacts.deciding;

import java.util.List;
import java.util.UUID;
import org.memoro.contacts.contact.PersonName;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.FactState;
import org.memoro.contacts.fact.FactValue;
import org.memoro.contacts.fact.Facts;
import org.memoro.contacts.fact.WhatFactsSay;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Lets the other facts of a note follow what the user decided on one of them. */
@Component
class FollowFact {
    private final ChoosePerson choosePerson;
    private final Facts facts;

    FollowFact(ChoosePerson choosePerson, Facts facts) {
        this.choosePerson = choosePerson;
        this.facts = facts;
    }

    /** Those facts of the same note that change with the decided one, as they are from now on; the user's own never do. */
    Flux<Fact> all(UUID userId, List<Fact> said, Fact before, Fact decided) {
        return Flux.fromIterable(said)
                .filter(fact -> !fact.isUsers() && !fact.id().equals(decided.id()))
                .concatMap(fact -> follow(userId, fact, before, decided))
                .map(fact -> isOfAnUndonePlan(fact, said) ? fact.in(FactState.OFF) : fact);
    }

    private Mono<Fact> follow(UUID userId, Fact fact, Fact before, Fact decided) {
        if (decided.kind() == FactKind.PERSON) {
            return fact.subject().equals(decided.subject())
                    ? followPerson(userId, fact, decided)
                    : Mono.justOrEmpty(fact)
                            .filter(family -> namesAsRelative(family, before, decided))
                            .map(family -> withRelative(family, decided));
        }
        return fact.kind() == FactKind.FOLLOW_UP && decided.isToldBy(fact)
                ? Mono.just(followPlan(fact, decided))
                : Mono.empty();
    }

    private static boolean isOfAnUndonePlan(Fact fact, List<Fact> said) {
        return fact.kind() == FactKind.FOLLOW_UP
                && said.stream()
                        .anyMatch(plan -> plan.kind() != FactKind.FOLLOW_UP
                                && plan.isUsers()
                                && plan.state() == FactState.OFF
                                && plan.isToldBy(fact));
    }

    private Mono<Fact> followPerson(UUID userId, Fact fact, Fact person) {
        UUID contactId = person.contactId();
        if (person.state() == FactState.OFF) {
            return Mono.just(fact.in(FactState.OFF));
        }
        if (contactId == null || !person.isKept() || !fact.sure()) {
            return Mono.just(fact.about(contactId, FactState.SUGGESTED));
        }
        Fact kept = fact.about(contactId, FactState.KEPT);
        if (fact.kind() == FactKind.FAMILY) {
            return choosePerson.member(userId, kept);
        }
        return facts.kept(userId, contactId)
                .collectList()
                .map(counting ->
                        new WhatFactsSay(contactId, counting).contradicts(kept) ? kept.in(FactState.SUGGESTED) : kept);
    }

    /** "Anna's daughter Mia" means the Mia that the user chose. */
    private static boolean namesAsRelative(Fact family, Fact before, Fact person) {
        String name = FactValue.detail(family, "name");
        return family.kind() == FactKind.FAMILY
                && family.contactId() != null
                && person.isKept()
                && person.contactId() != null
                && !person.contactId().equals(family.contactId())
                && name != null
                && PersonName.parse(name).mayBe(PersonName.parse(person.subject()))
                && (family.memberId() == null || family.memberId().equals(before.contactId()));
    }

    private static Fact withRelative(Fact family, Fact person) {
        FactState state = family.state() == FactState.SUGGESTED && family.sure() ? FactState.KEPT : family.state();
        return family.about(family.contactId(), state).withMember(person.contactId());
    }

    /** A reminder says what its plan says, and goes with it. */
    private static Fact followPlan(Fact followUp, Fact plan) {
        ObjectNode value = followUp.value().deepCopy();
        value.set("text", plan.value().get("text"));
        value.set("date", plan.value().get("date"));
        FactState state = plan.isKept() && !followUp.sure() ? FactState.SUGGESTED : plan.state();
        return followUp.about(plan.contactId(), state).withValue(value);
    }
}
