package org.memoro.web.note;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.memoro.internaltokens.DependencyUnavailable;
import org.memoro.web.layout.DayWords;
import org.memoro.web.layout.Face;
import org.memoro.web.layout.Visitor;
import org.memoro.web.neighbour.Fact;
import org.memoro.web.neighbour.Facts;
import org.memoro.web.neighbour.Interaction;
import org.memoro.web.neighbour.Interactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings a note together with what was understood from it. */
@Component
public class NoteCards {

    /** Enough to hide the round trips of one page of notes, few enough to leave connections for others. */
    private static final int AT_ONCE = 10;

    private static final Duration FRESH = Duration.ofDays(1);

    private final Interactions interactions;
    private final Facts facts;
    private final Clock clock;

    NoteCards(Interactions interactions, Facts facts, Clock clock) {
        this.interactions = interactions;
        this.facts = facts;
        this.clock = clock;
    }

    public DayWords days(Visitor visitor) {
        return new DayWords(clock.instant(), visitor.zone());
    }

    public Mono<NoteCard> card(Visitor visitor, UUID id, NoteCard.Layout layout) {
        return interactions.get(id).flatMap(note -> card(visitor, note, layout));
    }

    public Mono<List<NoteCard>> cards(Visitor visitor, List<Interaction> notes, NoteCard.Layout layout) {
        return Flux.fromIterable(notes)
                .flatMapSequential(note -> card(visitor, note, layout), AT_ONCE)
                .collectList();
    }

    /** The note is shown even while nobody can say what was understood from it. */
    public Mono<NoteCard> card(Visitor visitor, Interaction note, NoteCard.Layout layout) {
        return facts.ofNote(note.id())
                .onErrorReturn(DependencyUnavailable.class, List.of())
                .map(understood -> assemble(days(visitor), note, understood, layout));
    }

    NoteCard assemble(DayWords days, Interaction note, List<Fact> understood, NoteCard.Layout layout) {
        Map<UUID, String> names = names(note, understood);
        List<NoteCard.Question> questions = understood.stream()
                .filter(fact -> fact.asksWho() && fact.id() != null)
                .map(NoteCards::question)
                .toList();
        FactWords words = new FactWords(days, names, unknown(understood));
        List<NoteCard.Chip> chips = understood.stream()
                .filter(fact -> fact.id() != null && !fact.asksWho() && !SaidTwice.isToldBy(fact, understood))
                .map(fact -> chip(fact, words, names))
                .toList();
        ReadingWords reading = new ReadingWords(days, note);
        return new NoteCard(
                note.id(),
                note.version(),
                layout,
                state(note, understood),
                note.occurredOn(),
                heading(days, note, about(note, understood), questions),
                note.words(),
                MarkedWords.of(note.words(), understood),
                questions,
                chips,
                note.understanding().isNamesAndDatesOnly(),
                reading.failure(),
                reading.reader());
    }

    /** Everyone the note names, typed by hand or recognised. */
    static Map<UUID, String> names(Interaction note, List<Fact> understood) {
        Map<UUID, String> names = new HashMap<>();
        for (Fact fact : understood) {
            fact.choices().forEach(choice -> names.put(choice.contactId(), choice.displayName()));
            if (fact.kind().equals("person")
                    && fact.contactId() != null
                    && fact.value().displayName() != null) {
                names.put(fact.contactId(), fact.value().displayName());
            }
        }
        note.people().stream()
                .filter(person -> person.displayName() != null)
                .forEach(person -> names.put(person.contactId(), Objects.requireNonNull(person.displayName())));
        return names;
    }

    /** While one name waits for an answer, the facts that wait with it are about that name. */
    static String unknown(List<Fact> understood) {
        List<String> asked = understood.stream()
                .filter(Fact::asksWho)
                .map(fact -> Objects.requireNonNullElse(fact.value().displayName(), "Someone"))
                .toList();
        return asked.size() == 1 ? asked.getFirst() : "Someone";
    }

