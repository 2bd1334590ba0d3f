package org.memoro.search.query;

import java.util.UUID;
import java.util.stream.DoubleStream;

/**
 * A note with its place in the answer.
 *
 * @param words how it stands among the notes sharing words with the question, 0 to 1; negative when it shares none
 * @param threadWords the same when each note has the words of the one before it in its thread too
 * @param meaning how it stands among the notes nearest in meaning, 0 to 1; negative when it is not among them
 * @param threadMeaning the same when each note means what it means after the one before it in its thread
 */
record RankedNote(
        Candidate note,
        double words,
        double threadWords,
        double meaning,
        double threadMeaning,
        boolean named,
        boolean dated) {
    static final double ABSENT = -1;

    private static final double SHARE = 0.25;
    private static final double BOOST = 0.2;

    UUID id() {
        return note.id();
    }

    /** Weights in round numbers, found on conversations with the measured model: ADR 8 has the figures. */
    double score() {
        double lists = DoubleStream.of(words, threadWords, meaning, threadMeaning)
                .map(place -> Math.max(place, 0))
                .sum();
        return SHARE * lists + (named ? BOOST : 0) + (dated ? BOOST : 0);
    }

    boolean sharesWords() {
        return words >= 0;
    }

    boolean isNearInMeaning() {
        return meaning >= 0;
    }
}
