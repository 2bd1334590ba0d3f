package org.memoro.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnClusterTests {
    @Test
    void keepsItsDataOverARestartAndLeavesNothingRunning(@TempDir Path home) throws Exception {
        OwnCluster cluster = cluster(home);
        try (PostgresServer server = cluster.start(freePort(), "secret")) {
            execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
        try (PostgresServer server = cluster.start(freePort(), "secret");
                Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT answer FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void takesOverFromAServerThatAKilledMemoroLeftRunning(@TempDir Path home) throws Exception {
        OwnCluster cluster = cluster(home);
        PostgresServer left = cluster.start(freePort(), "secret");
        execute(left, "CREATE TABLE kept ()");

        try (PostgresServer server = cluster.start(freePort(), "secret")) {
            execute(server, "SELECT FROM kept");
        }
    }

    @Test
    void startsAgainAfterAFirstStartWasCutOff(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("postgres.new/base"));
        Files.writeString(home.resolve("postgres.new/PG_VERSION"), "17");

        try (PostgresServer server = cluster(home).start(freePort(), "secret")) {
            execute(server, "SELECT 1");
        }
    }

    /** With the programs that {@code ./memoro test} found; elsewhere there may be none. */
    private static OwnCluster cluster(Path home) throws Exception {
        String programs = System.getenv("MEMORO_TEST_POSTGRES_BIN");
        assumeTrue(programs != null && !programs.isBlank(), "./memoro test names the programs of PostgreSQL");
        String runAs = System.getenv().getOrDefault("MEMORO_TEST_POSTGRES_RUN_AS", "");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        return new OwnCluster(
                Path.of(programs), runAs.isBlank() ? List.of() : Commands.words(runAs), home.resolve("postgres"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void execute(PostgresServer server, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
