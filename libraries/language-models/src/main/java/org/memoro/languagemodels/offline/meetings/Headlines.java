package org.memoro.languagemodels.offline.meetings;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Found;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Way;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.phrases.Inflections;

/** Meetings told without a verb: "Ferry to Hydra with Nikos on 3 September", "Board game night at Marek's, Saturday". */
final class Headlines {

    /** Words between the start of a headline and its noun, as in "Quick early morning coffee". */
    private static final int BEFORE_NOUN = 6;

    private static final String[] WITH = {"with", "w/", "w", "con", "mit", "avec"};

    private final Occasions occasions;
    private final Inflections inflections;
    private final BareCompany bareCompany = new BareCompany();

    Headlines(Occasions occasions, Inflections inflections) {
        this.occasions = occasions;
        this.inflections = inflections;
    }

    /** The noun that names what was done; null when the sentence says it otherwise, or says nothing of it. */
    @Nullable
    Found in(Note note, Sentence sentence) {
        Found occasion = occasion(note, sentence);
        Found company = occasion != null ? occasion : company(note, sentence);
        return company != null ? company : bareCompany.in(note, sentence);
    }

    /** Any noun with company: "Half marathon with Sven". */
    private @Nullable Found company(Note note, Sentence sentence) {
        int from = sentence.from();
        for (int i = from; i < sentence.to(); i++) {
            if (isSeparator(note, i)) {
                from = i + 1;
            }
            if (note.is(i, WITH) && personFollows(note, i + 1)) {
                return told(note, from, i);
            }
            if (note.isVerb(i)
                    && note.dateAt(i) == null
                    && !(note.isNamed(i) && i > from && note.isNamed(i - 1))
                    && !note.word(i).endsWith("ing")
                    && !isWritersDeed(note, from, i)) {
                return null;
            }
        }
        return null;
    }

    /** "Walked our dogs with Jen": a past verb whose subject is the writer, said or left out. */
    private boolean isWritersDeed(Note note, int from, int verb) {
        for (int i = from; i < verb; i++) {
            if (note.dateAt(i) == null
                    && !note.is(i, "i", "we", "just", "finally", "then", "also", "on", ",", "and", "so")) {
                return false;
            }
        }
        return inflections.isPast(note.word(verb))
                && !note.is(verb, "was", "were")
                && !occasions.isNone(note.word(verb));
    }

    private static boolean isSeparator(Note note, int at) {
        return note.is(at, ":", "–", "—", "-", ".") && note.dateAt(at) == null;
    }

    private @Nullable Found told(Note note, int from, int with) {
        Way way = Way.IN_PERSON;
        int noun = -1;
        boolean ahead = false;
        for (int i = from; i < with; i++) {
            if (note.dateAt(i) != null || note.isPerson(i)) {
                continue;
            }
            boolean small = note.isPart(i, "ADP", "ADV", "SCONJ") && i < with - 1;
            if (occasions.isNone(note.word(i)) && !small) {
                return null;
            }
            ahead |= occasions.isOftenAhead(note.word(i));
            Way named = occasions.wayOf(note.word(i));
            way = named != null && way == Way.IN_PERSON ? named : way;
            noun = noun < 0
                            && note.token(i).isWord()
                            && (note.isNamed(i) || note.isPart(i, "NOUN", "PROPN", "ADJ", "VERB", "ADP"))
                    ? i
                    : noun;
        }
        return noun < 0 ? null : new Found(way, noun, with + 1, ahead);
    }

    /** "with Tom", "with my neighbour Colin". */
    private static boolean personFollows(Note note, int at) {
        boolean owned = note.is(at, "my", "our", "old", "mi", "meiner", "meinem", "the") || note.isPart(at, "ADJ");
        return note.isPerson(at)
                || (owned && (note.isPerson(at + 1) || note.isPerson(at + 2) || note.isPerson(at + 3)));
    }

