package org.memoro.languagemodels.offline.facts;

import java.util.Set;

/**
 * A reason why a fact may be read wrongly although its words are there, with how sure such readings are.
 *
 * <p>A fact is as sure as the weakest of its reservations. The figures are the shares that were right among labelled notes,
 * counted as if there had been four more of each kind with one of them right, since the kinds are rare; the counts stand in
 * {@code docs/evaluation.md}. What is below the contract's bar of .8 is asked about.
 */
enum Reservation {
    /** The note itself says that it is not certain. */
    NOT_CERTAIN(0.75),
    /** "Anna told Tom she got engaged": somebody else is named between the subject and what happened. */
    INTERRUPTED(0.67),
    /** "Anna's neighbour has moved": what people without a name do is hardly news of the one who is named. */
    OF_UNNAMED_RELATIVE(0.5),
    /** "Left in May": the subject was dropped, or stands sentences away from it, in a note of several people. */
    SUBJECT_AWAY(0.75),
    /** "She is pregnant": two of the people just named may be meant. */
    RIVAL_SUBJECT(0.57),
    /** "The operation", "her new place": a noun without a verb seldom says whether and to whom it happened. */
    BARE_NOUN(0.7),
    /** "Beate says Gregor is leaving": one person's word about another. */
    SECOND_HAND(0.7),
    /** "If the money comes he …, and quits": a condition, a wish or a jest stands in the same sentence. */
    LOOSE_TALK(0.5),
    /** "Starts at Tufts": the words may tell of something else, such as a school. */
    AMBIGUOUS_WORDING(0.65),
    /** "Is off to Halifax": a journey may be a move, or too common to be written down. */
    JOURNEY(0.56),
    /** "Got herself a flat", "gave notice on it": whether anybody has moved already is not said. */
    HOME_FOUND(0.5),
    /** "Her mum has bought a bungalow": of people the writer did not see, schooling, purchases, feats and deaths are told loosely. */
    ABSENT(0.76),
    /** "Is in Jordan till August": whoever stays for a while has hardly moved. */
    FOR_A_WHILE(0.5),
    /** "Has accepted a post", "is back from her sabbatical": whether the work has begun is not said. */
    TAKEN_ON(0.6),
    /** "Moving back in with her folks": neither who does it nor when is in the words. */
    PARTICIPLE(0.55),
    /** A sentence as long as spoken ones are when a machine writes them down: who does what is guesswork in it. */
    RAMBLING(0.5);

    private static final double STATED_OUTRIGHT = 0.9;

    private final double right;

    Reservation(double right) {
        this.right = right;
    }

    /** The confidence in a reading with these reservations. */
    static double confidence(Set<Reservation> reservations) {
        return reservations.stream()
                .mapToDouble(reservation -> reservation.right)
                .min()
                .orElse(STATED_OUTRIGHT);
    }
}
