package org.memoro.endtoend;

import java.util.Locale;

/** How often something was right, wrongly said, and missed. */
record Counts(int right, int wrong, int missed) {

    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    /** The share of what was said that is right; 1 when nothing was said. */
    double precision() {
        return share(right, wrong);
    }

    /** The share of what there is that was said; 1 when there is nothing. */
    double recall() {
        return share(right, missed);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%4d right %4d wrong %4d missed   precision %.3f recall %.3f",
                right,
                wrong,
                missed,
                precision(),
                recall());
    }

    private static double share(int part, int rest) {
        return part + rest == 0 ? 1 : (double) part / (part + rest);
    }
}