    /** A known occasion at the start, with nothing but names, dates and attributes before it, and no verb of its own. */
    private @Nullable Found occasion(Note note, Sentence sentence) {
        int start = sentence.from();
        for (int i = start; i < sentence.to() && i - start <= BEFORE_NOUN; i++) {
            if (isFeast(note, i, sentence)) {
                return hasVerb(note, i, sentence.to()) ? null : new Found(Way.IN_PERSON, i - 1, i, false);
            }
            boolean joint = note.is(i, "and", "&", "+") && note.isPerson(i - 1) && note.isPerson(i + 1);
            if (note.dateAt(i) != null || joint || note.isPerson(i) || note.is(i, "'s", "'")) {
                start = note.dateAt(i) != null && i == start ? i + 1 : start;
                continue;
            }
            if (isSeparator(note, i) || note.is(i, ",", ")", "(")) {
                start = i + 1;
                continue;
            }
            boolean compound = occasions.isCompoundAt(note, i);
            String word = compound ? Occasions.compound(note, i) : note.word(i);
            i = compound ? i + 1 : i;
            Way way = occasions.wayOf(word);
            boolean attribute = way != null && occasions.wayOf(note.word(i + 1)) != null && note.dateAt(i + 1) == null;
            if (way != null && !attribute && !isPartOfOther(note, i)) {
                if (isSet(note, i + 1)) {
                    return new Found(isLivedThrough(note, sentence) ? way : Way.DEED, i, i + 1, false);
                }
                return hasVerb(note, i + 1, sentence.to())
                        ? null
                        : new Found(way, i, i + 1, occasions.isOftenAhead(word));
            }
            if (occasions.isNone(word) || !(attribute || isAttribute(note, i))) {
                return null;
            }
        }
        return null;
    }

    /** "Christmas Eve with the whole clan": a day that starts the sentence, and company or a place behind it. */
    private static boolean isFeast(Note note, int at, Sentence sentence) {
        DatePhrase day = at > sentence.from() ? note.dateAt(at - 1) : null;
        return day != null
                && note.dateAt(at) == null
                && note.firstToken(day) == sentence.from()
                && note.is(at, "with", "w/", "bei", "chez");
    }

    /** "lunch break", "tea towels", "run out of milk", "call Tom back": the word is no occasion there. */
    private static boolean isPartOfOther(Note note, int at) {
        boolean noun = note.isPart(at + 1, "NOUN") && note.dateAt(at + 1) == null && !note.isPerson(at + 1);
        return (noun && !note.isNamed(at + 1) && !note.is(at + 1, "w", "yesterday", "yest", "@"))
                || note.is(at + 1, "out", "back", "me", "him", "her", "them", "the", "a", "my", "your")
                || (note.isPerson(at + 1) && note.is(at, "call", "run", "visit", "date", "drink", "ride", "phone"));
    }

    private static boolean isAttribute(Note note, int at) {
        boolean fits = !note.isVerb(at)
                || note.word(at).endsWith("ing")
                || note.word(at).endsWith("ed");
        return fits
                && note.isPart(
                        at, "NOUN", "ADJ", "PROPN", "NUM", "DET", "PRON", "ADV", "ADP", "VERB", "PUNCT", "SYM", "X")
                && !note.is(
                        at, "i", "he", "she", "they", "we", "you", "it", "after", "before", "about", "for", "if", "no",
                        "to");
    }

    /** "The wedding was last month in Florence": when and where something was, not that the writer was there. */
    private static boolean isSet(Note note, int at) {
        return note.is(at, "was", "were") && (note.dateAt(at + 1) != null || note.is(at + 1, "on", "at", "in", "held"));
    }

    /** "The leaving do was on Friday, speeches by Keith": who tells of speeches and cake was there. */
    private boolean isLivedThrough(Note note, Sentence sentence) {
        int last = Math.min(sentence.index() + 1, note.sentences().size() - 1);
        boolean seen = false;
        for (int i = sentence.from(); i < note.sentences().get(last).to(); i++) {
            if (note.is(i, "heard", "missed", "not", "n't", "apparently", "sadly", "without", "invited", "wish")) {
                return false;
            }
            seen |= occasions.isSeen(note.word(i));
        }
        return seen;
    }

    /** Whether a verb makes a statement of it before the next mark; "was great" tells that it took place. */
    private static boolean hasVerb(Note note, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean mark = !note.token(i).isWord()
                    && !Character.isDigit(note.word(i).charAt(0))
                    && !note.is(i, "'", "@", "&", "+");
            if (mark && note.dateAt(i) == null && !note.word(i).startsWith("'")) {
                return false;
            }
            boolean farewell = note.is(i, "leaving") || (note.is(i, "do") && note.is(i - 1, "leaving", "farewell"));
            if (note.isVerb(i) && note.dateAt(i) == null && !note.isNamed(i) && !farewell) {
                return !note.is(i, "was", "were") || note.isPart(i + 1, "VERB") || note.is(i + 1, "on", "n't", "not");
            }
        }
        return false;
    }
}
