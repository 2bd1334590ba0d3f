package org.memoro.local.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.memoro.local.StartFailure;

/** A running PostgreSQL in which somebody may make databases and roles; closing it stops only what was started. */
public interface PostgresServer extends AutoCloseable {

    /** JDBC address of the server's superuser, in a database that exists. */
    String url();

    /** The database that holds Memoro, made by the launcher where the server is ours. */
    String database();

    /** In words, for {@code ./memoro status}. */
    String description();

    @Override
    void close();

    /** Starts or finds the server that the script chose: one named by the user, a container, or programs on disk. */
    static PostgresServer start(Map<String, String> environment, Path data, int port, String password) {
        String named = environment.get("MEMORO_DATABASE_URL");
        if (named != null) {
            return NamedServer.of(named);
        }
        String container = environment.get("MEMORO_DOCKER_CONTAINER");
        if (container != null) {
            return DockerServer.start(container, data.resolveSibling("run").resolve("docker"), port, password);
        }
        String programs = environment.get("MEMORO_POSTGRES_BIN");
        if (programs == null) {
            throw new StartFailure("MEMORO_POSTGRES_BIN is not set: start Memoro with ./memoro up.");
        }
        List<String> runAs =
                environment.getOrDefault("MEMORO_POSTGRES_RUN_AS", "").transform(Commands::words);
        return new OwnCluster(Path.of(programs), runAs, data.resolve("postgres")).start(port, password);
    }
}
