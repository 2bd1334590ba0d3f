package org.memoro.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./memoro} decided before it started the JVM, and what the user set in the environment.
 *
 * @param home where data and run files live
 * @param port the public port on the loopback address
 * @param email of the local user
 * @param environment all variables, for what is handed on to one place only
 */
public record LocalSettings(Path home, int port, String email, Map<String, String> environment) {
    static final String DEFAULT_EMAIL = "you@memoro.local";

    public LocalSettings {
        environment = Map.copyOf(environment);
    }

    /** Reads the variables that the script exports; the home has no default on purpose. */
    public static LocalSettings of(Map<String, String> environment) {
        Map<String, String> named = new HashMap<>(environment);
        named.values().removeIf(String::isBlank);
        String home = named.get("MEMORO_HOME");
        if (home == null) {
            throw new StartFailure("MEMORO_HOME is not set: start Memoro with ./memoro up.");
        }
        return new LocalSettings(
                Path.of(home).toAbsolutePath(),
                Integer.parseInt(named.getOrDefault("MEMORO_PORT", "8080")),
                named.getOrDefault("MEMORO_LOCAL_EMAIL", DEFAULT_EMAIL),
                named);
    }

    @Nullable
    String environment(String name) {
        return environment.get(name);
    }

    boolean hasRemoteModels() {
        return environment.containsKey("OPENROUTER_API_KEY") || environment.containsKey("MEMORO_AI_BASE_URL");
    }

    String url() {
        return "http://localhost:" + port;
    }

    Path run() {
        return home.resolve("run");
    }

    Path data() {
        return home.resolve("data");
    }

    @Override
    public String toString() {
        return "LocalSettings[" + home + ", port " + port + "]";
    }
}
