package org.memoro.contacts.understanding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.Birthday;
import org.memoro.contacts.contact.FoldedText;
import org.memoro.contacts.contact.PersonName;
import org.memoro.contacts.fact.Evidence;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.FactStatus;
import org.memoro.contacts.fact.FactValue;
import org.memoro.contacts.fact.PartialDate;
import org.memoro.contacts.relationship.FindPerson;
import org.memoro.contacts.relationship.Relation;
import org.memoro.contacts.relationship.WhoIsMeant;
import org.memoro.contacts.understanding.Extraction.BirthdayRead;
import org.memoro.contacts.understanding.Extraction.FamilyMember;
import org.memoro.contacts.understanding.Extraction.Location;
import org.memoro.contacts.understanding.Extraction.Reading;
import org.memoro.contacts.understanding.Extraction.TypedFact;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Turns what was read out of a note into facts, kind by kind. */
@Component
class ReadFacts {
    private final FindPerson findPerson;
    private final RecognisePeople people;

    ReadFacts(FindPerson findPerson, RecognisePeople people) {
        this.findPerson = findPerson;
        this.people = people;
    }

    /** Everything the note says, in its order; of a relative the user decided on nobody is made again. */
    Mono<List<Fact>> read(
            UUID userId, NoteFacts note, Extraction extraction, List<RecognisedPerson> recognised, List<Fact> known) {
        return Flux.fromIterable(recognised)
                .concatMap(person -> Flux.concat(
                        Mono.just(note.person(person, personValue(person))),
                        Flux.fromIterable(person.read().familyMembers())
                                .concatMap(member -> family(userId, note, person, member, recognised, known)),
                        Flux.fromIterable(aboutPerson(note, person))))
                .collectList()
                .map(facts -> {
                    List<Fact> all = new ArrayList<>(facts);
                    all.addAll(aboutNote(note, extraction));
                    return all;
                });
    }

    private static ObjectNode personValue(RecognisedPerson person) {
        return FactValue.person(person.read().mention(), person.read().role());
    }

    private static List<Fact> aboutNote(NoteFacts note, Extraction extraction) {
        List<Fact> facts = new ArrayList<>();
        var place = extraction.place();
        if (place != null && (place.name() != null || place.city() != null)) {
            ObjectNode value = FactValue.putIfThere(FactValue.value(), "name", place.name());
            FactValue.putIfThere(value, "city", place.city());
            facts.add(note.aboutNote(FactKind.INTERACTION_PLACE, place.name() + " " + place.city(), value, place));
        }
        var date = extraction.interactionDate();
        if (date != null && FactValue.isPartialDate(date.date())) {
            facts.add(note.aboutNote(
                    FactKind.INTERACTION_DATE, date.date(), FactValue.value().put("date", date.date()), date));
        }
        return facts;
    }

    private static List<Fact> aboutPerson(NoteFacts note, RecognisedPerson person) {
        List<Fact> facts = new ArrayList<>();
        relation(note, person).ifPresent(facts::add);
        birthday(note, person).ifPresent(facts::add);
        location(note, person).ifPresent(facts::add);
        news(note, person).ifPresent(facts::add);
        for (TypedFact read : person.read().facts()) {
            FactKind.of(read.type()).ifPresent(kind -> facts.add(typed(note, person, kind, read)));
            followUp(note, person, read).ifPresent(facts::add);
        }
        return facts;
    }

    private static Optional<Fact> relation(NoteFacts note, RecognisedPerson person) {
        var read = person.read().relation();
        return read == null
                ? Optional.empty()
                : Relation.of(read.type())
                        .map(relation -> note.aboutPerson(
                                person,
                                FactKind.RELATION_TO_ME,
                                relation.word(),
                                FactValue.relation(relation),
                                read,
                                FactStatus.HAPPENED,
                                NoteFacts.isSure(read)));
    }

    private static Optional<Fact> birthday(NoteFacts note, RecognisedPerson person) {
        BirthdayRead read = person.read().birthday();
        if (read == null) {
            return Optional.empty();
        }
        Birthday birthday = new Birthday(read.year(), read.month(), read.day());
        return birthday.isReal(LocalDate.ofInstant(note.now(), java.time.ZoneOffset.ofHours(14)))
                ? Optional.of(note.aboutPerson(
                        person,
                        FactKind.BIRTHDAY,
                        birthday.year() + " " + birthday.month() + " " + birthday.day(),
                        FactValue.birthday(birthday),
                        read,
                        FactStatus.HAPPENED,
                        NoteFacts.isSure(read)))
                : Optional.empty();
    }

    private static Optional<Fact> location(NoteFacts note, RecognisedPerson person) {
        Location read = person.read().location();
        return read == null
                ? Optional.empty()
                : Optional.of(note.aboutPerson(
                        person,
                        FactKind.LOCATION,
                        read.status() + " " + read.place(),
                        FactValue.location(read.place(), read.status(), read.date()),
                        read,
                        read.status().equals("planned") ? FactStatus.PLANNED : FactStatus.HAPPENED,
                        NoteFacts.isSure(read)));
    }

    private static Optional<Fact> news(NoteFacts note, RecognisedPerson person) {
        String text = person.read().news();
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        News news = News.of(person.read());
        return Optional.of(note.aboutPerson(
                person, FactKind.NEWS, text, FactValue.text(text), news, news.status(), news.isSure()));
    }

