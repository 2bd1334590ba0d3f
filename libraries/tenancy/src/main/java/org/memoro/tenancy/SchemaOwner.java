package org.memoro.tenancy;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import java.util.function.Function;
import org.springframework.r2dbc.connection.SingleConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Builds and drops indexes while the service works, as the role that owns its schema.
 *
 * <p>Every statement stands by itself, since PostgreSQL builds nothing beside readers and writers within a transaction. No
 * account is set: row-level security holds for the owner too, so all there is to see is the catalogue.
 */
public final class SchemaOwner {
    private static final String TRY_LOCK =
            "SELECT pg_try_advisory_lock(hashtextextended(current_schema() || ' ' || :task, 0)) AS locked";

    private final PostgresqlConnectionFactory server;

    SchemaOwner(DatabaseSettings settings) {
        this.server = new PostgresqlConnectionFactory(Database.ownerConnection(settings));
    }

    /**
     * Subscribes to the work with a connection of its own, which is closed afterwards.
     *
     * @param task of which the database does one at a time, whichever replica began it
     * @return what the work says; empty, and the work is not begun, while another process is at the task
     */
    public <T> Mono<T> alone(String task, Function<DatabaseClient, Mono<T>> work) {
        return Mono.usingWhen(
                server.create(),
                connection -> {
                    DatabaseClient client = on(connection);
                    return lock(client, task).flatMap(locked -> locked ? work.apply(client) : Mono.empty());
                },
                Connection::close);
    }

    private DatabaseClient on(Connection connection) {
        return DatabaseClient.create(new SingleConnectionFactory(connection, server.getMetadata(), true));
    }

    private static Mono<Boolean> lock(DatabaseClient client, String task) {
        return client.sql(TRY_LOCK).bind("task", task).mapValue(Boolean.class).one();
    }
}
