package org.memoro.languagemodels.offline.facts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.text.WordList;

/** Finds whom somebody works for, by the word before the name or because everybody knows the name. */
final class Employers {

    private final Set<String> known = WordList.words("facts/employers.txt");
    private final Set<String> endings = WordList.words("facts/employer-endings.txt");
    private final Set<String> titles = WordList.words("facts/titles.txt");

    /** The employer named among the tokens {@code from} to {@code to} (exclusive). */
    @Nullable
    String named(Note note, int from, int to) {
        String less = null;
        for (int i = from; i < to; i++) {
            if (note.dateAt(i) == null && !note.isPerson(i)) {
                int end = endOfName(note, i, to);
                if (isName(note, i, end, from)) {
                    // "head of HR at Lego": "at" tells more than "of".
                    if (!note.is(i - 1, "of")) {
                        return note.text(i, end);
                    }
                    less = less == null ? note.text(i, end) : less;
                }
            }
        }
        return less;
    }

    /** Whether the name at tokens {@code from} to {@code to} (exclusive) is one of an employer. */
    boolean isKnown(Note note, int from, int to) {
        return known.contains(note.word(from)) || (to - from > 1 && endings.contains(note.word(to - 1)));
    }

    private boolean isName(Note note, int at, int end, int from) {
        int before = at - 1;
        if (note.is(before, "the", "a")) {
            before--;
        }
        if (before < from && at != from) {
            return false;
        }
        if (known.contains(note.word(at))) {
            return !note.is(before, "from") || !note.is(before - 1, "moved", "switched", "moving", "switching");
        }
        if (!note.isNamed(at)) {
            return false;
        }
        boolean place = note.isPlace(at) && !isKnown(note, at, end);
        boolean work = note.is(before, "at", "@", "joined", "joining", "joins", "join");
        return work || (!place && isLed(note, before, at, end));
    }

    private boolean isLed(Note note, int before, int at, int end) {
        return note.is(before, "for", "with", "from", "by", "leaving", "left", "leave", "leaves", "quit", "ex")
                || (note.is(before, "in") && note.isNamed(at) && endings.contains(note.word(end - 1)))
                || (note.is(before, "of") && titles.contains(note.word(before - 1)))
                || (note.is(before, "to")
                        && note.is(before - 1, "going", "switching", "moving", "goes", "moved", "switched", "back"));
    }

    /** Names of more than one word: "University of Leeds", "Marks & Spencer", "Addenbrooke's". */
    private static int endOfName(Note note, int from, int to) {
        int end = from + 1;
        while (end < to && note.dateAt(end) == null) {
            boolean name =
                    note.isNamed(end) && !note.isPerson(end) && note.token(end).afterSpace();
            boolean joint = note.is(end, "of", "&", "for", "de") && note.isNamed(end + 1) && end + 1 < to;
            boolean genitive = note.is(end, "'s", "'") && !note.isPart(end + 1, "NOUN", "ADJ", "PROPN");
            if (!name && !(joint && note.isNamed(from)) && !genitive) {
                return end;
            }
            end++;
        }
        return end;
    }
}
