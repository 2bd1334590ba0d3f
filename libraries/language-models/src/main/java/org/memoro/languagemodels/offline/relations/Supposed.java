package org.memoro.languagemodels.offline.relations;

import java.util.Set;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.text.WordList;

/** Words by which a statement about a relation is denied, doubted, wished or made a condition. */
final class Supposed {

    private static final Set<String> WORDS = WordList.words("words/suppositions.txt");

    private final Note note;

    Supposed(Note note) {
        this.note = note;
    }

    /** Whether one of the tokens {@code from} to {@code to} (exclusive) takes the statement back. */
    boolean covers(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean month = note.is(i, "may") && note.isNamed(i);
            if (WORDS.contains(note.word(i)) && !month) {
                return true;
            }
        }
        return false;
    }
}
