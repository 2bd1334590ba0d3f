package org.memoro.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.tenancy.DatabaseBootstrap;
import org.springframework.boot.SpringApplication;

/** Fresh databases on the PostgreSQL server that {@code ./memoro test} starts. */
public final class TestPostgres {
    private static final String MISSING =
            "No PostgreSQL for tests: run ./memoro test, or set MEMORO_TEST_POSTGRES_URL to a superuser's JDBC address.";
    // Roles belong to the server, not to one database: every test run on it must agree on their passwords.
    private static final String OWNER_PASSWORD = "owner-of-a-test";
    private static final String APP_PASSWORD = "app-of-a-test";
    private static final Queue<String> TO_DROP = new ConcurrentLinkedQueue<>();

    static {
        // After the services of this JVM are closed, which would complain about a database that is gone.
        SpringApplication.getShutdownHandlers().add(TestPostgres::dropAll);
    }

    private TestPostgres() {}

    /** A new, empty database with extensions, roles and schemas; it is dropped when this JVM ends. */
    public static TestDatabase freshDatabase() {
        String server = serverUrl();
        String name = "memoro_test_" + UUID.randomUUID().toString().replace("-", "");
        execute(server, "CREATE DATABASE " + name);
        TO_DROP.add(name);
        String url = inDatabase(server, name);
        DatabaseBootstrap.prepare(url, passwords());
        URI uri = uri(server);
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return new TestDatabase(uri.getHost(), port, name, url, OWNER_PASSWORD, APP_PASSWORD);
    }

    private static Map<String, DatabaseBootstrap.Passwords> passwords() {
        return Stream.of("account", "contact", "interaction", "enrichment", "search")
                .collect(Collectors.toMap(
                        Function.identity(), schema -> new DatabaseBootstrap.Passwords(OWNER_PASSWORD, APP_PASSWORD)));
    }

    private static String serverUrl() {
        String named = System.getenv("MEMORO_TEST_POSTGRES_URL");
        if (named != null && !named.isBlank()) {
            return named.strip();
        }
        Path file = findUpwards(Path.of("").toAbsolutePath());
        if (file == null) {
            throw new IllegalStateException(MISSING);
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path findUpwards(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(".memoro/test/postgres.url");
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    private static URI uri(String jdbcUrl) {
        return URI.create(jdbcUrl.substring("jdbc:".length()));
    }

    private static String inDatabase(String server, String name) {
        URI uri = uri(server);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "jdbc:postgresql://" + uri.getRawAuthority() + "/" + name + query;
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // 08xxx: nobody listens there; everything else is a real fault and keeps its own words.
            boolean unreachable = e.getSQLState() != null && e.getSQLState().startsWith("08");
            throw new IllegalStateException(unreachable ? MISSING : sql, e);
        }
    }

    private static void dropAll() {
        String server = serverUrl();
        // FORCE: pools of contexts that are still closing hold connections.
        TO_DROP.forEach(name -> execute(server, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }
}
