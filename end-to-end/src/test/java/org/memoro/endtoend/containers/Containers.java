package org.memoro.endtoend.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.memoro.endtoend.MemoroCommand;
import org.memoro.endtoend.OwnInstance;
import org.memoro.local.signin.LocalSignIn;
import org.springframework.context.ConfigurableApplicationContext;

/** A Memoro in containers, in a project of its own; gone with its volumes when closed. */
final class Containers implements AutoCloseable {
    static final List<String> SERVICES = List.of(
            "gateway", "contact-service", "interaction-service", "search-service", "embedding-worker", "web-ui");
    static final String USER = "you@memoro.local";

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path OVERRIDE = Path.of("src/test/resources/containers/local-user.yml");
    private static final Duration MOST = Duration.ofMinutes(6);
    private static final String CLIENT = "memoro-containers";

    private final Path secrets;
    private final ConfigurableApplicationContext signIn;
    private final Map<String, String> environment;

    private Containers(Path secrets, ConfigurableApplicationContext signIn, Map<String, String> environment) {
        this.secrets = secrets;
        this.signIn = signIn;
        this.environment = environment;
    }

    /** Makes secrets and a sign-in for one user on this host, and has compose start everything in its order. */
    static Containers start() {
        try {
            Path secrets = Files.createTempDirectory("memoro-secrets-");
            new MemoroCommand(REPOSITORY.resolve("memoro"), Map.of()).run("secrets", secrets.toString());
            String clientSecret = Files.readString(secrets.resolve("web-ui-secret"));
            Files.writeString(secrets.resolve("sign-in-client-secret"), clientSecret);
            int port = OwnInstance.freePort();
            int signInPort = OwnInstance.freePort();
            List<String> arguments =
                    new ArrayList<>(LocalSignIn.arguments(signInPort, port, USER, CLIENT, clientSecret));
            arguments.add("--server.address=0.0.0.0"); // containers see this host by another address than its own
            Containers containers = new Containers(
                    secrets,
                    LocalSignIn.builder().run(arguments.toArray(String[]::new)),
                    Map.of(
                            "MEMORO_PORT",
                            String.valueOf(port),
                            "MEMORO_PUBLIC_URL",
                            "http://localhost:" + port,
                            "MEMORO_SIGN_IN",
                            "local",
                            "MEMORO_SIGN_IN_ISSUER",
                            "http://localhost:" + port + "/local-sign-in",
                            "MEMORO_SIGN_IN_CLIENT_ID",
                            CLIENT,
                            "MEMORO_SECRETS",
                            secrets.toString(),
                            "SIGN_IN_PORT",
                            String.valueOf(signInPort)));
            containers.startAll();
            return containers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startAll() {
        try {
            compose("down", "--volumes"); // what a run that was cut off has left has other passwords
            compose("up", "--detach", "--wait", "--wait-timeout", "300");
        } catch (IllegalStateException e) {
            Stream.concat(Stream.of("postgres", "kafka", "prepare-database"), SERVICES.stream())
                    .forEach(service -> System.err.println(service + ": " + lastOf(log(service))));
            close();
            throw e;
        }
    }

    private static String lastOf(String log) {
        return log.substring(Math.max(0, log.length() - 2000));
    }

    String url() {
        return environment.get("MEMORO_PUBLIC_URL");
    }

    /** Ends a container as a crash does, and has it started again; returns when it is ready. */
    void kill(String service) {
        compose("kill", service);
        compose("up", "--detach", "--wait", "--wait-timeout", "120", service);
    }

    /** What a container's processes hold in memory without the files of its image that the kernel keeps at hand. */
    long residentMib(String service) {
        String id = compose("ps", "--quiet", service).strip();
        String pid = run(List.of("docker", "inspect", "--format", "{{.State.Pid}}", id), Map.of())
                .strip();
        try (Stream<String> lines = Files.lines(Path.of("/proc", pid, "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything a service has said so far. */
    String log(String service) {
        return compose("logs", "--no-color", "--no-log-prefix", service);
    }

    /** Runs docker compose for this project and says what it printed. */
    String compose(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "docker",
                "compose",
                "--project-name",
                "memoro-test",
                "--file",
                REPOSITORY.resolve("docker-compose.yml").toString(),
                "--file",
                OVERRIDE.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return run(command, environment);
    }

    /** @throws IllegalStateException with everything it printed when it fails */
    static String run(List<String> command, Map<String, String> settings) {
        try {
            Path errors = Files.createTempFile("memoro-compose-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().putAll(settings);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS);
            String said = Files.readString(errors);
            Files.delete(errors);
            if (!ended || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output + said);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        compose("down", "--volumes", "--timeout", "30");
        signIn.close();
        try (Stream<Path> files = Files.walk(secrets)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
