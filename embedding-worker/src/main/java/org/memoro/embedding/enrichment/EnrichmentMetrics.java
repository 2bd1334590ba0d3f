package org.memoro.embedding.enrichment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How long it takes to understand a note, and what comes of it. */
@Component
class EnrichmentMetrics {
    /** An extraction in this JVM takes some hundredths of a second, one at a provider seconds, and 20 s are the limit. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);

    /** What comes of it. */
    enum Outcome {
        /** Facts, as far as they were wanted, and a vector. */
        UNDERSTOOD,
        /** The vector has to wait for the provider. */
        POSTPONED,
        /** An error; the event is tried again or set aside. */
        FAILED
    }

    EnrichmentMetrics(MeterRegistry meters) {
        for (Outcome outcome : Outcome.values()) {
            timers.put(
                    outcome,
                    Timer.builder("memoro.enrichment.time")
                            .description("From reading a note to what was understood of it")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .serviceLevelObjectives(BOUNDS)
                            .register(meters));
        }
    }

    /** The same work, timed. */
    Mono<Understanding> timed(Mono<Understanding> work) {
        return Mono.defer(() -> {
            long begin = System.nanoTime();
            return work.doOnNext(understood ->
                            record(understood.vector() == null ? Outcome.POSTPONED : Outcome.UNDERSTOOD, begin))
                    .doOnError(failure -> record(Outcome.FAILED, begin));
        });
    }

    private void record(Outcome outcome, long begin) {
        Objects.requireNonNull(timers.get(outcome)).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
    }
}
