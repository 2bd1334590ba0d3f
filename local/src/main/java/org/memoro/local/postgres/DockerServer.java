package org.memoro.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.memoro.local.StartFailure;

/** PostgreSQL with pgvector in a container of our own, its data in a volume of the same name. */
record DockerServer(String container, int port, String password, Path marker) implements PostgresServer {
    private static final String IMAGE = "pgvector/pgvector:pg17";
    private static final int ATTEMPTS = 300; // of 0.2 s: the first start initialises the volume

    /**
     * @param marker a file that tells {@code ./memoro down} which container a killed run left behind
     */
    static DockerServer start(String container, Path marker, int port, String password) {
        try {
            Files.writeString(marker, container);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DockerServer server = new DockerServer(container, port, password, marker);
        Commands.Result result = server.docker(
                "run",
                "--rm",
                "--detach",
                "--name=" + container,
                "--publish=127.0.0.1:" + port + ":5432",
                "--volume=" + container + ":/var/lib/postgresql/data",
                "--env=POSTGRES_PASSWORD", // its value travels in the environment, not in the list of processes
                IMAGE,
                "-c",
                "max_parallel_maintenance_workers=0",
                "-c",
                "log_min_error_statement=panic",
                "-c",
                "log_error_verbosity=terse");
        if (!result.succeeded()) {
            throw new StartFailure("PostgreSQL in Docker did not start: " + Commands.lastLine(result.output()));
        }
        server.awaitAnswer();
        return server;
    }

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
        return "Docker container and volume " + container + ", port " + port;
    }

    @Override
    public void close() {
        docker("stop", container);
        try {
            Files.deleteIfExists(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return description();
    }

    private void awaitAnswer() {
        for (int attempt = 0; !answers(); attempt++) {
            if (attempt == ATTEMPTS) {
                close();
                throw new StartFailure("PostgreSQL in Docker did not answer within a minute.");
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartFailure("interrupted while waiting for PostgreSQL", e);
            }
        }
    }

    private boolean answers() {
        try {
            DriverManager.getConnection(url()).close();
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Commands.Result docker(String... words) {
        return Commands.runBeside(
                marker, Commands.join(List.of("docker"), words), Map.of("POSTGRES_PASSWORD", password));
    }
}
