package org.memoro.endtoend;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How sure it is that one system is better than another on the same questions (Efron and Tibshirani 1993, chapter 13): the
 * middle 95 % of the mean difference over 5,000 draws of as many questions, the same draws in every run.
 */
record PairedBootstrap(double difference, double from, double to) {
    private static final int DRAWS = 5_000;
    private static final long SEED = 20261121;

    /** What each question was worth in both systems, in the same order. */
    static PairedBootstrap of(double[] one, double[] other) {
        double[] differences = IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] - other[i])
                .toArray();
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = IntStream.range(0, DRAWS)
                .mapToDouble(draw -> random.ints(differences.length, 0, differences.length)
                        .mapToDouble(i -> differences[i])
                        .average()
                        .orElse(0))
                .sorted()
                .toArray();
        return new PairedBootstrap(
                Arrays.stream(differences).average().orElse(0),
                means[(int) (0.025 * DRAWS)],
                means[(int) (0.975 * DRAWS) - 1]);
    }
}
