package org.memoro.languagemodels.offline.facts;

import java.util.stream.IntStream;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.offline.note.Note;

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

    private boolean isFoundAhead(FoundFact found, FoundFact move) {
        return found.status() == FactStatus.HAPPENED
                && move.status() == FactStatus.PLANNED
                && IntStream.range(found.from(), found.to())
                        .noneMatch(at -> note.is(at, "moved", "relocated", "emigrated", "left", "back", "settled"));
    }

    private boolean hasTwoPlaces(FoundFact before, FoundFact next) {
        String one = FactDetails.place(note, before.from(), before.to());
        String other = FactDetails.place(note, next.from(), next.to());
        return one != null && other != null && !one.equals(other);
    }
}
