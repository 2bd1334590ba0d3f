package org.memoro.endtoend.security;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** How much of it is run, and what makes a run repeatable. */
final class Run {
    /** Of every random choice; {@code -Dmemoro.security.seed} sets it. */
    static final long SEED = Long.getLong("memoro.security.seed", 20261121);

    /** Everything, as {@code ./memoro security} wants it, or the sample of {@code ./memoro test}. */
    static final boolean FULL = Boolean.getBoolean("memoro.security.full");

    private Run() {}

    static int amount(int sample, int full) {
        return FULL ? full : sample;
    }

    /** Everything, or in the sample every so-manieth of them, from this one on: other places try the others. */
    static <T> List<T> some(List<T> all, int step, int from) {
        return IntStream.range(0, all.size())
                .filter(i -> FULL || Math.floorMod(i - from, step) == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** Choices for one purpose, the same in every run of one seed whatever else runs. */
    static RandomGenerator random(String purpose) {
        return random(purpose, 0);
    }

    /** As {@link #random(String)}, for one numbered case, so that it can be run again alone. */
    static RandomGenerator random(String purpose, long number) {
        long seed = SEED * 31 + purpose.hashCode();
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + number);
    }
}