    private NoteCard.State state(Interaction note, List<Fact> understood) {
        return switch (note.understanding().state()) {
            case "pending" -> NoteCard.State.UNDERSTANDING;
            case "failed" -> NoteCard.State.FAILED;
            case "done" ->
                understood.stream().anyMatch(Fact::isSuggested)
                        ? NoteCard.State.REVIEW
                        : isFresh(note) ? NoteCard.State.KEPT : NoteCard.State.SETTLED;
            default -> NoteCard.State.OFF;
        };
    }

    private boolean isFresh(Interaction note) {
        Instant written = Objects.requireNonNullElse(note.createdAt(), Instant.EPOCH);
        return written.isAfter(clock.instant().minus(FRESH));
    }

    /** Whom the note is with or else, when nobody has to be asked for first, whom it names; each in its order. */
    private static List<Interaction.Participant> about(Interaction note, List<Fact> understood) {
        return note.people().isEmpty() && understood.stream().noneMatch(Fact::asksWho)
                ? understood.stream()
                        .filter(fact -> fact.kind().equals("person") && fact.isKept())
                        .flatMap(fact -> Stream.ofNullable(fact.contactId())
                                .map(id -> new Interaction.Participant(
                                        id, fact.value().displayName())))
                        .distinct()
                        .toList()
                : note.people();
    }

    private static NoteCard.Heading heading(
            DayWords days, Interaction note, List<Interaction.Participant> about, List<NoteCard.Question> questions) {
        LocalDate day = note.occurredOn();
        Optional<Interaction.Participant> first = about.stream().findFirst();
        String who = first.map(person -> Objects.requireNonNullElse(person.displayName(), "Someone"))
                .orElseGet(() -> questions.isEmpty()
                        ? "Note"
                        : "Someone called " + questions.getFirst().name());
        return new NoteCard.Heading(
                who,
                first.map(Interaction.Participant::contactId).orElse(null),
                Math.max(0, about.size() - 1),
                first.map(person -> Face.of(person.contactId(), who)).orElse(null),
                when(days, note),
                day.toString(),
                Integer.toString(day.getDayOfMonth()),
                days.weekday(day),
                days.full(day));
    }

    /** The time when that says something, and how the day it happened differs from the day it was written. */
    private static String when(DayWords days, Interaction note) {
        Instant occurredAt = note.occurredAt();
        if (occurredAt != null) {
            return days.time(occurredAt);
        }
        Instant written = note.writtenAt() != null ? note.writtenAt() : note.createdAt();
        if (written == null) {
            return days.day(note.occurredOn());
        }
        LocalDate writtenOn = days.dayOf(written);
        return writtenOn.equals(note.occurredOn())
                ? days.timeOrNow(written)
                : days.recent(note.occurredOn()) + ", written " + writtenWhen(days, written, writtenOn);
    }

    private static String writtenWhen(DayWords days, Instant written, LocalDate writtenOn) {
        return writtenOn.equals(days.today())
                ? days.timeOrNow(written).toLowerCase(java.util.Locale.ROOT)
                : days.brief(writtenOn);
    }

    private static NoteCard.Question question(Fact fact) {
        String name = Objects.requireNonNullElse(fact.value().displayName(), "this");
        return new NoteCard.Question(
                Objects.requireNonNull(fact.id()),
                name,
                fact.choices().stream()
                        .map(choice -> new NoteCard.Choice(
                                choice.contactId(),
                                choice.displayName(),
                                Face.of(choice.contactId(), choice.displayName())))
                        .toList());
    }

    private static NoteCard.Chip chip(Fact fact, FactWords words, Map<UUID, String> names) {
        FactKind kind = FactKind.of(fact.kind());
        UUID person = fact.contactId();
        Face face = kind == FactKind.PERSON && person != null && names.containsKey(person)
                ? Face.of(person, names.get(person))
                : null;
        return new NoteCard.Chip(
                Objects.requireNonNull(fact.id()),
                kind.color(),
                kind.icon(),
                FactKind.label(fact),
                Objects.requireNonNull(fact.state()),
                words.sentence(fact),
                face);
    }
}
