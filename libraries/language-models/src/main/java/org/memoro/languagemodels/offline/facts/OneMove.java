package org.memoro.languagemodels.offline.facts;

import java.util.stream.IntStream;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Clause;

/** Knows two tellings of one move: "found a place in Leith, moving in on the 28th", "Anna has moved. She got a flat in Graz." */
final class OneMove {

    private final Note note;

    OneMove(Note note) {
        this.note = note;
    }

    boolean isToldBy(FoundFact before, FoundFact next) {
        if (before.kind().type() != FactType.MOVE
                || next.kind().type() != FactType.MOVE
                || hasTwoPlaces(before, next)) {
            return false;
        }
        boolean near = note.sentenceOf(next.from()).index()
                        - note.sentenceOf(before.from()).index()
                <= 1;
        boolean same = before.status() == next.status();
        return near && (same || isFoundAhead(before, next) || isFoundAhead(next, before));
    }

    /** A home that is found is one still to move to, as long as the move is ahead. */
    FactStatus status(FoundFact before, FoundFact next) {
        return before.status() == next.status() ? before.status() : FactStatus.PLANNED;
    }

    /** Whether the clause behind a home found, or a posting, says that the journey there is still to come. */
    boolean isPutOff(FoundFact move, Clause clause) {
        return move.kind().type() == FactType.MOVE
                && move.status() == FactStatus.HAPPENED
                && !isOver(move)
                && IntStream.range(clause.from(), clause.to())
                        .anyMatch(
                                at -> note.is(at, "leaves", "leave", "flies", "goes", "starts", "moves", "gets", "off")
                                        && isAhead(at + 1, clause.to()));
    }

    private boolean isAhead(int from, int to) {
        for (int at = from; at < to; at++) {
            DatePhrase date = note.dateAt(at);
            if (date != null) {
                return !date.isOnlyBehind(note.today());
            }
            if (note.is(at, "after", "soon", "next")) {
                return true;
            }
        }
        return false;
    }

    private boolean isFoundAhead(FoundFact found, FoundFact move) {
        return found.status() == FactStatus.HAPPENED && move.status() == FactStatus.PLANNED && !isOver(found);
    }

    private boolean isOver(FoundFact move) {
        return IntStream.range(move.from(), move.to())
                .anyMatch(at -> note.is(at, "moved", "relocated", "emigrated", "left", "back", "settled"));
    }

    private boolean hasTwoPlaces(FoundFact before, FoundFact next) {
        String one = FactDetails.place(note, before.from(), before.to());
        String other = FactDetails.place(note, next.from(), next.to());
        return one != null && other != null && !one.equals(other);
    }
}
