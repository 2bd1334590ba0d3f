package org.memoro.interactions.stream;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Hears from PostgreSQL, on one connection of its own, that an account has changes to be read, whichever replica made
 * them.
 *
 * <p>A signal is a hint, never the change itself: after a lost connection everybody is told to look, so nothing is missed.
 */
@Component
class ChangeSignals implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ChangeSignals.class);
    private static final String LISTEN = "LISTEN interaction_enrichment";
    /** A connection that is cut without a word is noticed within this. */
    private static final Duration PING_EVERY = Duration.ofSeconds(10);

    private static final Duration PING_TIMEOUT = Duration.ofSeconds(5);

    private final ConnectionFactory connections;
    private final Sinks.Many<Signal> signals = Sinks.many().multicast().directBestEffort();
    private Disposable listening = Disposables.disposed();
    private volatile boolean running;

    /** Which account has changes to be read. */
    private record Signal(boolean everybody, String payload) {
        static final Signal LOOK_ALL = new Signal(true, "");

        boolean concerns(String userId) {
            return everybody || payload.startsWith(userId);
        }
    }

    ChangeSignals(ConnectionPool pool) {
        // Not from the pool: that would take the connection away from requests, and end it after ten minutes.
        this.connections = pool.unwrap();
    }

    /** Signals that this account may have changes to be read; the first comes with the next change. */
    Flux<Boolean> of(UUID userId) {
        String text = userId.toString();
        return signals.asFlux().filter(signal -> signal.concerns(text)).map(signal -> true);
    }

    /** How many streams are open in this replica. */
    int followers() {
        return signals.currentSubscriberCount();
    }

    @Override
    public void start() {
        running = true;
        listening = Flux.usingWhen(connect(), this::listen, ChangeSignals::close)
                .concatWith(Mono.error(() -> new IllegalStateException("the connection was closed")))
                // Counts anew after each time that listening went well.
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                        .maxBackoff(Duration.ofSeconds(5))
                        .transientErrors(true)
                        .doBeforeRetry(retry -> log.warn(
                                "Listening for changes begins again: {}",
                                retry.failure().toString())))
                .subscribe();
    }

    @Override
    public void stop() {
        running = false;
        listening.dispose();
        signals.tryEmitComplete();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Mono<PostgresqlConnection> connect() {
        return Mono.from(connections.create()).cast(PostgresqlConnection.class);
    }

    /** A connection that cannot be closed is gone already. */
    private static Mono<Void> close(PostgresqlConnection connection) {
        return Mono.defer(connection::close).onErrorComplete();
    }

    /** Says once that it listens. */
    private Flux<Boolean> listen(PostgresqlConnection connection) {
        Mono<Boolean> begun = connection
                .createStatement(LISTEN)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then(Mono.fromCallable(
                        () -> signals.tryEmitNext(Signal.LOOK_ALL).isSuccess()));
        Flux<Boolean> heard = connection.getNotifications().doOnNext(this::pass).thenMany(Flux.empty());
        return Flux.concat(begun, Flux.firstWithSignal(heard, pings(connection)));
    }

    private void pass(Notification notification) {
        String payload = notification.getParameter();
        if (payload != null) {
            signals.tryEmitNext(new Signal(false, payload));
        }
    }

    /** Never ends by itself; fails when the server does not answer. */
    private static Flux<Boolean> pings(PostgresqlConnection connection) {
        return Flux.interval(PING_EVERY).onBackpressureDrop().concatMap(tick -> connection
                .createStatement("SELECT 1")
                .execute()
                .flatMap(result -> result.map(row -> true))
                .then(Mono.<Boolean>empty())
                .timeout(PING_TIMEOUT));
    }
}
