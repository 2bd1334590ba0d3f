package org.memoro.embedding.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.embedding.engine.ProviderUnavailable;
import org.memoro.embedding.vector.MissingVector;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AttemptTimesTests {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final AttemptTimes times = new AttemptTimes(
            new Binder(new MapConfigurationPropertySource(Map.of()))
                    .bindOrCreate("memoro", EmbeddingWorkerProperties.class),
            () -> Instant.parse("2026-12-01T00:00:00Z"));

    @Test
    void doublesThePauseAndAddsAtMostAQuarter() {
        assertThat(pauseAfter(1, null)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2500));
        assertThat(pauseAfter(2, null)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
        assertThat(pauseAfter(4, null)).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(20));
    }

    @Test
    void neverPausesLongerThanFiveMinutes() {
        assertThat(pauseAfter(60, null)).isEqualTo(Duration.ofMinutes(5));
        assertThat(pauseAfter(1, Duration.ofHours(3))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void waitsAtLeastAsLongAsTheProviderAsksFor() {
        assertThat(pauseAfter(1, Duration.ofSeconds(40))).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(50));
    }

    @Test
    void announcesTheNextMonthWhenTheBudgetIsSpentAndLooksEveryHour() {
        Instant next = times.next(1, ProviderUnavailable.budgetExhausted(), NOW);

        assertThat(next).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(times.due(missing(next, next), true, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void looksWhenTheFailureIsToBeSaid() {
        Instant next = NOW.plus(Duration.ofMinutes(4));

        assertThat(times.due(missing(next, null), true, NOW)).isEqualTo(NOW.plusSeconds(30));
        assertThat(times.due(missing(next, null), false, NOW)).isEqualTo(next);
        assertThat(times.due(missing(next, next), true, NOW)).isEqualTo(next);
    }

    private Duration pauseAfter(int attempts, @Nullable Duration retryAfter) {
        return Duration.between(NOW, times.next(attempts, new ProviderUnavailable("unreachable", retryAfter), NOW));
    }

    private static MissingVector missing(Instant next, @Nullable Instant told) {
        return new MissingVector(1, "unreachable", 1, NOW, next, told);
    }
}
