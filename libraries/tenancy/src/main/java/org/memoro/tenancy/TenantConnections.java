package org.memoro.tenancy;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Hands out one connection for each transaction that {@link TenantTransactions} begins, and none otherwise: a query that
 * forgot to say whose rows it wants fails before it is sent, instead of finding nothing.
 */
final class TenantConnections implements ConnectionFactory {
    private static final String KEY = TenantConnections.class.getName();

    private final ConnectionPool pool;

    /** For whom a connection is wanted, and whether it was taken. */
    private record Permit(Object who, AtomicBoolean taken) {}

    TenantConnections(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public Mono<Connection> create() {
        return Mono.deferContextual(context -> {
            Permit permit = context.getOrDefault(KEY, null);
            if (permit == null) {
                return Mono.error(new IllegalStateException(
                        "a query outside of TenantTransactions: it does not say whose rows it wants"));
            }
            if (!permit.taken().compareAndSet(false, true)) {
                return Mono.error(new IllegalStateException("a query beside the transaction it belongs to"));
            }
            return pool.create();
        });
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return pool.getMetadata();
    }

    /** Permits whoever subscribes with this to take one connection. */
    static Function<Context, Context> permit(Object who) {
        return context -> context.put(KEY, new Permit(who, new AtomicBoolean()));
    }

    /** For whom a transaction is running; null when none is. */
    static @Nullable Object who(ContextView context) {
        Permit permit = context.getOrDefault(KEY, null);
        return permit == null ? null : permit.who();
    }
}
