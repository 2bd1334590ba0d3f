package org.memoro.endtoend.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How often which operation was answered how, and one example of every kind of broken promise. */
final class FuzzReport {
    private final Instant begun = Instant.now();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> kinds = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> rows = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> breaches = new ConcurrentSkipListMap<>();
    private final Map<String, String> examples = new ConcurrentSkipListMap<>();

    void answered(GeneratedCall call, Answer answer) {
        count(statuses, answer.status());
        count(kinds, call.kind() + " " + answer.status() / 100 + "xx");
        String code = answer.status() >= 400 ? " " + answer.code() : "";
        count(rows, call.operation().name() + " | " + answer.status() + code);
    }

    void breach(GeneratedCall call, String breach, String place, Answer answer) {
        String kind =
                call.operation().name() + ": " + shortened(breach.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<id>"), 160);
        count(breaches, kind);
        examples.putIfAbsent(kind, place + ": " + call + "\n    -> " + answer);
    }

    void unanswered(GeneratedCall call, String place, UncheckedIOException failure) {
        String kind = call.operation().name() + ": no answer, " + failure.getCause();
        count(statuses, 0);
        count(breaches, kind);
        examples.putIfAbsent(kind, place + ": " + call);
    }

    List<String> breaches() {
        List<String> found = new ArrayList<>();
        breaches.forEach((kind, times) -> found.add(times + " times " + kind + "\n    " + examples.get(kind)));
        return found;
    }

    /** How often a part of Memoro could not answer in time: honest, but rare even on a busy machine. */
    double shareOfUnavailable() {
        LongAdder times = statuses.get(503);
        return times == null ? 0 : (double) times.sum() / total();
    }

    double shareOfSuccesses() {
        long good = statuses.entrySet().stream()
                .filter(status -> status.getKey() >= 200 && status.getKey() < 300)
                .mapToLong(status -> status.getValue().sum())
                .sum();
        return (double) good / total();
    }

    String summary() {
        double seconds = Math.max(1, Duration.between(begun, Instant.now()).toMillis()) / 1_000.0;
        return "Generated calls: %d in %.0f s (%.0f/s), %s %s, %d kinds of broken promises"
                .formatted(total(), seconds, total() / seconds, statuses, kinds, breaches.size());
    }

    private long total() {
        return statuses.values().stream().mapToLong(LongAdder::sum).sum();
    }

    void write(Path file) {
        List<String> lines = new ArrayList<>(List.of(summary(), "", "| operation | answer | times |", "|---|---|---|"));
        rows.forEach((row, times) -> lines.add("| " + row + " | " + times + " |"));
        lines.add("");
        lines.addAll(breaches());
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <K> void count(Map<K, LongAdder> counts, K key) {
        counts.computeIfAbsent(key, missing -> new LongAdder()).increment();
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
