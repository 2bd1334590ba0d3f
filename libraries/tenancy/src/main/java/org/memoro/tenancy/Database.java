package org.memoro.tenancy;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.Map;

/** A service's way to its database: the server, and a pool of connections that see nothing until an account is set. */
record Database(PostgresqlConnectionFactory server, ConnectionPool pool) {

    static Database open(DatabaseSettings settings) {
        PostgresqlConnectionFactory server = new PostgresqlConnectionFactory(connection(settings));
        return new Database(server, new ConnectionPool(pool(settings, server).build()));
    }

    static ConnectionPoolConfiguration.Builder pool(DatabaseSettings settings, PostgresqlConnectionFactory server) {
        return ConnectionPoolConfiguration.builder(server)
                .name(settings.schema())
                .initialSize(1)
                .minIdle(1)
                .maxSize(settings.maxConnections())
                // A request that waits longer for a connection is better told to try again.
                .maxAcquireTime(Duration.ofSeconds(2))
                .maxCreateConnectionTime(Duration.ofSeconds(2))
                .acquireRetry(1)
                .maxIdleTime(Duration.ofMinutes(5))
                // Lets a fail-over or a new password take effect without a restart.
                .maxLifeTime(Duration.ofMinutes(10))
                .validationDepth(ValidationDepth.LOCAL)
                // Costs nothing unless a cancelled request left its transaction open; account and role go with it.
                .preRelease(Connection::rollbackTransaction);
    }

    void dispose() {
        pool.dispose();
    }

    static PostgresqlConnectionConfiguration connection(DatabaseSettings settings) {
        return connection(settings, settings.appRole(), settings.appPassword())
                .options(options(settings, "5s", "2s")) // no query of ours is right when it takes longer
                .build();
    }

    /** For what takes its time beside everything else: a build that needs hours, or waits long for others, never ends. */
    static PostgresqlConnectionConfiguration ownerConnection(DatabaseSettings settings) {
        return connection(settings, settings.ownerRole(), settings.ownerPassword())
                .options(options(settings, "2h", "10min"))
                .build();
    }

    private static PostgresqlConnectionConfiguration.Builder connection(
            DatabaseSettings settings, String role, String password) {
        PostgresqlConnectionConfiguration.Builder connection = PostgresqlConnectionConfiguration.builder()
                .host(settings.host())
                .port(settings.port())
                .database(settings.name())
                .username(role)
                .password(password)
                .applicationName("memoro-" + settings.schema())
                .connectTimeout(Duration.ofSeconds(2))
                // Binary results are ten times faster for vectors and exact for times.
                .forceBinary(true);
        settings.encrypt(connection);
        return connection;
    }

    private static Map<String, String> options(DatabaseSettings settings, String longest, String longestWait) {
        return Map.of(
                "search_path",
                settings.schema() + ",extensions",
                "statement_timeout",
                longest,
                "lock_timeout",
                longestWait,
                // A transaction whose client is gone must not hold its locks.
                "idle_in_transaction_session_timeout",
                "10s",
                "timezone",
                "UTC");
    }
}
