package org.memoro.languagemodels.offline.people;

import java.util.ArrayList;
import java.util.List;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.text.Folding;

/** Says how far a name reaches: over initials, quoted nicknames and the small words of family names. */
final class NameSpans {

    private final Gazetteer gazetteer;

    NameSpans(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Whether the token can be a word of a name. */
    static boolean isNamePart(Note note, int at) {
        return note.isNamed(at) && note.token(at).isWord();
    }

    /** The token after the name that starts here; {@code from} itself when none does. */
    int end(Note note, int from) {
        int end = from;
        while (end < note.size()
                && end - from < 7
                && (end == from || !note.token(end).afterLineBreak())) {
            if (end > from && isInitial(note, end)) {
                end += 2;
            } else if (end > from && isQuotedNickname(note, end)) {
                end += 3;
            } else if (isNamePart(note, end) && note.dateAt(end) == null && !(end > from && isBreak(note, end))) {
                end++;
            } else if (end > from
                    && gazetteer.isParticle(note.word(end))
                    && isNamePart(note, particlesEnd(note, end))) {
                end = particlesEnd(note, end);
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean isInitial(Note note, int at) {
        return note.isNamed(at) && note.token(at).text().length() == 1 && note.is(at + 1, ".") && note.isNamed(at + 2);
    }

    /** Samuel "Sam" Waksal. */
    private static boolean isQuotedNickname(Note note, int at) {
        boolean quoted = note.is(at, "\"", "“", "(") && note.isNamed(at + 1) && note.is(at + 2, "\"", "”", ")");
        return quoted && note.isNamed(at + 3) && note.token(at + 3).afterSpace();
    }

    private boolean isBreak(Note note, int at) {
        return gazetteer.isNotPerson(note.word(at)) || !note.token(at).afterSpace();
    }

    private int particlesEnd(Note note, int from) {
        int end = from;
        while (end < note.size() && gazetteer.isParticle(note.word(end)) && !note.isNamed(end)) {
            end++;
        }
        return end;
    }

    /** The words of a name as names are compared. */
    static List<String> words(Note note, int from, int to) {
        List<String> words = new ArrayList<>();
        for (int i = from; i < to; i++) {
            words.add(Folding.foldUmlauts(note.word(i)));
        }
        return List.copyOf(words);
    }
}
