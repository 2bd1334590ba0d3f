package org.memoro.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code ./memoro eval --data DIR}: how well Memoro understands notes and finds them, measured through its public API on
 * an instance of its own.
 *
 * <p>{@code --data} is a folder with any of {@code notes}, {@code dates}, {@code knowledgenet} and
 * {@code locomo-dev}, or one of these; {@code --out} is where
 * predictions and runs are written.
 */
public final class Evaluate {
    private Evaluate() {}

    /** Runs what the folder has data for, and says what it left out; ends with 2 when there is nothing to do. */
    public static void main(String[] arguments) {
        Map<String, String> options = options(arguments);
        Path data = Path.of(options.getOrDefault("data", "."));
        Path out = Path.of(options.getOrDefault("out", System.getProperty("memoro.home", ".memoro") + "/eval"));
        Path script = Path.of(System.getProperty("memoro.script", "./memoro")).toAbsolutePath();
        List<Path> dates = files(data, "dates");
        List<Path> prose = files(data, "knowledgenet");
        List<Path> notes = files(data, "notes");
        Optional<Path> conversations = conversations(data);
        if (dates.isEmpty() && prose.isEmpty() && notes.isEmpty() && conversations.isEmpty()) {
            System.err.println("There is nothing to evaluate with in " + data + ".");
            System.exit(2);
        }
        dates.forEach(file -> new DatesEvaluation(file).run());
        prose.forEach(file -> new FamilyEvaluation(file).run());
        if (notes.isEmpty() && conversations.isEmpty()) {
            return;
        }
        try (OwnInstance instance = OwnInstance.of(script)) {
            instance.start();
            notes.forEach(file -> new NotesEvaluation(file, out, instance.url(), instance.memoro()).run());
            conversations.ifPresent(
                    folder -> new SearchEvaluation(folder, out, instance.url(), instance.memoro()).run());
        }
    }

    static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].replaceFirst("^--", "");
            int equals = name.indexOf('=');
            if (equals > 0) {
                options.put(name.substring(0, equals), name.substring(equals + 1));
            } else if (i + 1 < arguments.length) {
                options.put(name, arguments[++i]);
            } else {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
        }
        return options;
    }

    /** The files of one kind of data, in the folder of that name below the one given, or in that folder itself. */
    private static List<Path> files(Path data, String kind) {
        Path folder = data.endsWith(kind) ? data : data.resolve(kind);
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                System.out.println("Left out: there is no " + kind + "/*.jsonl in " + data);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that holds dated conversations, whatever it is called. */
    private static Optional<Path> conversations(Path data) {
        try (Stream<Path> below = Files.list(data)) {
            Optional<Path> found = Stream.concat(Stream.of(data), below.sorted())
                    .filter(folder -> Files.isReadable(folder.resolve("docs.jsonl")))
                    .findFirst();
            if (found.isEmpty()) {
                System.out.println("Left out: there is no folder with docs.jsonl in " + data);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
