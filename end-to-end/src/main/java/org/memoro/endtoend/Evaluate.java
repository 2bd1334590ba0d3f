package org.memoro.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code ./memoro eval --data DIR}: how well Memoro understands notes and finds them, measured through its public API on
 * an instance of its own.
 *
 * <p>{@code --data} is a folder with {@code notes} and {@code locomo-dev}, or one of these; {@code --out} is where
 * predictions and runs are written; {@code --threads=false} loads the conversations without their {@code threadId}.
 */
public final class Evaluate {
    private Evaluate() {}

    /** Runs what the folder has data for, and says what it left out; ends with 2 when there is nothing to do. */
    public static void main(String[] arguments) {
        Map<String, String> options = options(arguments);
        Path data = Path.of(options.getOrDefault("data", "."));
        Path out = Path.of(options.getOrDefault("out", System.getProperty("memoro.home", ".memoro") + "/eval"));
        Path script = Path.of(System.getProperty("memoro.script", "./memoro")).toAbsolutePath();
        Optional<Path> notes = folder(data, "notes", "notes-dev.jsonl");
        Optional<Path> conversations = folder(data, "locomo-dev", "docs.jsonl");
        if (notes.isEmpty() && conversations.isEmpty()) {
            System.err.println("There is neither notes/notes-dev.jsonl nor locomo-dev/docs.jsonl in " + data + ".");
            System.exit(2);
        }
        try (OwnInstance instance = OwnInstance.of(script)) {
            instance.start();
            notes.ifPresent(folder -> new NotesEvaluation(folder, out, instance.url(), instance.memoro()).run());
            boolean threads = Boolean.parseBoolean(options.getOrDefault("threads", "true"));
            conversations.ifPresent(
                    folder -> new SearchEvaluation(folder, out, instance.url(), instance.memoro(), threads).run());
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

    private static Optional<Path> folder(Path data, String name, String file) {
        Optional<Path> found = Stream.of(data.resolve(name), data)
                .filter(folder -> Files.isReadable(folder.resolve(file)))
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("Left out: there is no " + name + "/" + file + " in " + data);
        }
        return found;
    }
}
