package org.memoro.outbox;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Begins to publish and to listen once Kafka is there, which a service's start does not wait for. */
final class EventTraffic implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EventTraffic.class);
    private static final Duration LISTENER_WATCH = Duration.ofSeconds(10);
    private static final Duration PURGE_EVERY = Duration.ofHours(6);

    private final EventTopics topics;
    private final Supplier<OutboxRelay> relays;
    private final EventListeners listeners;
    private final Inbox inbox;
    private final Erasure erasure;
    private Disposable.Composite running = Disposables.composite();
    private @Nullable OutboxRelay relay;
    private volatile boolean started;
    private volatile boolean relaying;

    EventTraffic(
            EventTopics topics, Supplier<OutboxRelay> relays, EventListeners listeners, Inbox inbox, Erasure erasure) {
        this.topics = topics;
        this.relays = relays;
        this.listeners = listeners;
        this.inbox = inbox;
        this.erasure = erasure;
    }

    @Override
    public synchronized void start() {
        started = true;
        running = Disposables.composite();
        running.add(topics.created().doOnSuccess(ready -> begin()).subscribe());
        running.add(Flux.interval(Duration.ofMinutes(1), PURGE_EVERY)
                .concatMap(tick -> purge())
                .subscribe());
    }

    private Mono<Long> purge() {
        return inbox.purge().then(erasure.purge()).onErrorResume(EventTraffic::tryLater);
    }

    private synchronized void begin() {
        if (!started) {
            return;
        }
        relaying = true;
        OutboxRelay begun = relays.get();
        relay = begun;
        begun.run().doFinally(end -> relaying = false).subscribe();
        running.add(Flux.interval(Duration.ZERO, LISTENER_WATCH, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .doOnNext(tick -> listeners.startMissing())
                .subscribe());
    }

    @Override
    public void stop(Runnable finished) {
        synchronized (this) {
            started = false;
            running.dispose();
            if (relay != null) {
                relay.stop();
            }
        }
        Mono.fromRunnable(listeners::stop)
                .subscribeOn(Schedulers.boundedElastic())
                .then(Mono.defer(this::relayEnded))
                .doFinally(end -> finished.run())
                .subscribe();
    }

    private Mono<Void> relayEnded() {
        return Flux.interval(Duration.ZERO, Duration.ofMillis(20))
                .takeWhile(tick -> relaying)
                .take(Duration.ofSeconds(9))
                .then();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Among the first to stop, while web server, database and producers still work. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    private static Mono<Long> tryLater(Throwable failure) {
        log.warn("Rows that are too old to be of use could not be purged", failure);
        return Mono.empty();
    }
}
