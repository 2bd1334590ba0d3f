package org.memoro.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of one kind, and where they lie. */
final class Percentiles {
    private final List<Duration> times = new ArrayList<>();

    void add(Duration time) {
        times.add(time);
    }

    /** The time that {@code percent} of all times do not exceed (nearest rank). */
    Duration at(int percent) {
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    int count() {
        return times.size();
    }

    @Override
    public String toString() {
        return "p50 %s, p95 %s, p99 %s (%d times)".formatted(millis(at(50)), millis(at(95)), millis(at(99)), count());
    }

    static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}
