package org.memoro.languagemodels.offline.birthdays;

import java.util.LinkedHashMap;
import java.util.Map;
import org.memoro.languagemodels.Extraction.Birthday;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.RelationNouns;
import org.memoro.languagemodels.offline.relations.Relations;

/** Finds birthdays: "her birthday is on 3 March", "born 12.4.1988", "turns 40 on Friday". */
public final class FindBirthdays {

    private static final double CONFIDENCE = 0.9;

    /** Who was born before is nobody the writer knows. */
    private static final int EARLIEST_BIRTH = 1900;

    private final BirthdayCues cues = new BirthdayCues();
    private final RelationNouns nouns;

    public FindBirthdays(RelationNouns nouns) {
        this.nouns = nouns;
    }

    public Map<Someone, Birthday> in(Note note, Cast cast, Relations relations) {
        return new Search(note, cast, relations).birthdays();
    }

    /** The search through one note. */
    private final class Search {

        private final Note note;
        private final Cast cast;
        private final BirthdayDates dates;
        private final BirthdayPeople people;
        private final Map<Someone, Birthday> birthdays = new LinkedHashMap<>();

        private Search(Note note, Cast cast, Relations relations) {
            this.note = note;
            this.cast = cast;
            this.dates = new BirthdayDates(note);
            this.people = new BirthdayPeople(note, cast, relations, new Antecedents(note, cast, nouns));
        }

        private Map<Someone, Birthday> birthdays() {
            for (int i = 0; i < note.size(); i++) {
                Cue cue = cues.at(note, i);
                boolean asked = note.is(note.sentenceOf(i).to() - 1, "?");
                if (cue == null || asked || (isHeading(cue) && readList(cue))) {
                    continue;
                }
                if (cue.kind() != Cue.Kind.LIST) {
                    read(cue);
                    readEllipsis(note.sentenceOf(i).index() + 1, cue);
                }
            }
            return birthdays;
        }

        private void read(Cue cue) {
            BirthdayDates.Found found = dates.of(cue);
            if (found == null) {
                return;
            }
            for (Someone person : people.of(cue, found)) {
                int start = startOfQuote(person, Math.min(cue.at(), found.from()));
                put(
                        person,
                        found,
                        Math.min(start, found.from()),
                        Math.max(found.to(), cue.at() + 1),
                        isGuess(cue.at()));
            }
        }

        private boolean isGuess(int cue) {
            Sentence sentence = note.sentenceOf(cue);
            for (int i = sentence.from(); i < sentence.to(); i++) {
                if (note.is(i, "think", "maybe", "might", "probably", "perhaps", "guess", "unsure", "roughly")) {
                    return true;
                }
            }
            return false;
        }

        /** "Birthdays: Anna 3 May, Tom …", "Birthday list:", "Birthdays to remember:". */
        private boolean isHeading(Cue cue) {
            return cue.kind() == Cue.Kind.LIST || note.is(cue.at() + 1, ":");
        }

        /** Names with a day behind each, in this sentence and in the lines that go on with them; whether there are any. */
        private boolean readList(Cue cue) {
            boolean any = false;
            int from = cue.at() + 1;
            for (int s = note.sentenceOf(cue.at()).index(); s < note.sentences().size(); s++) {
                Sentence sentence = note.sentences().get(s);
                boolean found = readEntries(cue, Math.max(from, sentence.from()), sentence.to());
                any |= found;
                boolean heading = sentence.contains(cue.at()) && !found;
                if (!found && !heading) {
                    return any;
                }
            }
            return any;
        }

        private boolean readEntries(Cue cue, int from, int to) {
            boolean any = false;
            for (int i = from; i < to; i++) {
                Mention mention = cast.mentionAt(i);
                Someone person = cast.personStartingAt(i);
                if (mention == null || person == null) {
                    continue;
                }
                int at = mention.to();
                while (note.is(at, ":", "-", "–", "—", "on", "(", "=", ",", "'s", "is")) {
                    at++;
                }
                BirthdayDates.Found found = dates.at(at, cue);
                if (found != null) {
                    put(person, found, i, found.to(), false);
                    any = true;
                }
            }
            return any;
        }

        /** "Jake's birthday is 19 August. Maddie's is 3 December." */
        private void readEllipsis(int sentence, Cue cue) {
            if (sentence >= note.sentences().size()) {
                return;
            }
            int from = note.sentences().get(sentence).from();
            Someone person = cast.personStartingAt(from);
            Mention mention = cast.mentionAt(from);
            if (person == null
                    || mention == null
                    || !note.is(mention.to(), "'s")
                    || !note.is(mention.to() + 1, "is", "on")) {
                return;
            }
            int at = note.is(mention.to() + 2, "on") ? mention.to() + 3 : mention.to() + 2;
            BirthdayDates.Found found = dates.at(at, cue);
            if (found != null) {
                put(person, found, from, found.to(), false);
            }
        }

        private void put(Someone person, BirthdayDates.Found found, int from, int to, boolean guessed) {
            boolean longAgo = found.year() != null && found.year() < EARLIEST_BIRTH;
            boolean unreadYear = found.to() < note.size()
                    && note.token(found.to()).isNumber()
                    && note.word(found.to()).length() == 4;
            if (longAgo || unreadYear) {
                return;
            }
            birthdays.putIfAbsent(
                    person,
                    new Birthday(
                            found.year(),
                            found.day().getMonthValue(),
                            found.day().getDayOfMonth(),
                            note.evidence(from, to),
                            CONFIDENCE,
                            guessed));
        }

        /** At the person's name where it stands near, else a few words before. */
        private int startOfQuote(Someone person, int from) {
            Mention mention = person.lastMentionBefore(from + 1);
            if (mention != null && note.sameSentence(mention.from(), from) && from - mention.from() <= 12) {
                boolean apart = false;
                for (int i = mention.from(); i < from; i++) {
                    apart |= note.is(i, ";");
                }
                if (!apart) {
                    return mention.from();
                }
            }
            int start = from;
            while (start > note.sentenceOf(from).from()
                    && from - start < 3
                    && !note.is(start - 1, ";", ",", ".", ":", "and")) {
                start--;
            }
            return start;
        }
    }
}
