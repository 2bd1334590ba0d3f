package org.memoro.languagemodels.offline.followups;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Birthday;
import org.memoro.languagemodels.Extraction.Evidence;
import org.memoro.languagemodels.Extraction.Fact;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Finds the writer's own errands that have a day: "remind me to call Anna on Friday", "I owe him a call next week". */
public final class FindFollowUps {

    private static final double CONFIDENCE = 0.8;
    private static final int MAX_SUMMARY = 160;

    private final FollowUpPhrases phrases = new FollowUpPhrases();
    private final RelationNouns nouns;

    public FindFollowUps(RelationNouns nouns) {
        this.nouns = nouns;
    }

    /** The facts and, behind them, the errands: one of each sentence at most, and none that was read as something else. */
    public Map<Someone, List<Fact>> addedTo(
            Map<Someone, List<Fact>> facts, Map<Someone, Birthday> birthdays, Note note, Cast cast) {
        Map<Someone, List<Fact>> all = new LinkedHashMap<>(facts);
        Antecedents antecedents = new Antecedents(note, cast, nouns);
        for (Sentence sentence : note.sentences()) {
            FollowUpPhrases.Found found = note.is(sentence.to() - 1, "?") ? null : phrases.in(note, sentence);
            Someone person = found == null ? null : person(note, cast, antecedents, found, sentence);
            DatePhrase date = found == null ? null : day(note, found, sentence);
            if (found == null || person == null || date == null) {
                continue;
            }
            Fact errand = fact(note, found, sentence, date);
            Birthday birthday = birthdays.get(person);
            boolean told = facts.getOrDefault(person, List.of()).stream()
                            .anyMatch(fact -> overlap(fact.evidence(), errand.evidence()))
                    || (birthday != null && overlap(birthday.evidence(), errand.evidence()));
            if (!told) {
                all.merge(person, List.of(errand), FindFollowUps::joined);
            }
        }
        return all;
    }

    private static List<Fact> joined(List<Fact> one, List<Fact> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static boolean overlap(Evidence one, Evidence other) {
        return Objects.requireNonNull(one.start()) < Objects.requireNonNull(other.end())
                && Objects.requireNonNull(other.start()) < Objects.requireNonNull(one.end());
    }

    /** Whoever comes first, by name or as "him": "introduce him to Karim" is for him. */
    private static @Nullable Someone person(
            Note note, Cast cast, Antecedents antecedents, FollowUpPhrases.Found found, Sentence sentence) {
        for (int i = found.from(); i < sentence.to(); i++) {
            Someone named = cast.personStartingAt(i);
            if (named != null) {
                Mention mention = cast.mentionAt(i);
                boolean subject = i > found.to() && mention != null && note.isVerb(mention.to());
                return subject ? null : named;
            }
            if (note.is(i, "him", "her", "them", "his")) {
                List<Someone> people = antecedents.of(i);
                return people.size() == 1 ? people.getFirst() : null;
            }
        }
        return null;
    }

    /** The first day behind the announcement, when it is one still to come. */
    private static @Nullable DatePhrase day(Note note, FollowUpPhrases.Found found, Sentence sentence) {
        for (int i = found.to(); i < sentence.to(); i++) {
            DatePhrase date = note.dateAt(i);
            if (date != null) {
                boolean over = date.ahead().last().isBefore(note.today());
                boolean began = note.is(note.firstToken(date) - 1, "since", "from", "of");
                return over || began ? null : date;
            }
        }
        return null;
    }

    /** What is to be done, without who has to: "send her the book" of "I have to send her the book". */
    private static int errandFrom(Note note, FollowUpPhrases.Found found, int end) {
        int from = found.to();
        while (from < end && !note.token(from).isWord()) {
            from++;
        }
        return from >= end || note.is(found.from(), "owe") ? found.from() : from;
    }

    private static Fact fact(Note note, FollowUpPhrases.Found found, Sentence sentence, DatePhrase date) {
        int end = sentence.to();
        while (end > found.to() && note.is(end - 1, ".", "!", ";", ",")) {
            end--;
        }
        String errand = note.text(errandFrom(note, found, end), end);
        return new Fact(
                FactType.OTHER,
                FactStatus.PLANNED,
                errand.length() <= MAX_SUMMARY ? errand : errand.substring(0, MAX_SUMMARY),
                null,
                null,
                null,
                date.ahead().toString(),
                false,
                note.evidence(found.from(), end),
                CONFIDENCE,
                !found.asked());
    }
}
