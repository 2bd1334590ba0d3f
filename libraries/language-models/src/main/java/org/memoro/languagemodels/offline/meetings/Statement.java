package org.memoro.languagemodels.offline.meetings;

import org.memoro.languagemodels.offline.meetings.ContactPhrases.Found;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Cast;

/** The words from {@code from} to {@code to} (exclusive) that tell of one contact, and no more of the sentence. */
record Statement(int from, int to) {

    static Statement of(Note note, Cast cast, Found contact, Sentence sentence) {
        return new Statement(start(note, contact, sentence), end(note, cast, contact, sentence));
    }

    /** What somebody else is told to do before it belongs to another statement: "Tom lives in Leeds, we met in May". */
    private static int start(Note note, Found contact, Sentence sentence) {
        int start = sentence.from();
        boolean others = false;
        boolean verb = false;
        for (int i = sentence.from(); i < contact.from(); i++) {
            if (note.is(i, "i", "we") && !verb) {
                return start;
            }
            others |= !verb && (note.isPerson(i) || note.is(i, "he", "she", "they"));
            verb |= note.isVerb(i) && note.dateAt(i) == null;
            boolean subject = note.isPerson(i + 1) || note.is(i + 1, "i", "we", "he", "she", "they");
            if (others && verb && subject && note.is(i, ",", ";", "and", "but", ":", "-", "–", "—")) {
                start = i + 1;
                others = false;
                verb = false;
            }
        }
        return start;
    }

    /** It ends where another one starts: at a semicolon, a colon, a comma or "and" before a verb, or a new "he works". */
    private static int end(Note note, Cast cast, Found contact, Sentence sentence) {
        for (int i = contact.to(); i < sentence.to(); i++) {
            if (note.is(i, "(")) {
                i = afterBracket(note, i, sentence.to());
            }
            if (note.is(i, ":")
                    && (cast.personStartingAt(i + 1) != null || note.is(i + 1, "me"))
                    && !verbFollows(note, i + 1, sentence.to())) {
                continue; // "Dinner with the Bianchis: Giulia, Marco and little Sofia"
            }
            if (note.dateAt(i) != null) {
                continue;
            }
            boolean word = note.is(i, ";", ":", "who", "which", "that", "because", "so", "but")
                    || (note.is(i, "before", "while", "since") && isClause(note, i + 1, sentence.to()));
            boolean listed = note.is(i, "and", "&") && note.isPerson(i - 1) && note.isPerson(i + 1);
            boolean mark =
                    !listed && note.is(i, ",", "and", "-", "–", "—", "&") && verbFollows(note, i + 1, sentence.to());
            boolean runOn = note.is(i, "he", "she", "they")
                    && i >= contact.to()
                    && (note.isVerb(i + 1) || note.is(i + 1, "'s", "'re", "'ll", "'d", "'ve"));
            if (runOn || mark || (word && cast.personAt(i) == null)) {
                return i;
            }
        }
        return sentence.to();
    }

    /** "before she left", "while waiting", "since Anna moved"; "before work" is none. */
    private static boolean isClause(Note note, int at, int to) {
        boolean subject = note.is(at, "i", "we", "he", "she", "they", "it")
                || note.isPerson(at)
                || note.isPart(at, "DET", "PRON");
        return note.word(at).endsWith("ing") || (subject && verbFollows(note, at, to));
    }

    private static int afterBracket(Note note, int open, int to) {
        for (int i = open; i < to; i++) {
            if (note.is(i, ")")) {
                return i + 1;
            }
        }
        return open;
    }

    private static boolean verbFollows(Note note, int from, int to) {
        for (int i = from; i < to && i < from + 7; i++) {
            if (note.is(i, ",", ";", "and", ":")) {
                return false;
            }
            boolean party = note.is(i, "do") && note.isPart(i - 1, "NOUN", "VERB", "PROPN");
            if (note.isVerb(i) && note.dateAt(i) == null && !party) {
                return true;
            }
        }
        return false;
    }
}
