package org.memoro.contacts.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.ContactNames;
import org.memoro.contacts.contact.MergedName;
import org.memoro.contacts.contact.PersonName;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.relationship.FindPerson;
import org.memoro.contacts.relationship.Relation;
import org.memoro.contacts.relationship.WhoIsMeant;
import org.memoro.contacts.understanding.Extraction.FamilyMember;
import org.memoro.contacts.understanding.Extraction.Person;
import org.memoro.contacts.understanding.RecognisePeople.Context;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Weighs what a reader says about whom a name means against who bears it. No reader is believed that chose one of several
 * bearers, or that offers a single one only as a question.
 */
@Component
class FindWhoIsMeant {
    private final ContactNames names;
    private final FindPerson findPerson;

    FindWhoIsMeant(ContactNames names, FindPerson findPerson) {
        this.names = names;
        this.findPerson = findPerson;
    }

    /** Whom the person of a note may be, before anybody new is written down. */
    Mono<WhoIsMeant> by(
            Context context,
            Person person,
            PersonName name,
            @Nullable Fact before,
            Collection<RecognisedPerson> others) {
        Mono<WhoIsMeant> byName = Mono.defer(() -> byName(context.userId(), name, others))
                .map(who -> narrowed(who, context.typedParticipants()));
        Mono<WhoIsMeant> asBefore = before == null || before.contactId() == null
                ? Mono.empty()
                : names.survivor(context.userId(), before.contactId()).map(WhoIsMeant::one);
        return switch (person.contactMatch().status()) {
            case "known" ->
                living(context, ids(person.contactMatch().contactId()))
                        .flatMap(who -> orAllOfThatName(context, person, who))
                        .switchIfEmpty(byName)
                        .flatMap(who -> asBefore(before, asBefore, who));
            case "ambiguous" ->
                living(context, ids(person.contactMatch().candidateIds().toArray(String[]::new)))
                        .map(who -> person.contactMatch().candidateIds().size() == 1 ? asQuestion(who, context) : who)
                        .switchIfEmpty(byName)
                        .flatMap(who -> asBefore(before, asBefore, who));
            default -> asBefore.switchIfEmpty(byName);
        };
    }

    /** Whether a relative of the note bears this name. */
    static boolean names(FamilyMember member, PersonName name) {
        return member.name() != null && name.mayBe(PersonName.parse(member.name()));
    }

    /** Whom the note meant it still means, whoever of that name was written down since. */
    private static Mono<WhoIsMeant> asBefore(@Nullable Fact before, Mono<WhoIsMeant> asBefore, WhoIsMeant who) {
        return asBefore.filter(one ->
                        before != null && before.isKept() && who.candidates().contains(one.contactId()))
                .defaultIfEmpty(who);
    }

    /** The reader may not know everybody: where several bear the name as the note says it, each may be meant. */
    private Mono<WhoIsMeant> orAllOfThatName(Context context, Person person, WhoIsMeant chosen) {
        return findPerson
                .anybody(context.userId(), PersonName.parse(person.mention()))
                .filter(all -> all.candidates().size() > 1 && all.candidates().contains(chosen.contactId()))
                .map(all -> narrowed(all, context.typedParticipants()))
                .defaultIfEmpty(chosen);
    }

    /** "Little Anna" may be the only Anna we know, or not. */
    private static WhoIsMeant asQuestion(WhoIsMeant who, Context context) {
        return who.contactId() == null
                ? who
                : narrowed(WhoIsMeant.oneOf(List.of(who.contactId())), context.typedParticipants());
    }

    private Mono<WhoIsMeant> living(Context context, List<UUID> ids) {
        return names.lookUp(context.userId(), ids)
                .map(MergedName::survivor)
                .distinct()
                .sort()
                .collectList()
                .filter(found -> !found.isEmpty())
                .map(found -> found.size() == 1
                        ? WhoIsMeant.one(found.getFirst())
                        : narrowed(WhoIsMeant.oneOf(found), context.typedParticipants()));
    }

    private Mono<WhoIsMeant> byName(UUID userId, PersonName name, Collection<RecognisedPerson> others) {
        return Flux.fromIterable(others)
                .filter(other -> other.contactId() != null)
                .concatMap(other -> Flux.fromIterable(other.read().familyMembers())
                        .filter(member -> names(member, name))
                        .concatMap(member -> findPerson.relative(
                                userId,
                                Objects.requireNonNull(other.contactId()),
                                name,
                                Relation.of(member.relation()).orElse(null))))
                .next()
                .switchIfEmpty(Mono.defer(() -> findPerson.anybody(userId, name)));
    }

    private static WhoIsMeant narrowed(WhoIsMeant who, Collection<UUID> typedParticipants) {
        List<UUID> typed =
                who.candidates().stream().filter(typedParticipants::contains).toList();
        return typed.size() == 1 ? WhoIsMeant.one(typed.getFirst()) : who;
    }

    private static List<UUID> ids(@Nullable String... texts) {
        List<UUID> ids = new ArrayList<>();
        for (String text : texts) {
            try {
                if (text != null) {
                    ids.add(UUID.fromString(text));
                }
            } catch (IllegalArgumentException e) {
                // A reader that makes ids up is not believed.
            }
        }
        return ids;
    }
}
