package org.memoro.search.query;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.search.document.Embedding;
import org.memoro.search.query.FindContacts.RankedContact;
import org.memoro.search.query.Found.FoundContact;
import org.memoro.search.query.Found.FoundNote;
import org.memoro.search.query.SearchAnswer.Item;
import org.memoro.search.query.SearchAnswer.Person;
import org.memoro.search.text.Word;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows one page of what was found: the passage, the people, the date, and why. */
@Component
class ShowResults {
    /** In the nearer half of the notes nearest in meaning: only then is meaning a reason and not a remainder. */
    private static final double NEAR = 0.5;

    private final Words words;
    private final Notes notes;
    private final NoteVectors vectors;

    ShowResults(Words words, Notes notes, NoteVectors vectors) {
        this.words = words;
        this.notes = notes;
        this.vectors = vectors;
    }

    /** What the page needs to know beyond the ranking. */
    private record Shown(
            Map<UUID, String> texts,
            Map<UUID, List<Person>> people,
            Map<UUID, Meant> meant,
            Set<String> hitWords,
            String question) {
        String textOf(UUID id) {
            return texts.getOrDefault(id, "");
        }

        List<Person> peopleOf(UUID id) {
            return people.getOrDefault(id, List.of());
        }

        List<Word> hitsIn(String text) {
            return Word.of(text).stream()
                    .filter(word -> hitWords.contains(word.text()))
                    .toList();
        }
    }

    Mono<List<Item>> of(
            UUID userId, List<Found> page, Collection<String> lexemes, String question, Optional<Embedding> meaning) {
        List<UUID> ids =
                page.stream().filter(FoundNote.class::isInstance).map(Found::id).toList();
        return notes.texts(userId, ids)
                .zipWhen(texts -> notes.people(userId, ids))
                .flatMap(read -> words.of(lexemes, wordsOn(page, read.getT1(), read.getT2()))
                        .zipWhen(hits -> meaning.map(asked -> vectors.meantIn(userId, asked, ids))
                                .orElse(Mono.just(Map.of())))
                        .map(found -> new Shown(read.getT1(), read.getT2(), found.getT2(), found.getT1(), question)))
                .map(shown -> page.stream().map(found -> item(found, shown)).toList());
    }

    private static Set<String> wordsOn(List<Found> page, Map<UUID, String> texts, Map<UUID, List<Person>> people) {
        Stream<String> notes = texts.values().stream();
        Stream<String> names = people.values().stream().flatMap(List::stream).map(Person::displayName);
        Stream<String> contacts = page.stream()
                .filter(FoundContact.class::isInstance)
                .map(found -> ((FoundContact) found).contact().contact().about());
        return Stream.of(notes, names, contacts)
                .flatMap(Function.identity())
                .flatMap(text -> Word.of(text).stream())
                .map(Word::text)
                .collect(Collectors.toSet());
    }

    private static Item item(Found found, Shown shown) {
        return switch (found) {
            case FoundNote note -> noteItem(note.note(), shown);
            case FoundContact contact -> contactItem(contact.contact(), shown);
        };
    }

    private static Item noteItem(RankedNote ranked, Shown shown) {
        String text = shown.textOf(ranked.id());
        List<Word> hits = shown.hitsIn(text);
        List<Person> people = shown.peopleOf(ranked.id());
        Passage passage = passage(ranked, text, hits, shown);
        boolean nameHit = people.stream()
                .anyMatch(person -> !shown.hitsIn(person.displayName()).isEmpty());
        return new Item(
                ResultType.INTERACTION,
                ranked.id(),
                people,
                ranked.note().occurredOn(),
                passage.text(),
                passage.highlights(),
                rounded(ranked.score()),
                reasons(ranked, !hits.isEmpty(), nameHit));
    }

    /** Words that match are pointed at; where none do, the sentence that means what was asked for. */
    private static Passage passage(RankedNote ranked, String text, List<Word> hits, Shown shown) {
        Meant meant = shown.meant().get(ranked.id());
        return hits.isEmpty() && ranked.isNearInMeaning() && meant != null && meant.isOf(text)
                ? Passage.around(text, meant)
                : Passage.of(text, hits, shown.question());
    }

    private static List<Reason> reasons(RankedNote ranked, boolean wordHit, boolean nameHit) {
        EnumSet<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (wordHit && ranked.sharesWords()) {
            reasons.add(Reason.WORDS);
        }
        if (ranked.named() || (nameHit && ranked.sharesWords())) {
            reasons.add(Reason.NAME);
        }
        // What shares words with neither its text nor its people shares them with its date.
        if (ranked.dated() || (ranked.sharesWords() && reasons.isEmpty())) {
            reasons.add(Reason.DATE);
        }
        if (ranked.isNearInMeaning() && (ranked.meaning() >= NEAR || reasons.isEmpty())) {
            reasons.add(Reason.MEANING);
        }
        if (reasons.isEmpty()) {
            // The note before it in its thread has what was asked for.
            reasons.add(ranked.threadMeaning() >= ranked.threadWords() ? Reason.MEANING : Reason.WORDS);
        }
        return List.copyOf(reasons);
    }

    private static Item contactItem(RankedContact ranked, Shown shown) {
        String about = ranked.contact().about();
        Passage passage = Passage.of(about, shown.hitsIn(about), shown.question());
        return new Item(
                ResultType.CONTACT,
                ranked.contact().id(),
                List.of(new Person(ranked.contact().id(), ranked.contact().displayName())),
                ranked.contact().lastInteractionOn(),
                passage.text(),
                passage.highlights(),
                rounded(ranked.score()),
                List.of(ranked.reason()));
    }

    private static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }
}
