package org.memoro.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.memoro.outbox.OutboxRows.Backlog;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows how much waits in the outbox, for how long, and whether every listener runs. */
final class EventMetrics implements MeterBinder, DisposableBean {
    private static final Duration SAMPLE = Duration.ofSeconds(15);

    private final TenantTransactions transactions;
    private final OutboxRows rows;
    private final EventListeners listeners;
    private final Disposable.Swap sampling = Disposables.swap();
    private volatile Backlog backlog = new Backlog(0, 0);

    EventMetrics(TenantTransactions transactions, OutboxRows rows, EventListeners listeners) {
        this.transactions = transactions;
        this.rows = rows;
        this.listeners = listeners;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("memoro.outbox.size", () -> backlog.size()).register(registry);
        Gauge.builder("memoro.outbox.age", () -> backlog.ageSeconds())
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("memoro.listeners.missing", listeners::missing).register(registry);
        MultiGauge lag = MultiGauge.builder("memoro.events.lag")
                .description("Events of a partition that its consumer has not fetched yet")
                .register(registry);
        sampling.update(Flux.interval(SAMPLE)
                .onBackpressureDrop()
                .doOnNext(tick -> lag.register(listeners.lags(), true))
                .concatMap(tick -> transactions.asRelay(rows.measure()).onErrorResume(unreachable -> Mono.empty()))
                .subscribe(measured -> backlog = measured));
    }

    @Override
    public void destroy() {
        sampling.dispose();
    }
}
