package org.memoro.languagemodels.offline.facts;

import org.memoro.languagemodels.offline.note.Note;

/** How far back the words reach that say how a clause is meant. */
final class Scope {

    private Scope() {}

    /** The first word that may govern the clause from the one before, as in "I dreamt that Tom got married". */
    static int start(Note note, int clauseFrom) {
        int sentence = note.sentenceOf(clauseFrom).from();
        int at = clauseFrom;
        while (at > sentence && !isBreak(note, at - 1)) {
            at--;
        }
        return at;
    }

    /** The words of a clause that a denial or doubt reaches: "hasn't slept since she had the baby" denies no baby. */
    static int afterSubordinator(Note note, int from, int to) {
        for (int at = to - 1; at > from; at--) {
            if (note.is(at, "since", "when", "after", "because", "while", "now", "until", "till", "before", "once")
                    && note.dateAt(at) == null
                    && !note.is(at + 1, "then")) {
                return at;
            }
        }
        return from;
    }

    private static boolean isBreak(Note note, int at) {
        return note.is(at, ",", ";", ":", "but", "(", ")", "—", "–");
    }
}
