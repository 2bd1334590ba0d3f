package org.memoro.tenancy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.util.function.ToIntFunction;

/** Shows how many connections to the database are in use, and how many requests wait for one. */
final class ConnectionMetrics implements MeterBinder {
    private final ConnectionPool pool;

    ConnectionMetrics(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        show(registry, "memoro.database.connections.used", PoolMetrics::acquiredSize);
        show(registry, "memoro.database.connections.open", PoolMetrics::allocatedSize);
        show(registry, "memoro.database.connections.max", PoolMetrics::getMaxAllocatedSize);
        show(registry, "memoro.database.connections.awaited", PoolMetrics::pendingAcquireSize);
    }

    private void show(MeterRegistry registry, String name, ToIntFunction<PoolMetrics> size) {
        Gauge.builder(name, pool, of -> of.getMetrics().map(size::applyAsInt).orElse(0))
                .register(registry);
    }
}
