package org.memoro.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The script {@code ./memoro}, run as a person runs it. */
public final class MemoroCommand {
    private final Path script;
    private final Map<String, String> environment;

    /** @param environment what is set on top of this process's own, such as {@code MEMORO_HOME} */
    public MemoroCommand(Path script, Map<String, String> environment) {
        this.script = script;
        this.environment = environment;
    }

    /** A new API client for an account of its own. */
    public MemoroApi accountOf(String url, String email) {
        return new MemoroApi(url, run("token", "--email", email).strip());
    }

    /**
     * Runs the script and says what it printed on standard output.
     *
     * @throws IllegalStateException with everything it printed when it fails
     */
    public String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
