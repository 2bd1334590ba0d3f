package org.memoro.languagemodels.offline.meetings;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.InteractionDate;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.dates.DatePhrase.Form;
import org.memoro.languagemodels.dates.PartialDate.Precision;
import org.memoro.languagemodels.dates.SwappableDays;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Found;
import org.memoro.languagemodels.offline.note.Note;

/** Finds the day of a contact among the dates of its statement, and leaves those of other events alone. */
final class MeetingDates {

    private static final double CONFIDENCE = 0.9;

    /** Without a verb, a day that lies months back is rather the next one. */
    private static final int LONG_AGO = 200;

    private final Note note;

    MeetingDates(Note note) {
        this.note = note;
    }

    /** Whether the statement is of a day that is still to come. */
    boolean isAhead(Statement statement, Found contact, boolean headline) {
        for (int i = statement.from(); i < statement.to(); i++) {
            DatePhrase date = note.dateAt(i);
            if (date != null && (date.isOnlyAhead(note.today()) || (headline && isRatherAhead(date, contact)))) {
                return true;
            }
        }
        return false;
    }

    /** "I met Tom in Durham in 2009" tells since when they know one another. */
    boolean isYearsAgo(Statement statement) {
        for (int i = statement.from(); i < statement.to(); i++) {
            DatePhrase date = note.dateAt(i);
            if (date != null
                    && date.said() == Precision.YEAR
                    && date.isOnlyBehind(note.today())
                    && note.is(note.firstToken(date) - 1, "in")) {
                return true;
            }
        }
        return false;
    }

    private boolean isRatherAhead(DatePhrase date, Found contact) {
        long back = ChronoUnit.DAYS.between(date.past().last(), note.today());
        boolean yearless = date.form() == Form.YEARLESS && back > LONG_AGO;
        boolean openWeekday = date.form() == Form.WEEKDAY && (contact.ahead() || isTimed(note.endOf(date)));
        return !date.past().equals(date.future()) && (yearless || openWeekday);
    }

    /** "Friday 7pm", "Friday at 9": appointments are noted with the hour. */
    private boolean isTimed(int at) {
        String hour = note.word(note.is(at, "at", "@", ",") ? at + 1 : at);
        return !hour.isEmpty() && Character.isDigit(hour.charAt(0)) && !hour.contains("/");
    }

    @Nullable
    InteractionDate of(Statement statement, Found contact) {
        DatePhrase best = null;
        for (int i = statement.from(); i < statement.to(); i++) {
            DatePhrase date = dateAt(i, contact);
            if (date != null && !date.equals(best) && isOfContact(date, first(date), contact) && !isOpen(date)) {
                boolean nearer = best == null
                        || (best.start() < note.token(contact.from()).start()
                                && date.start() > best.start()
                                && date.isDay()
                                && !best.isDay());
                best = nearer ? date : best;
            }
        }
        if (best == null || best.behind().first().isAfter(note.today()) || best.said() == Precision.YEAR) {
            return null;
        }
        return new InteractionDate(best.behind().toString(), note.evidence(first(best), end(best)), CONFIDENCE, false);
    }

    /** The date at a token; of two orders of day and month the one that is near, since contacts are noted soon. */
    private @Nullable DatePhrase dateAt(int at, Found contact) {
        DatePhrase date = note.dateAt(at);
        return date != null || at < contact.from() - 6 ? date : SwappableDays.near(note.token(at), note.today());
    }

    private int first(DatePhrase date) {
        int at = 0;
        while (note.token(at).start() < date.start()) {
            at++;
        }
        return at;
    }

    private int end(DatePhrase date) {
        int at = first(date);
        while (at < note.size() && note.token(at).start() < date.end()) {
            at++;
        }
        return at;
    }

    /** "in March or April": nobody knows which. */
    private boolean isOpen(DatePhrase date) {
        int end = end(date);
        return note.is(end, "or") || note.is(first(date) - 1, "or");
    }

    private boolean isOfContact(DatePhrase date, int from, Found contact) {
        boolean visit = note.is(from - 1, "by") && note.is(from - 2, "came", "dropped", "stopped", "popped", "swung");
        boolean whole =
                note.is(from - 1, "of") && note.is(from - 2, "all", "most", "rest", "morning", "evening", "afternoon");
        if (!visit
                && !whole
                && note.is(from - 1, "until", "till", "since", "before", "after", "by", "due", "from", "of", "til")) {
            return false;
        }
        for (int i = Math.max(0, from - 4); i < from; i++) {
            if (note.is(i, "birthday", "bday", "born", "anniversary")
                    && !(note.is(i - 1, "my", "our", "his", "her", "their") && note.is(i - 2, "for"))
                    && (i == from - 1 || note.is(i + 1, "is", "was", "on", "falls", ":", "'s"))) {
                return false;
            }
        }
        for (int i = Math.min(contact.from(), from); i < from; i++) {
            if (note.is(i, "about", "re", "regarding", "for", "started", "starting", "born", "turned", "moved")
                    && !(note.is(i, "for") && i < contact.to() + 3 && note.isNamed(i + 1))
                    && !isOver(i, from)) {
                return isPurpose(i, date) || isStay(i, date, contact);
            }
        }
        return true;
    }

    /** "met Yannick for the first time - 20 December", "asked for photos when I saw her Sunday": something new was begun. */
    private boolean isOver(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (note.is(i, "-", "–", "—", ";", "when", "while")) {
                return true;
            }
        }
        return false;
    }

    /** "drove out to Montauk for the 4th": the days that were spent there. */
    private boolean isStay(int at, DatePhrase date, Found contact) {
        return note.is(at, "for")
                && at + 1 == first(date)
                && note.is(contact.from(), "drove", "went", "flew", "came", "stayed", "headed", "took", "travelled");
    }

    /** "for lunch on Friday" tells why one met; "for her wedding on 3 May" another event. */
    private boolean isPurpose(int at, DatePhrase date) {
        if (note.is(at, "for") && note.is(at + 1, "the") && note.is(at + 2, "first", "second", "last", "day")) {
            return true;
        }
        boolean purpose = note.is(at, "for")
                && note.dateAt(at + 1) == null
                && !note.is(at + 1, "the", "his", "her", "their", "our", "my", "next", "this");
        if (note.is(at, "for") && date.isOnlyBehind(note.today()) && note.is(at + 2, "birthday")) {
            return true;
        }
        boolean post = note.is(at, "for")
                && (note.is(at + 2, "role", "job", "post", "position")
                        || note.is(at + 3, "role", "job", "post", "position"));
        if (post) {
            return true;
        }
        boolean outing =
                note.is(at, "for") && note.is(at + 2, "birthday", "proms", "evening", "night", "day", "afternoon");
        return purpose || (outing && !note.is(at + 1, "his", "her", "their"));
    }
}
