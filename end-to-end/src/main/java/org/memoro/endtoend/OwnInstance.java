package org.memoro.endtoend;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Memoro of its own, beside whatever else runs on the machine; stopped and deleted when closed. */
public final class OwnInstance implements AutoCloseable {
    /** Settings with which nobody meets a limit of the gateway: tests and measurements come faster than any person. */
    public static final Map<String, String> UNHURRIED = Stream.of(
                    "ACCOUNT_PERSECOND",
                    "ACCOUNT_BURST",
                    "ADDRESS_PERSECOND",
                    "ADDRESS_BURST",
                    "SIGNIN_PERMINUTE",
                    "SIGNIN_BURST",
                    "WRONGCREDENTIALS_PERMINUTE",
                    "WRONGCREDENTIALS_BURST")
            .collect(Collectors.toUnmodifiableMap(limit -> "MEMORO_GATEWAY_LIMITS_" + limit, limit -> "1000000"));

    private final Path script;
    private final Path home;
    private final int port;
    private final Map<String, String> settings;
    private final MemoroCommand memoro;

    private OwnInstance(Path script, Path home, int port, Map<String, String> settings) {
        this.script = script;
        this.home = home;
        this.port = port;
        this.settings = Map.copyOf(settings);
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("MEMORO_HOME", home.toString());
        this.memoro = new MemoroCommand(script, environment);
    }

    /** Names a folder and a free port for an instance of the checkout in which {@code script} lies; starts nothing. */
    public static OwnInstance of(Path script) {
        return of(script, Map.of());
    }

    /** As {@link #of(Path)}, with more settings of the script. */
    public static OwnInstance of(Path script, Map<String, String> settings) {
        try {
            return new OwnInstance(script, Files.createTempDirectory("memoro-instance-"), freePort(), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same folder, port and data, with more settings at its next start. */
    public OwnInstance with(Map<String, String> more) {
        Map<String, String> both = new HashMap<>(settings);
        both.putAll(more);
        return new OwnInstance(script, home, port, both);
    }

    /** Starts it and says how long it took until the pages could be used. */
    public Duration start() {
        Instant begun = Instant.now();
        memoro.run("up", "--detach", "--port", String.valueOf(port));
        return Duration.between(begun, Instant.now());
    }

    /** Stops it; its data stays until it is closed. */
    public void stop() {
        memoro.run("down");
    }

    /** Where its pages are. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Its script, which acts on this instance alone. */
    public MemoroCommand memoro() {
        return memoro;
    }

    /** Where it keeps everything. */
    public Path data() {
        return home.resolve("data");
    }

    /**
     * The JDBC address of its database, as the superuser.
     *
     * @throws IllegalStateException when the server is none of its own
     */
    public String database() {
        try (Reader secrets = Files.newBufferedReader(data().resolve("secrets.properties"))) {
            Properties known = new Properties();
            known.load(secrets);
            String port = Files.readAllLines(data().resolve("postgres/postmaster.pid"))
                    .get(3)
                    .strip();
            return "jdbc:postgresql://127.0.0.1:" + port + "/memoro?user=postgres&password="
                    + known.getProperty("postgres.superuser");
        } catch (IOException e) {
            throw new IllegalStateException("This instance has no database server of its own", e);
        }
    }

    /** What its present run has written down. */
    public Path log() {
        return home.resolve("logs/memoro.log");
    }

    /** The process that holds all services. */
    public ProcessHandle process() {
        try {
            long pid = Long.parseLong(
                    Files.readString(home.resolve("run/memoro.pid")).strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server that holds its data, when it is a private one. */
    public Optional<ProcessHandle> postgres() {
        try {
            Path pid = home.resolve("data/postgres/postmaster.pid");
            return Files.isReadable(pid)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        try (var files = Files.walk(home)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("Left behind: " + home + " (" + e.getMessage() + ")");
        }
    }

    /** A port of the loopback address that nobody listens on at this moment. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
