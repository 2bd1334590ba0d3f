package org.memoro.search.query;

import java.util.UUID;

/**
 * A note with its place in the answer.
 *
 * @param words how it stands among the notes sharing words with the question, 0 to 1; negative when it shares none
 * @param meaning how it stands among the notes nearest in meaning, 0 to 1; negative when it is not among them
 */
record RankedNote(Candidate note, double words, double meaning, boolean named, boolean dated) {
    static final double ABSENT = -1;

    private static final double SHARE = 0.5;
    private static final double BOOST = 0.2;

    UUID id() {
        return note.id();
    }

    /** Weights in round numbers, found on conversations with the measured model: docs/adr tells how. */
    double score() {
        return SHARE * Math.max(words, 0) + SHARE * Math.max(meaning, 0) + (named ? BOOST : 0) + (dated ? BOOST : 0);
    }

    boolean sharesWords() {
        return words >= 0;
    }

    boolean isNearInMeaning() {
        return meaning >= 0;
    }
}
