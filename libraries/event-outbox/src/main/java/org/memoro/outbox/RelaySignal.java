package org.memoro.outbox;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells the relay that there is work: at once after a commit of this process, and every second for all others. */
final class RelaySignal {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CONTENTION = Duration.ofMillis(50);

    private final Sinks.Many<Long> wakes = Sinks.many().multicast().directBestEffort();

    void wake() {
        wakes.emitNext(0L, Sinks.EmitFailureHandler.busyLooping(CONTENTION));
    }

    /** Ticks; those that come while the relay works are remembered as one. */
    Flux<Long> ticks() {
        return Flux.merge(wakes.asFlux(), Flux.interval(Duration.ZERO, POLL)).onBackpressureLatest();
    }
}
