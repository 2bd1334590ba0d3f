package org.memoro.tenancy;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the database announces on its channels: ids only, since any role may listen. */
public final class Announcements {
    /** A connection that is cut without a word is noticed within this. */
    private static final Duration PING_EVERY = Duration.ofSeconds(10);

    private static final Duration PING_TIMEOUT = Duration.ofSeconds(5);

    private final PostgresqlConnectionFactory server;

    Announcements(Database database) {
        // Not from the pool: that would take the connection away from requests, and end it after ten minutes.
        this.server = database.server();
    }

    /**
     * Listens on one connection of its own, which is closed on cancel.
     *
     * @return an empty text once it listens, then what is announced; never completes, fails with the connection
     */
    public Flux<String> on(String channel) {
        if (!channel.matches("[a-z_]+")) {
            throw new IllegalArgumentException("not a channel: " + channel);
        }
        return Flux.usingWhen(server.create(), connection -> listen(connection, channel), Announcements::close);
    }

    private static Flux<String> listen(PostgresqlConnection connection, String channel) {
        Mono<String> begun = connection
                .createStatement("LISTEN " + channel)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then(Mono.just(""));
        Flux<String> heard = connection
                .getNotifications()
                .mapNotNull(Notification::getParameter)
                .concatWith(Mono.error(() -> new IllegalStateException("the connection was closed")));
        return Flux.concat(begun, Flux.merge(heard, pings(connection)));
    }

    /** Says nothing and never ends by itself; fails when the server does not answer. */
    private static Flux<String> pings(PostgresqlConnection connection) {
        return Flux.interval(PING_EVERY).onBackpressureDrop().concatMap(tick -> connection
                .createStatement("SELECT 1")
                .execute()
                .flatMap(result -> result.map(row -> true))
                .then(Mono.<String>empty())
                .timeout(PING_TIMEOUT));
    }

    /** A connection that cannot be closed is gone already. */
    private static Mono<Void> close(PostgresqlConnection connection) {
        return Mono.defer(connection::close).onErrorComplete();
    }
}
