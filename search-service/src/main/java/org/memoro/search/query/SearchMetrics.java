package org.memoro.search.query;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
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

/** How long each stage of a search takes, how much it finds, and how often it has to do without the meaning. */
@Component
class SearchMetrics {
    /** Around what a person notices: a page that is there at once, soon, or late. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1)
    };

    private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
    private final DistributionSummary results;
    private final Counter fallbacks;

    SearchMetrics(MeterRegistry registry) {
        for (Stage stage : Stage.values()) {
            stages.put(
                    stage,
                    Timer.builder("memoro.search.stage")
                            .description("Time that a stage of a search takes")
                            .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                            .serviceLevelObjectives(BOUNDS)
                            .register(registry));
        }
        this.results = DistributionSummary.builder("memoro.search.results")
                .description("Notes and contacts on a page of results")
                .register(registry);
        this.fallbacks = Counter.builder("memoro.search.fallbacks")
                .description("Searches that went by words because no meaning could be had")
                .register(registry);
    }

    /** What a search waits for; words and meaning are looked for at the same time. */
    enum Stage {
        WORDS,
        MEANING,
        RANKING,
        SHOWING,
        WHOLE
    }

    /** The same work; what fails is counted elsewhere. */
    <T> Mono<T> timed(Stage stage, Mono<T> work) {
        return Mono.defer(() -> {
            long begin = System.nanoTime();
            return work.doOnSuccess(done ->
                    Objects.requireNonNull(stages.get(stage)).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS));
        });
    }

    void answered(SearchRequest request, SearchAnswer answer) {
        results.record(answer.items().size());
        if (request.mode() == SearchMode.HYBRID && answer.mode() == SearchMode.LEXICAL) {
            fallbacks.increment();
        }
    }
}
