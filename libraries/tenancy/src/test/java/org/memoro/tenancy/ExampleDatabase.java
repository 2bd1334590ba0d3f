package org.memoro.tenancy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/** A database of its own with one table, and a service's way to it. */
final class ExampleDatabase implements AutoCloseable {
    private final String name = "tenancy_" + UUID.randomUUID().toString().replace("-", "");
    private final String server = serverUrl();
    final String superuserUrl = server.replaceFirst("/[^/?]+\\?", "/" + name + "?");
    final Database database;
    final DatabaseClient client;
    final TenantTransactions transactions;
    final SchemaOwner owner;

    /** Makes a service's way to a database out of its settings. */
    interface Opening {
        Database open(DatabaseSettings settings);
    }

    ExampleDatabase(int connections, Opening opening) throws SQLException {
        onServer("CREATE DATABASE " + name);
        DatabaseBootstrap.prepare(superuserUrl, Map.of("example", new DatabaseBootstrap.Passwords("owner", "app")));
        DatabaseBootstrap.prepare(superuserUrl, Map.of("example", new DatabaseBootstrap.Passwords("owner", "app")));
        String[] address = server.replaceFirst("jdbc:postgresql://", "").split("[:/]");
        DatabaseSettings settings = new DatabaseSettings(
                address[0], Integer.parseInt(address[1]), name, "example", "owner", "app", connections);
        SchemaMigration.run(settings);
        database = opening.open(settings);
        TenancyConfiguration configuration = new TenancyConfiguration();
        var guarded = configuration.connectionFactory(database);
        client = configuration.databaseClient(guarded);
        transactions = configuration.tenantTransactions(client, guarded, settings);
        owner = configuration.schemaOwner(settings);
    }

    @Override
    public void close() throws SQLException {
        database.pool().disposeLater().block();
        onServer("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private void onServer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String serverUrl() {
        String named = System.getenv("MEMORO_TEST_POSTGRES_URL");
        if (named != null) {
            return named;
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve(".memoro/test/postgres.url");
            if (Files.exists(file)) {
                return read(file);
            }
        }
        throw new IllegalStateException("No test database; ./memoro test starts one.");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
