package org.memoro.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * {@code ./memoro bench}: start times, memory, and the times a person waits for, in one run on an instance of its own.
 *
 * <p>{@code --notes} is the size of the account that is searched (5,000), {@code --out} the page the figures are written
 * to (docs/benchmarks.md), {@code --clone=false} leaves the start from a clean clone out.
 */
public final class Benchmark {
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final int SAVES = 120;
    private static final int SEARCHES = 300;

    private final Path script;
    private final Map<String, String> options;
    private final List<String> rows = new ArrayList<>();

    private Benchmark(Path script, Map<String, String> options) {
        this.script = script;
        this.options = options;
    }

    /** Measures and writes; a figure that misses its target is marked, not hidden. */
    public static void main(String[] arguments) {
        Path script = Path.of(System.getProperty("memoro.script", "./memoro")).toAbsolutePath();
        new Benchmark(script, Evaluate.options(arguments)).run();
    }

    private void run() {
        if (Boolean.parseBoolean(options.getOrDefault("clone", "true"))) {
            measureFirstStart();
        }
        try (OwnInstance instance = OwnInstance.of(script)) {
            instance.start();
            instance.stop();
            add("second start until the pages can be used", instance.start(), Duration.ofSeconds(15));
            measureMemory(instance);
            MemoroApi api = instance.memoro().accountOf(instance.url(), "bench@memoro.local");
            measureSaving(api);
            measureSearch(api);
            addMemory("the JVM with everything in it, after the load", instance.process(), 1024);
            measureExport(api, instance.process());
        }
        write();
    }

    /** A clone beside the checkout: all is built, PostgreSQL too; only packages of Maven come from the caches. */
    private void measureFirstStart() {
        Path folder = temporaryFolder();
        Path repository = Objects.requireNonNull(script.getParent());
        execute(List.of(
                "git",
                "clone",
                "--quiet",
                repository.toString(),
                folder.resolve("memoro").toString()));
        try (OwnInstance instance = OwnInstance.of(
                folder.resolve("memoro/memoro"),
                Map.of("MEMORO_TOOLS", folder.resolve("tools").toString()))) {
            add("first start from a clean clone, package caches warm", instance.start(), Duration.ofMinutes(3));
        }
        execute(List.of("rm", "-rf", folder.toString()));
    }

    private void measureMemory(OwnInstance instance) {
        MemoroApi.pause(IDLE);
        addMemory("the JVM with everything in it, idle", instance.process(), 1024);
        instance.postgres()
                .ifPresent(
                        server -> rows.add("| PostgreSQL, %d processes, idle (shared pages counted once) | %d MiB | |"
                                .formatted(1 + server.descendants().count(), privateMib(server))));
    }

    private void measureSaving(MemoroApi api) {
        SampleNotes notes = new SampleNotes(1);
        for (int i = 0; i < 10; i++) {
            api.writeNote(notes.next()); // the first ones load classes
        }
        api.awaitUnderstood(Duration.ofMinutes(1));
        Percentiles saved = new Percentiles();
        Percentiles searchable = new Percentiles();
        for (int i = 0; i < SAVES; i++) {
            Instant begun = Instant.now();
            String id = api.writeNote(notes.next());
            Instant written = Instant.now();
            saved.add(Duration.between(begun, written));
            while (!api.note(id).path("enrichment").path("searchable").asBoolean()) {
                MemoroApi.pause(Duration.ofMillis(20));
            }
            searchable.add(Duration.between(written, Instant.now()));
            Duration left = Duration.between(Instant.now(), begun.plusSeconds(1));
            if (left.isPositive()) {
                MemoroApi.pause(left);
            }
        }
        add("note saved", saved, Duration.ofMillis(50));
        add("saved to searchable, one note a second", searchable, Duration.ofSeconds(2));
    }

    private void measureSearch(MemoroApi api) {
        int size = Integer.parseInt(options.getOrDefault("notes", "5000"));
        SampleNotes notes = new SampleNotes(2);
        Instant begun = Instant.now();
        for (int i = SAVES + 10; i < size; i++) {
            api.writeNote(notes.next());
        }
        api.awaitUnderstood(Duration.ofMinutes(30));
        Duration filled = Duration.between(begun, Instant.now());
        rows.add(String.format(
                Locale.ROOT,
                "| notes written and understood, as fast as they go | %.1f a second | |",
                (size - SAVES - 10) / (filled.toMillis() / 1000.0)));
        List<String> questions = notes.questions(SEARCHES + 20);
        questions.subList(0, 20).forEach(question -> api.search(question, 10));
        Percentiles searched = new Percentiles();
        for (String question : questions.subList(20, questions.size())) {
            Instant asked = Instant.now();
            api.search(question, 10);
            searched.add(Duration.between(asked, Instant.now()));
        }
        add("search in an account of %,d notes".formatted(size), searched, Duration.ofMillis(150));
    }

    private void measureExport(MemoroApi api, ProcessHandle process) {
        Instant begun = Instant.now();
        long size = api.export();
        rows.add(String.format(
                Locale.ROOT,
                "| export of that account, %.1f MB of ZIP | %.1f s | |",
                size / 1e6,
                Duration.between(begun, Instant.now()).toMillis() / 1000.0));
        addMemory("the JVM with everything in it, after the export", process, 1024);
    }

    private void add(String what, Duration time, Duration target) {
        row(
                what,
                String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0),
                target.toSeconds() + " s",
                time,
                target);
    }

    private void add(String what, Percentiles times, Duration target) {
        row(what, times.toString(), "p95 ≤ " + target.toMillis() + " ms", times.at(95), target);
    }

    private void row(String what, String figure, String target, Duration time, Duration limit) {
        String row = "| %s | %s | %s%s |".formatted(what, figure, target, time.compareTo(limit) > 0 ? " — missed" : "");
        System.out.println(row);
        rows.add(row);
    }

    private void addMemory(String what, ProcessHandle process, long limit) {
        long resident = residentMib(process);
        String row = "| %s | %d MiB | %d MiB%s |".formatted(what, resident, limit, resident > limit ? " — missed" : "");
        System.out.println(row);
        rows.add(row);
    }

    /** The proportional set sizes of a process and its children: a page that n processes share counts 1/n in each. */
    private static long privateMib(ProcessHandle parent) {
        return Stream.concat(Stream.of(parent), parent.descendants())
                        .mapToLong(process -> kibibytes(process, "smaps_rollup", "Pss:"))
                        .sum()
                / 1024;
    }

    private static long residentMib(ProcessHandle process) {
        return kibibytes(process, "status", "VmRSS:") / 1024;
    }

    private static long kibibytes(ProcessHandle process, String file, String field) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/" + file))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // a process that ended meanwhile holds nothing
        }
    }

    private void write() {
        String page = """
                # Benchmarks

                Measured in one run by `./memoro bench`, through the public API, on %s, on a machine with %d processors.
                Memory is what is resident; times are seen by the caller.

                | what | measured | target |
                |---|---|---|
                %s
                """.formatted(
                LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().availableProcessors(), String.join("\n", rows));
        System.out.println(page);
        try {
            Path file = Path.of(options.getOrDefault(
                    "out", script.resolveSibling("docs/benchmarks.md").toString()));
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("memoro-clone-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(List<String> command) {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
