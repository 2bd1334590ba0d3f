package org.memoro.languagemodels.offline.facts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Birthday;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.dates.DatePhrase.Form;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Numbers;
import org.memoro.languagemodels.offline.relations.RelationNouns;
import org.memoro.languagemodels.offline.relations.Relations;

/** Finds birthdays: "her birthday is on 3 March", "born 12.4.1988", "turns 40 on Friday". */
public final class FindBirthdays {

    private static final double CONFIDENCE = 0.9;

    private final Note note;
    private final Cast cast;
    private final Relations relations;
    private final Antecedents antecedents;
    private final Map<Someone, Birthday> birthdays = new LinkedHashMap<>();

    private FindBirthdays(Note note, Cast cast, Relations relations, RelationNouns nouns) {
        this.note = note;
        this.cast = cast;
        this.relations = relations;
        this.antecedents = new Antecedents(note, cast, nouns);
    }

    public static Map<Someone, Birthday> in(Note note, Cast cast, Relations relations, RelationNouns nouns) {
        FindBirthdays finder = new FindBirthdays(note, cast, relations, nouns);
        for (int i = 0; i < note.size(); i++) {
            Cue cue = finder.cueAt(i);
            if (cue != null && note.is(i + 1, ":") && finder.readList(i)) {
                continue;
            }
            if (cue != null) {
                finder.read(i, cue);
                finder.readEllipsis(note.sentenceOf(i).index() + 1, cue);
            }
        }
        return finder.birthdays;
    }

