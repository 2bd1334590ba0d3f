package org.memoro.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.memoro.local.StartFailure;

/** Programs that are run to their end. */
final class Commands {
    private static final long MINUTES = 2; // initdb on a slow disk; everything else takes seconds

    private Commands() {}

    /** How it ended and what it said. */
    record Result(int code, String output) {
        boolean succeeded() {
            return code == 0;
        }
    }

    static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    static List<String> join(List<String> prefix, String... words) {
        List<String> joined = new ArrayList<>(prefix);
        joined.addAll(List.of(words));
        return joined;
    }

    /** In the folder that holds {@code neighbour}: one that the user of the command may enter. */
    static Result runBeside(Path neighbour, List<String> command, Map<String, String> environment) {
        return run(command, environment, Objects.requireNonNull(neighbour.getParent(), "no root folder"));
    }

    private static Result run(List<String> command, Map<String, String> environment, Path folder) {
        try {
            // A file and not a pipe: a server started by the command keeps its output open for as long as it lives.
            Path output = Files.createTempFile("memoro", ".out");
            try {
                return new Result(run(command, environment, folder, output), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new StartFailure(command.getFirst() + " cannot be run: " + e.getMessage(), e);
        }
    }

    private static int run(List<String> command, Map<String, String> environment, Path folder, Path output)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new StartFailure(command.getFirst() + " did not end within " + MINUTES + " minutes.");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartFailure(command.getFirst() + " was interrupted.", e);
        }
    }

    /** What a program said last, for a sentence. */
    static String lastLine(String output) {
        return output.strip().lines().reduce((first, second) -> second).orElse("no output");
    }
}