    /** News is one line made of several facts: it is as sure as the least sure of them. */
    private record News(
            @Nullable Evidence evidence,
            double confidence,
            boolean needsConfirmation,
            FactStatus status,
            boolean isPersonOnly)
            implements Reading {

        /** Without a fact behind it the only doubt is who is meant, and the person's own fact asks that. */
        boolean isSure() {
            return isPersonOnly || NoteFacts.isSure(this);
        }

        static News of(Extraction.Person person) {
            List<TypedFact> told =
                    person.facts().stream().filter(TypedFact::isNews).toList();
            if (told.isEmpty()) {
                return new News(person.evidence(), person.confidence(), false, FactStatus.HAPPENED, true);
            }
            return new News(
                    told.getFirst().evidence(),
                    told.stream().mapToDouble(TypedFact::confidence).min().orElse(0),
                    told.stream().anyMatch(TypedFact::needsConfirmation),
                    told.stream()
                            .map(fact -> FactStatus.of(fact.status()))
                            .min(Comparable::compareTo)
                            .orElse(FactStatus.HAPPENED),
                    false);
        }
    }

    private static Fact typed(NoteFacts note, RecognisedPerson person, FactKind kind, TypedFact read) {
        ObjectNode value = FactValue.text(read.summary());
        FactValue.putIfThere(value, "organization", read.organization());
        FactValue.putIfThere(value, "title", read.title());
        FactValue.putIfThere(value, "place", read.place());
        FactValue.putIfThere(value, "date", read.date());
        return note.aboutPerson(
                person, kind, read.summary(), value, read, FactStatus.of(read.status()), NoteFacts.isSure(read));
    }

    /** What is planned for a day still to come is worth a reminder. */
    private static Optional<Fact> followUp(NoteFacts note, RecognisedPerson person, TypedFact read) {
        PartialDate date = PartialDate.parse(read.date());
        if (!read.status().equals(FactStatus.PLANNED.word())
                || date == null
                || date.last().isBefore(note.asOf())) {
            return Optional.empty();
        }
        ObjectNode value = FactValue.putIfThere(FactValue.text(read.summary()), "date", read.date());
        return Optional.of(note.aboutPerson(
                person, FactKind.FOLLOW_UP, read.summary(), value, read, FactStatus.PLANNED, NoteFacts.isSure(read)));
    }

    private Mono<Fact> family(
            UUID userId,
            NoteFacts note,
            RecognisedPerson owner,
            FamilyMember read,
            List<RecognisedPerson> recognised,
            List<Fact> known) {
        Relation relation = Relation.of(read.relation()).orElse(Relation.OTHER);
        ObjectNode value = FactValue.family(relation, read.name());
        String said = relation.word() + " " + read.name();
        Optional<Fact> decided = known.stream()
                .filter(fact -> fact.kind() == FactKind.FAMILY
                        && fact.isUsers()
                        && fact.subject().equals(owner.subject())
                        && fact.said().equals(FoldedText.of(said)))
                .findFirst();
        if (decided.isPresent()) {
            return Mono.just(note.family(owner, decided.get().memberId(), said, value, read, false, List.of()));
        }
        return member(userId, owner, read, relation, recognised)
                .filter(member -> member.id() == null || !member.id().equals(owner.contactId()))
                .map(member ->
                        note.family(owner, member.id(), said, value, read, member.isSure(read), member.candidates()));
    }

    /** The relative a note names: which contact that is, and whether nobody knew them before. */
    private record Member(@Nullable UUID id, List<UUID> candidates, boolean isNew) {

        boolean isSure(FamilyMember read) {
            return read.name() != null && (isNew ? NoteFacts.isConfident(read) : NoteFacts.isSure(read));
        }
    }

    private Mono<Member> member(
            UUID userId,
            RecognisedPerson owner,
            FamilyMember read,
            Relation relation,
            List<RecognisedPerson> recognised) {
        if (read.name() == null || read.name().isBlank()) {
            return Mono.just(new Member(null, List.of(), false));
        }
        PersonName name = PersonName.parse(read.name());
        Optional<RecognisedPerson> inNote = recognised.stream()
                .filter(other -> !other.equals(owner) && other.name().mayBe(name))
                .findFirst();
        if (inNote.isPresent()) {
            return Mono.just(inNote(inNote.get()));
        }
        if (owner.contactId() == null) {
            return Mono.just(new Member(null, List.of(), true));
        }
        return findPerson
                .relative(userId, owner.contactId(), name, relation)
                .flatMap(who -> found(userId, owner, read, name, who));
    }

    private static Member inNote(RecognisedPerson person) {
        boolean isNew = person.isNew() || person.read().contactMatch().status().equals("new");
        return new Member(person.contactId(), person.candidates(), isNew);
    }

    private Mono<Member> found(
            UUID userId, RecognisedPerson owner, FamilyMember read, PersonName name, WhoIsMeant who) {
        if (!who.isNobody()) {
            return Mono.just(new Member(who.contactId(), who.candidates(), false));
        }
        boolean clear = owner.stateOf(NoteFacts.isConfident(read)) == org.memoro.contacts.fact.FactState.KEPT;
        return clear
                ? people.create(userId, name).map(id -> new Member(Objects.requireNonNull(id), List.of(), true))
                : Mono.just(new Member(null, List.of(), true));
    }
}
