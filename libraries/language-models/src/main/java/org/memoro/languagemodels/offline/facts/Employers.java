package org.memoro.languagemodels.offline.facts;

import java.util.Set;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.text.WordList;

/** The names that everybody knows as a company, and the words that companies end their names with. */
final class Employers {

    private final Set<String> known = WordList.words("facts/employers.txt");
    private final Set<String> endings = WordList.words("facts/employer-endings.txt");

    /** Whether the name at tokens {@code from} to {@code to} (exclusive) is one of an employer. */
    boolean isKnown(Note note, int from, int to) {
        return known.contains(note.word(from)) || (to - from > 1 && endings.contains(note.word(to - 1)));
    }
}
