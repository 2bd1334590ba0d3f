package org.memoro.contacts.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.ContactFields;
import org.memoro.contacts.contact.ContactNames;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.FoldedText;
import org.memoro.contacts.contact.Maker;
import org.memoro.contacts.contact.PersonName;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.FactState;
import org.memoro.contacts.relationship.WhoIsMeant;
import org.memoro.contacts.understanding.Extraction.Person;
import org.memoro.events.ContactChanged;
import org.memoro.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out which contacts the people of a note are. What the user once said goes first; a clearly named stranger becomes
 * a new contact; where several may be meant nobody is chosen.
 */
@Component
class RecognisePeople {
    private final Contacts contacts;
    private final ContactNames names;
    private final FindWhoIsMeant findWhoIsMeant;
    private final Outbox outbox;

    RecognisePeople(Contacts contacts, ContactNames names, FindWhoIsMeant findWhoIsMeant, Outbox outbox) {
        this.contacts = contacts;
        this.names = names;
        this.findWhoIsMeant = findWhoIsMeant;
        this.outbox = outbox;
    }

    /** What is known before anybody is recognised. */
    record Context(UUID userId, List<Person> people, List<Fact> known, Collection<UUID> typedParticipants) {

        Optional<Fact> personFact(String subject) {
            return known.stream()
                    .filter(fact ->
                            fact.kind() == FactKind.PERSON && fact.subject().equals(subject))
                    .findFirst();
        }

        /** Whom the user decided on under another form of the name, in the same passage. */
        Optional<Fact> decidedUnderAnotherName(Person person, PersonName name) {
            Set<String> named = people.stream().map(RecognisePeople::subject).collect(Collectors.toSet());
            return known.stream()
                    .filter(fact -> fact.kind() == FactKind.PERSON
                            && fact.isUsers()
                            && !named.contains(fact.subject())
                            && name.mayBe(PersonName.parse(fact.subject()))
                            && ReadAgain.overlap(person.evidence(), fact.evidence()))
                    .findFirst();
        }
    }

    /** The people of a note, in its order. */
    Mono<List<RecognisedPerson>> recognise(Context context) {
        Map<Integer, RecognisedPerson> recognised = new TreeMap<>();
        List<Integer> order = new ArrayList<>();
        // Who is known comes first, so that "her daughter Mia" is looked for among Anna's relatives.
        IntStream.range(0, context.people().size())
                .filter(i -> isKnown(context, i))
                .forEach(order::add);
        IntStream.range(0, context.people().size())
                .filter(i -> !isKnown(context, i))
                .forEach(order::add);
        return Flux.fromIterable(order)
                .concatMap(i -> recognise(context, context.people().get(i), recognised.values())
                        .doOnNext(person -> recognised.put(i, person)))
                .then(Mono.fromSupplier(() -> List.copyOf(recognised.values())));
    }

    /** Makes a contact of a name that nobody has. */
    Mono<UUID> create(UUID userId, PersonName name) {
        return contacts.insert(userId, ContactFields.named(name), Maker.MACHINE)
                .flatMap(id ->
                        outbox.append(ContactChanged.of(userId, id, 1, true)).thenReturn(id));
    }

    private static boolean isKnown(Context context, int index) {
        Person person = context.people().get(index);
        return person.contactMatch().status().equals("known")
                || context.personFact(subject(person)).isPresent();
    }

    private Mono<RecognisedPerson> recognise(Context context, Person person, Collection<RecognisedPerson> others) {
        PersonName name = PersonName.of(person.firstName(), person.lastName(), person.mention());
        Optional<Fact> before = context.personFact(subject(person));
        if (before.isPresent() && before.get().isUsers()) {
            return Mono.just(asTheUserSaid(person, name, before.get()));
        }
        return decidedUnderAnotherName(context, person, name)
                .switchIfEmpty(
                        deletedByUser(context.userId(), before.orElse(null)).map(id -> one(person, name, id, false)))
                .switchIfEmpty(Mono.defer(() -> findWhoIsMeant
                        .by(context, person, name, before.orElse(null), others)
                        .flatMap(who -> decide(context.userId(), person, name, who, others))));
    }

    /** Another engine may call somebody "Tom Huber" who was "Tom": the user's choice stays, as long as the name allows it. */
    private Mono<RecognisedPerson> decidedUnderAnotherName(Context context, Person person, PersonName name) {
        return Mono.justOrEmpty(context.decidedUnderAnotherName(person, name))
                .filterWhen(decided -> decided.contactId() == null
                        ? Mono.just(decided.state() == FactState.OFF)
                        : names.lookUp(context.userId(), List.of(decided.contactId()))
                                .any(contact -> name.mayBe(PersonName.parse(contact.displayName()))))
                .map(decided -> asTheUserSaid(person, name, decided));
    }

    /** Whom a note named and the user then deleted stays deleted, however often the note is read. */
    private Mono<UUID> deletedByUser(UUID userId, @Nullable Fact before) {
        UUID contactId = before == null ? null : before.contactId();
        return contactId == null
                ? Mono.empty()
                : contacts.find(userId, contactId)
                        .filter(kept -> kept.deletedBy() == Maker.USER)
                        .map(kept -> kept.contact().id());
    }

    private Mono<RecognisedPerson> decide(
            UUID userId, Person person, PersonName name, WhoIsMeant who, Collection<RecognisedPerson> others) {
        if (who.contactId() != null) {
            return Mono.just(one(person, name, who.contactId(), false));
        }
        return who.isNobody() && isClear(person, name, others)
                ? create(userId, name).map(id -> one(person, name, id, true))
                : Mono.just(open(person, name, who.candidates()));
    }

    /** Whether the name alone is clear enough to write the person down: read with confidence, or somebody's relative. */
    private static boolean isClear(Person person, PersonName name, Collection<RecognisedPerson> others) {
        return NoteFacts.isConfident(person)
                || others.stream()
                        .filter(other -> other.state() == FactState.KEPT)
                        .flatMap(other -> other.read().familyMembers().stream())
                        .anyMatch(member -> FindWhoIsMeant.names(member, name) && NoteFacts.isConfident(member));
    }

    private static RecognisedPerson asTheUserSaid(Person person, PersonName name, Fact before) {
        return new RecognisedPerson(
                person, name, subject(person), before.contactId(), before.candidates(), before.state(), false);
    }

    private static RecognisedPerson one(Person person, PersonName name, UUID contactId, boolean isNew) {
        RecognisedPerson found =
                new RecognisedPerson(person, name, subject(person), contactId, List.of(), FactState.SUGGESTED, isNew);
        return isNew || found.isSure()
                ? new RecognisedPerson(person, name, found.subject(), contactId, List.of(), FactState.KEPT, isNew)
                : found;
    }

    private static RecognisedPerson open(Person person, PersonName name, List<UUID> candidates) {
        return new RecognisedPerson(person, name, subject(person), null, candidates, FactState.SUGGESTED, false);
    }

    private static String subject(Person person) {
        return FoldedText.of(person.mention());
    }
}
