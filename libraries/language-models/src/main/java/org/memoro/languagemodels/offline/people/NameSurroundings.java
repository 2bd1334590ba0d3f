package org.memoro.languagemodels.offline.people;

import java.util.List;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Weighs what stands before and after capitalised words: "met", "my sister", "'s mum", a verb for people. */
final class NameSurroundings {

    /** What stands before a relative is a person, whatever it looks like. */
    static final int OWNS_RELATIVE = 5;

    private static final int RELATIVE = 4;
    private static final int LISTED = 2;
    private static final int PLACE = -3;
    private static final int MODIFIER = -4;

    /** "her eldest, little Max": as many words may stand between a relative and the name, and between names of a list. */
    private static final int JOINTS = 3;

    private final Note note;
    private final Gazetteer gazetteer;
    private final NameWords words;
    private final RelationNouns relationNouns;
    private final List<Mention> found;

    NameSurroundings(
            Note note, Gazetteer gazetteer, NameWords words, RelationNouns relationNouns, List<Mention> found) {
        this.note = note;
        this.gazetteer = gazetteer;
        this.words = words;
        this.relationNouns = relationNouns;
        this.found = found;
    }

    int before(int from, int to) {
        if (from == 0 || !note.sameSentence(from - 1, from)) {
            return 0;
        }
        boolean of = note.is(from - 1, "of") && relationNouns.nounStart(note, from - 1) >= 0;
        if (of || isRelative(from, to)) {
            return RELATIVE;
        }
        int last = note.is(from - 1, "little", "baby", "young", "old") ? from - 2 : from - 1;
        if (isListedWithPerson(from)) {
            return LISTED;
        }
        int weight = words.weightBefore(note, last);
        if (weight > 0) {
            return weight;
        }
        return isAfterPlacePreposition(from) ? PLACE : 0;
    }

    int after(int from, int to) {
        if (note.is(to, "'s") || (note.is(to, "'") && note.sameSentence(to, to + 1))) {
            return owned(to + 1);
        }
        if (isNounModifier(to) && !(opensStatement(from) && gazetteer.isFirstName(note.word(from)) && !isWork(to))) {
            return MODIFIER;
        }
        if (note.is(to, "(") && note.is(to + 1, "born", "pronounced")) {
            return 2;
        }
        if (note.is(to, ",", "(", "-", "–")
                && (note.is(to + 1, "my", "his", "her", "their", "our") || isRelationNear(to + 1))) {
            return 2;
        }
        return subject(from, to);
    }

    /** Whether the word after, perhaps behind an adverb, is one of which a person is the subject. */
    boolean isSubject(int to) {
        return isSubjectVerb(afterAdverbs(to));
    }

    boolean isAfterPlacePreposition(int from) {
        return note.is(
                from - 1, "in", "at", "@", "near", "to", "from", "around", "via", "through", "towards", "on", "over",
                "across", "outside");
    }

    /** "Kofi's house" and "Kofi's mum" belong to a person, "Wendy's" alone may be a shop. */
    private int owned(int at) {
        int noun = at;
        while (relationNouns.isAdjective(note.word(noun)) && noun < at + JOINTS) {
            noun++;
        }
        boolean eldest = noun > at && note.is(noun - 1, "youngest", "oldest", "eldest", "firstborn", "ex");
        if (relationNouns.nounEnd(note, noun) > 0 || relationNouns.nounEnd(note, at) > 0 || eldest) {
            return OWNS_RELATIVE;
        }
        return words.isPeoplesOwn(note.word(noun)) ? RELATIVE : 1;
    }

    private boolean isRelationNear(int at) {
        for (int i = at; i < at + JOINTS && note.sameSentence(at, i); i++) {
            if (relationNouns.isRelationNoun(note.word(i))) {
                return true;
            }
        }
        return false;
    }

    private int subject(int from, int to) {
        int verb = afterAdverbs(to);
        if (!isSubjectVerb(verb)) {
            return 0;
        }
        boolean relative = note.is(verb, "is", "was", "'s", "are") && isRelationNear(verb + 2);
        boolean human = relative
                || words.isPeoplesVerb(note.word(verb))
                || (note.is(verb, "is", "was", "'s", "are", "were")
                        && words.isPeoplesState(note.word(afterAdverbs(verb + 1))));
        boolean unsure = note.startsSentence(from) && !gazetteer.isFirstName(note.word(from));
        return human || !unsure ? 2 : 0;
    }

    private int afterAdverbs(int at) {
        return note.isPart(at, "ADV") || note.is(at, "just", "also", "both", "finally", "already", "now") ? at + 1 : at;
    }

    private boolean isSubjectVerb(int at) {
        boolean verb = note.isVerb(at) || note.is(at, "called", "texted", "says", "said", "phoned", "rang");
        return verb && !note.isNamed(at) && !note.word(at).endsWith("ing");
    }

    /** "her daughter Mia", "her son, Max", "their son is Max", "wife: Ida", "her husband's name is Tom". */
    private boolean isRelative(int from, int to) {
        int end = from;
        for (int i = 0; i < 2 && note.is(end - 1, "little", "baby", "young", "the", "called", "named", "older"); i++) {
            end--;
        }
        boolean verb = note.is(end - 1, "is", "was", "are", "were", "'s");
        if (verb && end == from && !isClosed(to)) {
            return false;
        }
        if (verb || note.is(end - 1, ",", "(", ":", "=", "-", "–", "—")) {
            end--;
        }
        if (note.is(end - 1, "who") && note.is(end - 2, ",")) {
            end -= 2;
        }
        if (note.is(end - 1, "name", "names")) {
            end = note.is(end - 2, "'s", "'") ? end - 2 : end - 1;
        }
        boolean eldest = note.is(end - 1, "youngest", "oldest", "eldest", "firstborn", "ex")
                || (note.is(end - 1, "first", "second", "third") && end < from)
                || (note.is(end - 1, "one") && note.is(end - 2, "older", "younger", "little", "elder"))
                || (note.is(end - 1, "one") && note.is(end - 2, "first", "second", "third", "last") && end < from)
                || (note.is(end - 1, "born") && note.is(end - 2, "first", "second", "last"));
        return eldest || (end > 0 && relationNouns.nounStart(note, end) >= 0);
    }

    private boolean isClosed(int to) {
        return note.is(to, ".", ",", "!", ";", "and", "&", "(", ")", "-", "–", "who", "then", "")
                || !note.sameSentence(to - 1, to);
    }

    /** "with Tom and Eva": the second name is a person because the first is. */
    private boolean isListedWithPerson(int from) {
        if (found.isEmpty()) {
            return false;
        }
        int end = Ages.end(note, found.getLast().to());
        if (end >= from || from - end > JOINTS) {
            return false;
        }
        for (int i = end; i < from; i++) {
            if (!note.is(i, "and", "&", ",", "+", "plus", "/", "n", "then", "the", "little", "baby")) {
                return false;
            }
        }
        return true;
    }

    /** "Taylor Swift tickets" are about no guest. */
    private boolean isNounModifier(int to) {
        return note.isPart(to, "NOUN")
                && note.token(to).isWord()
                && !note.isNamed(to)
                && note.dateAt(to) == null
                && !isSubjectVerb(to)
                && !note.is(to, "w/", "today", "home");
    }

    private boolean opensStatement(int from) {
        return note.startsSentence(from) || note.is(from - 1, ",", "and", "that", "but", ":", ";");
    }

    private boolean isWork(int at) {
        return words.isOfWorks("things", note.word(at));
    }
}
