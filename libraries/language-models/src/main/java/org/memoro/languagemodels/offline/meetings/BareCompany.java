package org.memoro.languagemodels.offline.meetings;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Found;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Way;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;

/** Reads lines that name company, a day and perhaps a place, and nothing that was done: "With Anna at Nopi yesterday". */
final class BareCompany {

    private static final String[] WITH = {"with", "w/", "w", "mit", "avec", "con"};

    @Nullable
    Found in(Note note, Sentence sentence) {
        if (!tellsADay(note, sentence) || tellsADeed(note, sentence)) {
            return null;
        }
        int start = afterDay(note, sentence);
        if (note.is(start, WITH) && note.isPerson(start + 1)) {
            return new Found(Way.IN_PERSON, start, start + 1, false);
        }
        int end = start;
        boolean writer = start > sentence.from();
        boolean somebody = false;
        while (end < sentence.to() && isOfList(note, end)) {
            writer |= note.is(end, "me", "us", "i");
            somebody |= note.isPerson(end);
            end++;
        }
        boolean placed = note.is(end, "at", "@", "in", "on") && end + 1 < sentence.to() && note.dateAt(end + 1) == null;
        return writer && somebody && placed && !namesMore(note, end, sentence)
                ? new Found(Way.IN_PERSON, end - 1, end, false)
                : null;
    }

    /** "Anna at Kew, Tom at home": they were not together. */
    private static boolean namesMore(Note note, int from, Sentence sentence) {
        for (int i = from; i < sentence.to(); i++) {
            if (note.isPerson(i)) {
                return true;
            }
        }
        return false;
    }

    /** The token behind "Saturday:" or "On Sunday," where the line starts so. */
    private static int afterDay(Note note, Sentence sentence) {
        int at = note.is(sentence.from(), "on", "last", "this") ? sentence.from() + 1 : sentence.from();
        DatePhrase day = note.dateAt(at);
        int end = day == null ? sentence.from() : note.endOf(day);
        return note.is(end, ":", "-", "–", "—", ",") ? end + 1 : end > sentence.from() ? end : sentence.from();
    }

    private static boolean isOfList(Note note, int at) {
        return note.isPerson(at)
                || note.is(
                        at,
                        ",",
                        "and",
                        "&",
                        "+",
                        "me",
                        "us",
                        "i",
                        "the",
                        "kids",
                        "girls",
                        "boys",
                        "children",
                        "family",
                        "gang",
                        "lot",
                        "my",
                        "our");
    }

    /** A day that something was on, and not since or until when something is. */
    private static boolean tellsADay(Note note, Sentence sentence) {
        boolean told = false;
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (note.is(i, "since", "until", "till", "from", "by", "next", "starting", "as")) {
                return false;
            }
            told |= note.dateAt(i) != null;
        }
        return told;
    }

    private static boolean tellsADeed(Note note, Sentence sentence) {
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (note.isVerb(i) && note.dateAt(i) == null && !note.isNamed(i)) {
                return true;
            }
        }
        return false;
    }
}
