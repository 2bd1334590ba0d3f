package org.memoro.languagemodels.offline.birthdays;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.dates.DatePhrase.Form;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.phrases.Numbers;

/** Finds the day that an announcement of a birthday goes with. */
final class BirthdayDates {

    /** Later years beside "birthday" name the party, not the birth. */
    private static final int YEAR_OF_A_PARTY = 2020;

    /** How far before the announcement a verb tells whether the day is over. */
    private static final int REACH = 6;

    private final Note note;

    BirthdayDates(Note note) {
        this.note = note;
    }

    /** The day found, and the words it was read from. */
    record Found(DatePhrase date, LocalDate day, @Nullable Integer year, int from, int to) {}

    @Nullable
    Found of(Cue cue) {
        DatePhrase date = dateFor(cue);
        return date == null ? null : read(date, cue, cue.isBirth() || isBehind(cue));
    }

    /** The day at this very token, where a list has one behind each name. */
    @Nullable
    Found at(int token, Cue cue) {
        DatePhrase date = note.dateAt(token);
        return date != null && date.namesCalendarDay() ? read(date, cue, cue.isBirth()) : null;
    }

    private Found read(DatePhrase date, Cue cue, boolean behind) {
        LocalDate day = (behind ? date.past() : date.future()).first();
        int to = note.endOf(date);
        int age = cue.age() > 0 ? cue.age() : ageBehind(to);
        Integer year = age > 0 ? Integer.valueOf(day.getYear() - age) : year(date, cue, day);
        return new Found(date, day, year, note.firstToken(date), to);
    }

    /** "his birthday is on 21 April, he'll be 50". */
    private int ageBehind(int from) {
        int limit = from < note.size() ? Math.min(note.sentenceOf(from).to(), from + REACH) : from;
        for (int i = from; i < limit; i++) {
            if (note.is(i, "be", "turns", "turning") && note.dateAt(i + 1) == null) {
                return Numbers.valueAt(note, i + 1);
            }
        }
        return 0;
    }

    /** The nearest day of the sentence, behind the announcement rather than before it, with no other event between. */
    private @Nullable DatePhrase dateFor(Cue cue) {
        Sentence sentence = note.sentenceOf(cue.at());
        for (int i = cue.at() + 1; i < sentence.to() && !isStop(i); i++) {
            DatePhrase date = note.dateAt(i);
            if (date != null) {
                return isUsable(date) ? date : null;
            }
        }
        for (int i = cue.at() - 1; i >= sentence.from() && !isStop(i) && !note.is(i, ","); i--) {
            DatePhrase date = note.dateAt(i);
            if (date != null) {
                return isUsable(date) && isPredicate(date, cue) ? date : null;
            }
        }
        return null;
    }

    /** "3 May is her birthday", "On Monday he turned 40", "tomorrow for her birthday", "12 May 🎂". */
    private boolean isPredicate(DatePhrase date, Cue cue) {
        int end = note.endOf(date);
        boolean congratulated = note.is(end, "for") && note.is(cue.at() - 1, "his", "her", "'s") && isReached(end);
        return note.is(end, "is", "was", "'s", ":", "(", "-", "–", "=")
                || note.is(cue.at(), "turns", "turned")
                || end == cue.at()
                || congratulated;
    }

    private boolean isReached(int before) {
        for (int i = note.sentenceOf(before).from(); i < before; i++) {
            if (note.is(i, "ring", "call", "phone", "text", "congratulate", "message", "facetime", "rang", "called")) {
                return true;
            }
        }
        return false;
    }

    private boolean isStop(int at) {
        return note.is(
                at,
                ";",
                "not",
                "n't",
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
                "celebrated",
                "until",
                "or");
    }

    private static boolean isUsable(DatePhrase date) {
        boolean day = date.form() == Form.RELATIVE && date.said() == date.past().precision();
        return date.isDay() && (date.namesCalendarDay() || day || date.form() == Form.WEEKDAY);
    }

    private boolean isBehind(Cue cue) {
        int at = cue.at();
        if (note.is(at, "turned") || note.is(at + 1, "was", "were")) {
            return true;
        }
        for (int i = at - 1; i >= Math.max(note.sentenceOf(at).from(), at - REACH); i--) {
            if (note.is(i, ",", ";", "and", "but")) {
                return false;
            }
            if (note.is(i, "was", "were", "had", "forgot", "missed", "celebrated", "turned", "congratulated")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Integer year(DatePhrase date, Cue cue, LocalDate day) {
        boolean justBorn = cue.kind() == Cue.Kind.NEWBORN || (cue.kind() == Cue.Kind.BORN && !date.namesCalendarDay());
        if (justBorn) {
            return day.getYear();
        }
        boolean written = date.form() == Form.FULL;
        return written && (cue.isBirth() || day.getYear() < YEAR_OF_A_PARTY) ? Integer.valueOf(day.getYear()) : null;
    }
}