    /** "Birthdays: Hannah 3 April, Moritz 17 September"; whether there is such a list. */
    private boolean readList(int cue) {
        boolean any = false;
        for (int i = cue + 2; i < note.sentenceOf(cue).to(); i++) {
            Mention mention = cast.mentionAt(i);
            if (mention == null || mention.from() != i) {
                continue;
            }
            int at = note.is(mention.to(), ":", "-", "–", "on", "(") ? mention.to() + 1 : mention.to();
            DatePhrase date = note.dateAt(at);
            Someone person = cast.personAt(i);
            if (date != null && person != null && date.namesCalendarDay()) {
                LocalDate day = date.past().first();
                put(person, year(date, new Cue(false, 0), day), day, i, note.endOf(date));
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
        DatePhrase date = note.dateAt(at);
        if (date != null && date.namesCalendarDay()) {
            LocalDate day = date.future().first();
            put(person, year(date, cue, day), day, from, note.endOf(date));
        }
    }

    private void put(Someone person, @Nullable Integer year, LocalDate day, int from, int to) {
        birthdays.putIfAbsent(
                person,
                new Birthday(
                        year, day.getMonthValue(), day.getDayOfMonth(), note.evidence(from, to), CONFIDENCE, false));
    }

    /** How a birthday is announced; {@code age} is 0 where none is said. */
    private record Cue(boolean birth, int age) {}

    private @Nullable Cue cueAt(int at) {
        if (note.is(at, "birthday", "bday", "b-day", "b'day", "birthdate", "birthdays")) {
            boolean occasion = note.is(
                    at + 1,
                    "party",
                    "cake",
                    "present",
                    "presents",
                    "gift",
                    "gifts",
                    "dinner",
                    "card",
                    "cards",
                    "celebration",
                    "lunch",
                    "brunch",
                    "trip",
                    "drinks",
                    "surprise",
                    "list",
                    "wishes",
                    "barbecue",
                    "bbq",
                    "song");
            return occasion ? null : new Cue(false, Numbers.ordinalAt(note, at - 1));
        }
        if (note.is(at, "be", "is", "'s") && becomesAnAge(at)) {
            return new Cue(false, Numbers.valueAt(note, at + 1));
        }
        int nth = Numbers.ordinalAt(note, at);
        if (nth >= 18
                && note.is(at + 1, "on", "is")
                && note.is(at - 1, "'s", "his", "her", "big")
                && note.dateAt(at) == null) {
            return new Cue(false, nth);
        }
        if (note.is(at, "birth") && note.is(at - 1, "of") && note.is(at - 2, "date")) {
            return new Cue(true, 0);
        }
        if (note.is(at, "born") && (!note.is(at + 1, "in") || note.dateAt(at + 2) != null)) {
            return new Cue(true, 0);
        }
        if (note.is(at, "turns", "turned", "turning", "turn")) {
            int age = Numbers.valueAt(note, at + 1);
            return age > 0 ? new Cue(false, age) : null;
        }
        if (note.is(at, "b", "*")
                && (note.is(at - 1, "(", ":", ",") || note.startsSentence(at))
                && (note.dateAt(at + 1) != null || note.dateAt(at + 2) != null)) {
            return new Cue(true, 0);
        }
        if (isNewChild(at)) {
            return new Cue(true, 0);
        }
        boolean bornOn = (note.is(at, "birth") && note.is(at - 1, "gave", "gives")) || note.is(at, "dob");
        return bornOn ? new Cue(true, 0) : null;
    }

    /** "will be 40 on 14 March", "is 40 on Sunday": an age beside a day. */
    private boolean becomesAnAge(int at) {
        int age = Numbers.valueAt(note, at + 1);
        boolean ahead = note.is(at - 1, "will", "'ll") || note.is(at, "is", "'s");
        int day = note.is(at + 3, "the") ? at + 4 : at + 3;
        return age > 0 && ahead && note.is(at + 2, "on") && note.dateAt(day) != null;
    }

    /** "gave birth to a girl, Ida", "had a baby girl, Mia,": the child is who was born. */
    private boolean isArrival(int at) {
        return (note.is(at, "birth") && note.is(at - 1, "gave", "gives")) || isNewChild(at);
    }

    private boolean isNewChild(int at) {
        boolean child = note.is(at + 1, "a", "an", "their", "her", "his", "little", "baby")
                && (note.is(at + 2, "baby", "girl", "boy", "daughter", "son")
                        || note.is(at + 3, "baby", "girl", "boy", "daughter", "son"));
        return note.is(at, "had", "welcomed") && child;
    }

    private void read(int at, Cue cue) {
        DatePhrase date = dateFor(at);
        if (date == null) {
            return;
        }
        int dateFrom = note.firstToken(date);
        int dateTo = note.endOf(date);
        Someone person = isArrival(at) ? newborn(at, dateFrom) : owner(at, dateFrom);
        if (person == null || birthdays.containsKey(person)) {
            return;
        }
        int from = Math.min(at, dateFrom);
        int start = startOfQuote(person, from);
        LocalDate day = (cue.birth() || isBehind(at) ? date.past() : date.future()).first();
        Integer year = year(date, cue, day);
        put(person, year, day, start, Math.max(dateTo, at + 1));
    }

    private boolean isBehind(int at) {
        return note.is(at, "turned") || note.is(at + 1, "was") || note.is(at - 1, "had");
    }

    /** The nearest day of the sentence, after the announcement rather than before it, with no semicolon or other event between. */
    private @Nullable DatePhrase dateFor(int at) {
        Sentence sentence = note.sentenceOf(at);
        for (int i = at + 1; i < sentence.to() && !isStop(i); i++) {
            DatePhrase date = note.dateAt(i);
            if (date != null) {
                return isUsable(date) ? date : null;
            }
        }
        for (int i = at - 1; i >= sentence.from() && !isStop(i) && !note.is(i, ","); i--) {
            DatePhrase date = note.dateAt(i);
            if (date != null) {
                boolean predicate = note.is(note.endOf(date), "is", "was", "'s", ":", "(", "-", "–")
                        || note.is(at, "turns", "turned");
                return isUsable(date) && predicate ? date : null;
            }
        }
        return null;
    }

    private boolean isStop(int at) {
        return note.is(
                at,
                ";",
                "died",
                "passed",
                "married",
                "party",
                "met",
                "wedding",
                "since",
                "before",
                "after",
                "dinner",
                "celebrating",
                "celebrate",
                "celebrated");
    }

    private static boolean isUsable(DatePhrase date) {
        return date.isDay()
                && (date.namesCalendarDay()
                        || (date.form() == Form.RELATIVE
                                && date.said() == date.past().precision())
                        || date.form() == Form.WEEKDAY);
    }

    private static @Nullable Integer year(DatePhrase date, Cue cue, LocalDate day) {
        if (cue.age() > 0) {
            return day.getYear() - cue.age();
        }
        boolean written = date.form() == Form.FULL;
        return written && (cue.birth() || isYearOfBirth(date, day)) ? Integer.valueOf(day.getYear()) : null;
    }

    /** "Birthday: 3 March 2027" names the next one, not the year of birth. */
    private static boolean isYearOfBirth(DatePhrase date, LocalDate day) {
        return date.past().equals(date.future())
                && day.isBefore(LocalDate.of(day.getYear() + 1, 1, 1))
                && day.getYear() < 2020;
    }

    private @Nullable Someone owner(int cue, int date) {
        int first = Math.min(cue, date);
        Sentence sentence = note.sentenceOf(cue);
        // "her birthday", "Anna's birthday", "Anna's 40th birthday".
        for (int i = cue - 1; i >= sentence.from(); i--) {
            boolean writers = note.is(i, "i", "we") || (note.is(i, "my", "our") && cue - i <= 2);
            if (writers) {
                return null;
            }
            boolean somebodyElse = note.is(i, "'s") && cast.personEndingAt(i) == null && !note.isVerb(i);
            if (relations.isUnnamedRelative(i) || somebodyElse) {
                return null;
            }
            Someone named = cast.personAt(i);
            boolean several = named != null && note.is(cue, "birthdays");
            if (several) {
                return null;
            }
            if (named != null) {
                return isCompany(i) ? only(antecedents.of(cue), named, cue) : named;
            }
            if (note.is(i, "his", "her", "he", "she")) {
                List<Someone> people = antecedents.of(i);
                boolean only = people.isEmpty() && cast.people().size() == 1 && sentence.index() == 0;
                return people.size() == 1
                        ? people.getFirst()
                        : only ? cast.people().getFirst() : null;
            }
            if (note.is(i, ";") && i < first) {
                break;
            }
        }
        return after(cue, sentence);
    }

    private boolean isCompany(int at) {
        Mention mention = cast.mentionAt(at);
        return mention != null && note.is(mention.from() - 1, "with", "for", "about") && note.is(at + 1, ",");
    }

    private static Someone only(List<Someone> people, Someone otherwise, int cue) {
        return people.size() == 1 ? people.getFirst() : otherwise;
    }

    /** "3 March is the birthday of Anna", "Birthday: Anna, 3 March", or the only person of the note so far. */
    private @Nullable Someone after(int cue, Sentence sentence) {
        for (int i = cue + 1; i < sentence.to(); i++) {
            if (cast.personAt(i) != null) {
                boolean led = note.is(i - 1, "of", ":", "-", "–", "for", "to") || note.is(i - 1, ",") || i == cue + 1;
                return led ? cast.personAt(i) : null;
            }
        }
        List<Someone> before = cast.people().stream()
                .filter(person -> person.firstMention().from() < cue)
                .toList();
        boolean near = before.size() == 1
                && sentence.index()
                                - note.sentenceOf(
                                                before.getFirst().firstMention().from())
                                        .index()
                        <= 2;
        return near && !note.is(cue, "born") ? before.getFirst() : null;
    }

    /** "Lena gave birth to a girl, Ida, on 18 November": the last name before the date. */
    private @Nullable Someone newborn(int cue, int date) {
        for (int i = date - 1; i > cue; i--) {
            if (cast.personAt(i) != null) {
                return cast.personAt(i);
            }
        }
        return null;
    }

    private int startOfQuote(Someone person, int from) {
        Mention mention = person.lastMentionBefore(from + 1);
        boolean near = mention != null && note.sameSentence(mention.from(), from) && from - mention.from() <= 12;
        if (near && mention != null) {
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
