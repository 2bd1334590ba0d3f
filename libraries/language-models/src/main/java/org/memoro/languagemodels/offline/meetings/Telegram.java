package org.memoro.languagemodels.offline.meetings;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;

/** Joins the bits of a telegram that starts a note: "Coffee. Nopi, Soho. Anna and Tom. 3 May." is one line about one meeting. */
final class Telegram {

    /** No bit is longer than this. */
    private static final int LONGEST_BIT = 7;

    private final Occasions occasions;

    Telegram(Occasions occasions) {
        this.occasions = occasions;
    }

    /** The bits at the start of the note as one sentence; null where there are not two of them, or none names an occasion. */
    @Nullable
    Sentence in(Note note) {
        int bits = 0;
        while (bits < note.sentences().size() && isBit(note, note.sentences().get(bits))) {
            bits++;
        }
        if (bits < 2) {
            return null;
        }
        Sentence first = note.sentences().getFirst();
        int end = note.sentences().get(bits - 1).to();
        boolean occasion = IntStream.range(first.from(), first.to()).anyMatch(at -> isOccasion(note, at));
        return occasion ? new Sentence(bits - 1, first.from(), end) : null;
    }

    private boolean isBit(Note note, Sentence sentence) {
        int words = (int) IntStream.range(sentence.from(), sentence.to())
                .filter(at -> note.token(at).isWord() && note.dateAt(at) == null)
                .count();
        return words <= LONGEST_BIT
                && !note.is(sentence.to() - 1, "?")
                && IntStream.range(sentence.from(), sentence.to()).noneMatch(at -> isVerb(note, at));
    }

    private boolean isVerb(Note note, int at) {
        boolean pronoun = note.is(at, "i", "he", "she", "they", "we", "you", "it");
        return pronoun || (note.isVerb(at) && note.dateAt(at) == null && !note.isNamed(at) && !isOccasion(note, at));
    }

    private boolean isOccasion(Note note, int at) {
        return occasions.wayOf(note.word(at)) != null || occasions.isCompoundAt(note, at);
    }
}
