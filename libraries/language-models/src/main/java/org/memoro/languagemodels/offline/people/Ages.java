package org.memoro.languagemodels.offline.people;

import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Numbers;

/** Ages and the like that stand between the names of a list: "Mia (4) and Max 2", "Ida, 7, and Leo (b. 2019)". */
final class Ages {

    /** No age in brackets is longer than this. */
    private static final int LONGEST = 5;

    private Ages() {}

    /** The token after what is said about the name that ends before {@code at}; {@code at} itself when nothing is. */
    static int end(Note note, int at) {
        if (note.is(at, "(")) {
            for (int i = at + 1; i <= at + LONGEST && note.sameSentence(at, i) && !note.isNamed(i); i++) {
                if (note.is(i, ")")) {
                    return i + 1;
                }
            }
            return at;
        }
        if (isAge(note, at) && isListed(note, at + 1)) {
            return at + 1;
        }
        boolean set = note.is(at, ",") && isAge(note, at + 1) && note.is(at + 2, ",", "and", "&");
        return set ? at + 2 : at;
    }

    private static boolean isAge(Note note, int at) {
        String word = note.word(at);
        boolean years =
                word.length() > 1 && Character.isDigit(word.charAt(0)) && (word.endsWith("y") || word.endsWith("yo"));
        return years || (Numbers.valueAt(note, at) > 0 && note.dateAt(at) == null);
    }

    private static boolean isListed(Note note, int at) {
        return note.is(at, ",", "and", "&", "+", "/", ".", ";", ")", "") || !note.sameSentence(at - 1, at);
    }
}
