package org.memoro.languagemodels.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.MatchStatus;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.Notes;

/** The offline rules against notes that people labelled; a floor, so that a better rule for one note harms no other. */
class LabelledNotesTests {

    private static final OfflineExtractor EXTRACTOR = new OfflineExtractor();

    @ParameterizedTest
    @ValueSource(strings = {"notes-dev.jsonl", "notes-own.jsonl"})
    void findsThePeople(String file) {
        Score score = score(file, LabelledNotesTests::people);
        assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(0.98);
        assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(0.98);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes-own.jsonl", "notes-sixty.jsonl", "notes-more.jsonl"})
    void knowsWhoseRelativesPeopleAre(String file) {
        Score score = score(file, LabelledNotesTests::relatives);
        assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(0.97);
        assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes-dev.jsonl", "notes-own.jsonl", "notes-sixty.jsonl", "notes-more.jsonl"})
    void keepsWithoutAskingWhatIsRight(String file) {
        Score score = score(file, LabelledNotesTests::keptFacts);
        assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(0.98);
        assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(0.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes-dev.jsonl", "notes-own.jsonl", "notes-sixty.jsonl", "notes-more.jsonl"})
    void linksOnlyToTheRightContact(String file) {
        Score score = score(file, LabelledNotesTests::links);
        assertThat(score.precision()).as(score.toString()).isEqualTo(1.0);
        assertThat(score.recall()).as(score.toString()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes-dev.jsonl", "notes-own.jsonl"})
    void tellsWhatHappenedToWhom(String file) {
        Score score = score(file, LabelledNotesTests::facts);
        assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(0.93);
        assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes-dev.jsonl", "notes-own.jsonl"})
    void knowsFamiliesBirthdaysAndPlaces(String file) {
        Score score = score(file, LabelledNotesTests::circumstances);
        assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes-dev.jsonl", "notes-own.jsonl"})
    void neverSaysThatSomethingDeniedOrDoubtfulHappened(String file) {
        for (Notes.Labelled note : Notes.labelled(file)) {
            List<String> happened = keys(note.gold(), FactStatus.HAPPENED);
            List<String> open = new ArrayList<>(keys(note.gold(), FactStatus.NEGATED));
            open.addAll(keys(note.gold(), FactStatus.UNCERTAIN));
            open.removeAll(happened);
            assertThat(keys(EXTRACTOR.extract(note.request()), FactStatus.HAPPENED))
                    .as(note.id())
                    .allSatisfy(item -> assertThat(open).doesNotContain(item));
        }
    }

    private static Stream<String> people(Extraction extraction) {
        return extraction.people().stream().map(Person::mention);
    }

    private static Stream<String> links(Extraction extraction) {
        return extraction.people().stream()
                .filter(person -> person.contactMatch().status() == MatchStatus.KNOWN)
                .map(person -> person.contactMatch().contactId());
    }

    private static Stream<String> facts(Extraction extraction) {
        return extraction.people().stream().flatMap(person -> person.facts().stream()
                .map(fact -> person.mention() + " " + fact.type() + " " + fact.status()));
    }

    private static Stream<String> keptFacts(Extraction extraction) {
        return extraction.people().stream().flatMap(person -> person.facts().stream()
                .filter(fact -> !fact.needsConfirmation())
                .map(fact -> person.mention() + " " + fact.type() + " " + fact.status()));
    }

    private static Stream<String> circumstances(Extraction extraction) {
        List<String> all = new ArrayList<>();
        if (extraction.interactionDate() != null) {
            all.add("on " + extraction.interactionDate().date());
        }
        if (extraction.place() != null) {
            all.add("at " + extraction.place().name() + ", "
                    + extraction.place().city());
        }
        relatives(extraction).forEach(all::add);
        for (Person person : extraction.people()) {
            String who = person.mention();
            if (person.birthday() != null) {
                all.add(who + " born " + person.birthday().month() + "-"
                        + person.birthday().day());
            }
            if (person.location() != null) {
                all.add(who + " in " + person.location().place() + " "
                        + person.location().status());
            }
        }
        return all.stream();
    }

    private static Stream<String> relatives(Extraction extraction) {
        List<String> all = new ArrayList<>();
        for (Person person : extraction.people()) {
            person.familyMembers().stream()
                    .filter(member -> member.name() != null)
                    .forEach(member -> all.add(person.mention() + " " + member.relation() + " " + member.name()));
            if (person.relation() != null) {
                all.add(person.mention() + " is my " + person.relation().type());
            }
        }
        return all.stream();
    }

    private static List<String> keys(Extraction extraction, FactStatus status) {
        return extraction.people().stream()
                .flatMap(person -> person.facts().stream()
                        .filter(fact -> fact.status() == status)
                        .map(fact -> person.mention().toLowerCase(Locale.ROOT) + " " + fact.type()))
                .toList();
    }

    private static Score score(String file, Function<Extraction, Stream<String>> items) {
        int right = 0;
        int wrong = 0;
        int missing = 0;
        for (Notes.Labelled note : Notes.labelled(file)) {
            List<String> gold = new ArrayList<>(items.apply(note.gold()).toList());
            for (String item : items.apply(EXTRACTOR.extract(note.request())).toList()) {
                if (gold.remove(item)) {
                    right++;
                } else {
                    wrong++;
                }
            }
            missing += gold.size();
        }
        return new Score(right, wrong, missing);
    }

    private record Score(int right, int wrong, int missing) {

        private double precision() {
            return right / (double) (right + wrong);
        }

        private double recall() {
            return right / (double) (right + missing);
        }
    }
}
