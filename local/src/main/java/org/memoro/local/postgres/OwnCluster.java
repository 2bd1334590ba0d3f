package org.memoro.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.memoro.local.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cluster in a folder of our own, run with programs that are on this machine. */
final class OwnCluster {
    private static final Logger LOG = LoggerFactory.getLogger(OwnCluster.class);
    private static final long LOG_LIMIT = 5L << 20;

    private final Path programs;
    private final List<String> runAs;
    private final Path folder;

    /**
     * @param programs the folder with initdb, pg_ctl and postgres
     * @param runAs words before each of them that leave root's rights behind; empty for an ordinary user
     * @param folder of the cluster
     */
    OwnCluster(Path programs, List<String> runAs, Path folder) {
        this.programs = programs;
        this.runAs = runAs;
        this.folder = folder;
    }

    PostgresServer start(int port, String password) {
        try {
            if (!Files.exists(folder.resolve("PG_VERSION"))) {
                initialise(password);
            }
            keepLogSmall();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stopLeftover();
        Commands.Result result =
                control("start", "-l", folder.resolve("server.log").toString(), "-o", options(port));
        if (!result.succeeded()) {
            throw new StartFailure("PostgreSQL did not start: " + Commands.lastLine(result.output()) + " See "
                    + folder.resolve("server.log"));
        }
        return new Running(this, port, password);
    }

    void stop() {
        Commands.Result result = control("stop", "-m", "fast");
        if (!result.succeeded()) {
            LOG.warn("PostgreSQL did not stop: {}", Commands.lastLine(result.output()));
        }
    }

    /** A server that outlived a killed Memoro; nobody else can have this folder, its claim is ours. */
    private void stopLeftover() {
        if (Files.exists(folder.resolve("postmaster.pid")) && control("status").succeeded()) {
            stop();
        }
    }

    /** Beside the folder and then moved into its place, so that a crash never leaves half a cluster. */
    private void initialise(String password) throws IOException {
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        deleteAll(fresh);
        deleteAll(folder); // empty, or else it would have a version
        Path passwordFile = folder.resolveSibling(".postgres-password");
        Files.deleteIfExists(passwordFile);
        try {
            own(Files.createDirectory(fresh, permissions("rwx------")));
            Files.writeString(Files.createFile(passwordFile, permissions("rw-------")), password);
            own(passwordFile);
            Commands.Result result = initdb(fresh, passwordFile);
            if (!result.succeeded()) {
                throw new StartFailure("PostgreSQL's folder could not be made: " + Commands.lastLine(result.output()));
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private Commands.Result initdb(Path fresh, Path passwordFile) {
        List<String> command = Commands.join(
                runAs,
                programs.resolve("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8");
        // Sorting that no upgrade of the C library or ICU can change; before 17 only the C library offers C.UTF-8.
        return run(
                hasBuiltinLocale()
                        ? Commands.join(command, "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
                        : Commands.join(command, "--locale=C.UTF-8"));
    }

    private boolean hasBuiltinLocale() {
        String version = run(List.of(programs.resolve("postgres").toString(), "--version"))
                .output()
                .replaceFirst("^\\D*(\\d+)[\\s\\S]*", "$1");
        return Integer.parseInt(version) >= 17;
    }

    private static String options(int port) {
        return String.join(
                " -c ",
                "-p " + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=", // the loopback port with a password is the only way in
                "max_connections=120", // six services with pools of ten, twice over for migrations and tools
                "shared_buffers=64MB",
                "max_parallel_maintenance_workers=0", // CVE-2026-3172 in pgvector before 0.8.2
                "wal_level=minimal",
                "max_wal_senders=0",
                "timezone=UTC",
                // Statements and row details can hold notes.
                "log_min_error_statement=panic",
                "log_error_verbosity=terse");
    }

    private void keepLogSmall() throws IOException {
        Path log = folder.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Commands.Result control(String action, String... more) {
        return run(Commands.join(
                Commands.join(runAs, programs.resolve("pg_ctl").toString(), action, "-D", folder.toString(), "-w"),
                more));
    }

    private Commands.Result run(List<String> command) {
        return Commands.runBeside(folder, command, Map.of());
    }

    private void own(Path path) throws IOException {
        if (!runAs.isEmpty()) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
    }

    private static FileAttribute<?> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** The server of this cluster while it runs. */
    private record Running(OwnCluster cluster, int port, String password) implements PostgresServer {
        @Override
        public String url() {
            return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&password=%s".formatted(port, password);
        }

        @Override
        public String database() {
            return "memoro";
        }

        @Override
        public String description() {
            return "programs in " + cluster.programs + ", data in " + cluster.folder + ", port " + port;
        }

        @Override
        public void close() {
            cluster.stop();
        }

        @Override
        public String toString() {
            return description();
        }
    }
}
