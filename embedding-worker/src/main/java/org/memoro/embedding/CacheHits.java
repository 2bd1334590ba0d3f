package org.memoro.embedding;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts how often what was worked out before is asked for again. */
@Component
public class CacheHits {
    private static final String NAME = "memoro.cache.requests";

    private final Map<Kind, Counter> hits = new EnumMap<>(Kind.class);
    private final Map<Kind, Counter> misses = new EnumMap<>(Kind.class);

    /** What is kept. */
    public enum Kind {
        /** Facts that the provider read out of the same input. */
        FACTS,
        /** The vector of a note whose text is the same. */
        PASSAGE,
        /** The vector of a search text. */
        QUERY
    }

    CacheHits(MeterRegistry meters) {
        for (Kind kind : Kind.values()) {
            hits.put(kind, counter(meters, kind, "hit"));
            misses.put(kind, counter(meters, kind, "miss"));
        }
    }

    /** The same look-up, counted by whether it finds anything. */
    public <T> Mono<T> counted(Kind kind, Mono<T> lookUp) {
        return lookUp.doOnSuccess(found -> Objects.requireNonNull((found == null ? misses : hits).get(kind))
                .increment());
    }

    private static Counter counter(MeterRegistry meters, Kind kind, String result) {
        return Counter.builder(NAME)
                .description("Look-ups of what was worked out before")
                .tag("cache", kind.name().toLowerCase(Locale.ROOT))
                .tag("result", result)
                .register(meters);
    }
}
