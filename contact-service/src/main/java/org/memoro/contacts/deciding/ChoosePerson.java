package org.memoro.contacts.deciding;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.ContactFields;
import org.memoro.contacts.contact.ContactNames;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.Maker;
import org.memoro.contacts.contact.PersonName;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.FactState;
import org.memoro.contacts.fact.FactValue;
import org.memoro.contacts.relationship.FindPerson;
import org.memoro.contacts.relationship.WhoIsMeant;
import org.memoro.events.ContactChanged;
import org.memoro.outbox.Outbox;
import org.memoro.problems.FieldProblem;
import org.memoro.problems.ProblemException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says whom a fact is about once the user has answered, for the fact itself and for those that follow it. */
@Component
class ChoosePerson {
    private final Contacts contacts;
    private final ContactNames names;
    private final FindPerson findPerson;
    private final Outbox outbox;

    ChoosePerson(Contacts contacts, ContactNames names, FindPerson findPerson, Outbox outbox) {
        this.contacts = contacts;
        this.names = names;
        this.findPerson = findPerson;
        this.outbox = outbox;
    }

    /** The fact with whom the user chose. */
    Mono<Fact> choose(UUID userId, Fact fact, Decision decision) {
        if (fact.kind() == FactKind.FAMILY && fact.contactId() != null) {
            return chooseMember(userId, fact, decision);
        }
        boolean stranger = fact.kind() == FactKind.PERSON
                && fact.isKept()
                && fact.contactId() == null
                && fact.candidates().isEmpty();
        if (decision.newContact() || (stranger && !decision.choosesPerson())) {
            return create(userId, nameOf(fact)).map(id -> fact.about(id, fact.state()));
        }
        return decision.contactId() == null
                ? Mono.just(fact)
                : chosen(userId, decision.contactId()).map(id -> fact.about(id, fact.state()));
    }

    private Mono<Fact> chooseMember(UUID userId, Fact fact, Decision decision) {
        if (decision.contactId() != null) {
            return chosen(userId, decision.contactId())
                    .filter(id -> !id.equals(fact.contactId()))
                    .switchIfEmpty(Mono.error(ChoosePerson::notThere))
                    .map(id -> fact.about(fact.contactId(), fact.state()).withMember(id));
        }
        if (decision.newContact()) {
            return create(userId, memberName(fact))
                    .map(id -> fact.about(fact.contactId(), fact.state()).withMember(id));
        }
        return fact.isKept() && fact.memberId() == null ? requireMember(userId, fact) : Mono.just(fact);
    }

    private Mono<Fact> requireMember(UUID userId, Fact fact) {
        return member(userId, fact).doOnNext(found -> {
            if (found.memberId() == null) {
                throw ProblemException.validation(
                        List.of(new FieldProblem("/contactId", "Say first who is meant, by contactId or newContact.")));
            }
        });
    }

    /** The fact with the relative it names, who may be somebody new; it asks when several may be meant. */
    Mono<Fact> member(UUID userId, Fact fact) {
        String name = FactValue.detail(fact, "name");
        UUID owner = Objects.requireNonNull(fact.contactId());
        if (fact.memberId() != null) {
            return Mono.just(fact);
        }
        if (name == null) {
            return Mono.just(fact.in(FactState.SUGGESTED));
        }
        PersonName memberName = PersonName.parse(name);
        return findPerson
                .relative(userId, owner, memberName, FactValue.relationOf(fact))
                .flatMap(who -> member(userId, fact, memberName, who));
    }

    private Mono<Fact> member(UUID userId, Fact fact, PersonName name, WhoIsMeant who) {
        if (who.contactId() != null) {
            return Mono.just(fact.withMember(who.contactId()));
        }
        return who.isNobody()
                ? create(userId, name).map(fact::withMember)
                : Mono.just(fact.in(FactState.SUGGESTED).withCandidates(who.candidates()));
    }

    private Mono<UUID> chosen(UUID userId, UUID contactId) {
        return names.survivor(userId, contactId).switchIfEmpty(Mono.error(ChoosePerson::notThere));
    }

    private Mono<UUID> create(UUID userId, PersonName name) {
        return contacts.insert(userId, ContactFields.named(name), Maker.USER)
                .flatMap(id ->
                        outbox.append(ContactChanged.of(userId, id, 1, true)).thenReturn(id));
    }

    private static PersonName nameOf(Fact fact) {
        String told = fact.kind() == FactKind.PERSON ? FactValue.detail(fact, "displayName") : fact.subject();
        String name = orSubject(told, fact);
        if (name.isBlank()) {
            throw ProblemException.validation(List.of(
                    new FieldProblem("/newContact", "needs a name, and this fact has none: choose by contactId.")));
        }
        return PersonName.parse(name);
    }

    private static PersonName memberName(Fact fact) {
        String name = FactValue.detail(fact, "name");
        if (name == null) {
            throw ProblemException.validation(
                    List.of(new FieldProblem("/value/name", "Say what the relative is called.")));
        }
        return PersonName.parse(name);
    }

    private static String orSubject(@Nullable String name, Fact fact) {
        return name == null || name.isBlank() ? fact.subject() : name;
    }

    private static ProblemException notThere() {
        return ProblemException.validation(List.of(new FieldProblem("/contactId", "must be one of your contacts.")));
    }
}
