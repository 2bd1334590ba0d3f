package org.memoro.languagemodels.offline.phrases;

import java.util.ArrayList;
import java.util.List;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;

/** Splits a sentence where a new statement begins, and leaves lists of names and things whole. */
public final class Clauses {

    private final Note note;
    private final Cast cast;

    public Clauses(Note note, Cast cast) {
        this.note = note;
        this.cast = cast;
    }

    public List<Clause> of(Sentence sentence) {
        List<Clause> clauses = new ArrayList<>();
        int from = sentence.from();
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (isBoundary(i, sentence) && i > from) {
                clauses.add(new Clause(from, i));
                from = isMark(i) ? i + 1 : i;
            }
        }
        int end = withoutClosingMark(from, sentence.to());
        if (end > from) {
            clauses.add(new Clause(from, end));
        }
        return clauses;
    }

    private int withoutClosingMark(int from, int to) {
        int end = to;
        while (end > from
                && !Character.isLetterOrDigit(note.token(end - 1).text().codePointAt(0))
                && !note.is(end - 1, ")", "'")) {
            end--;
        }
        return end;
    }

    private boolean isBoundary(int at, Sentence sentence) {
        if (note.is(at, ";", "(", "—", "–")
                || (note.is(at, "-", "--") && note.token(at).afterSpace())) {
            return note.dateAt(at) == null;
        }
        if (note.is(at, ":") || (note.is(at, ")") && note.isVerb(at + 1))) {
            return true;
        }
        if (note.is(at, ",")) {
            return note.dateAt(at) == null && !isBetweenNames(at) && !enclosesName(at);
        }
        if (note.is(
                at,
                "and",
                "but",
                "so",
                "because",
                "while",
                "although",
                "who",
                "whereas",
                "&",
                "then",
                "that",
                "though")) {
            boolean joins = note.is(at, "and", "&", "then", "so", "that");
            return !(joins && isBetweenNames(at)) && startsStatement(at + 1, sentence);
        }
        return false;
    }

    private boolean isMark(int at) {
        return !note.token(at).isWord() || note.is(at, "and", "but", "so", "then", "who", "that", "because", "though");
    }

    /** "stays at BMW": the tagger takes some verbs for nouns. */
    public boolean looksLikeVerb(int at) {
        return note.word(at).endsWith("s") && !note.isNamed(at) && note.isPart(at + 1, "ADP", "DET", "PRON");
    }

    /** "her other son, Felix, has moved": the commas only set off the name. */
    private boolean enclosesName(int comma) {
        Mention name = cast.mentionAt(cast.personStartingAt(comma + 1) != null ? comma + 1 : comma - 1);
        if (name == null || !note.is(name.from() - 1, ",") || !note.is(name.to(), ",")) {
            return false;
        }
        int noun = name.from() - 2;
        int owner = note.isPart(noun - 1, "ADJ", "NOUN") ? noun - 2 : noun - 1;
        return note.isPart(noun, "NOUN")
                && note.is(owner, "his", "her", "their", "my", "our", "'s")
                && note.isVerb(name.to() + 1);
    }

    /** "Tom, Eva and Max", "he and Grace". */
    private boolean isBetweenNames(int at) {
        boolean before = cast.personEndingAt(at) != null || note.is(at - 1, "he", "she", "i", "they", "we");
        int next = note.is(at + 1, "and", "&") ? at + 2 : at + 1;
        boolean relative = note.is(next, "i", "me", "my", "his", "her", "their")
                && (cast.personStartingAt(next + 2) != null
                        || (note.isPart(next + 1, "ADJ") && cast.personStartingAt(next + 3) != null));
        // "Met Mrs Doyle, her grandson Cian is …" goes on with somebody else.
        boolean tells = note.is(at, ",") && next == at + 1 && relative && note.isVerb(next + 3);
        boolean after = cast.personStartingAt(next) != null || (relative && !tells);
        return before && after;
    }

    /** A verb or a new subject follows before the next mark. */
    private boolean startsStatement(int from, Sentence sentence) {
        for (int i = from; i < sentence.to() && i < from + 12; i++) {
            if (note.is(i, ",", ";", "(", ":")) {
                return false;
            }
            if (note.dateAt(i) == null && (note.isVerb(i) || (i == from && looksLikeVerb(i)))) {
                return true;
            }
        }
        return false;
    }
}
