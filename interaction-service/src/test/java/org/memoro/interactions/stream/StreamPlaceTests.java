package org.memoro.interactions.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.interactions.enrichment.Enrichment;
import org.memoro.interactions.enrichment.EnrichmentChange;
import org.memoro.interactions.enrichment.EnrichmentState;

class StreamPlaceTests {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    @Test
    void looksALittleFurtherBackThanItHasCome() {
        assertThat(StreamPlace.after(null, NOW, OVERLAP).since()).isEqualTo(NOW.minusSeconds(10));
        assertThat(StreamPlace.after("2026-11-20T11:00:00Z", NOW, OVERLAP).since())
                .isEqualTo(Instant.parse("2026-11-20T10:59:50Z"));
    }

    @Test
    void beginsNowWhenTheIdIsNoneOfOurs() {
        assertThat(StreamPlace.after("42", NOW, OVERLAP).since()).isEqualTo(NOW.minusSeconds(10));
    }

    @Test
    void neverWaitsForTheFuture() {
        assertThat(StreamPlace.after("2036-01-01T00:00:00Z", NOW, OVERLAP).since())
                .isEqualTo(NOW.minusSeconds(10));
    }

    @Test
    void saysAChangeOnce() {
        StreamPlace place = StreamPlace.after(null, NOW, OVERLAP);
        EnrichmentChange change = changeAt(UUID.randomUUID(), NOW);

        assertThat(place.unsaid(List.of(change))).containsExactly(change);
        assertThat(place.unsaid(List.of(change))).isEmpty();
    }

    @Test
    void saysALaterChangeOfTheSameNote() {
        StreamPlace place = StreamPlace.after(null, NOW, OVERLAP);
        UUID id = UUID.randomUUID();
        place.unsaid(List.of(changeAt(id, NOW)));

        assertThat(place.unsaid(List.of(changeAt(id, NOW.plusSeconds(1))))).hasSize(1);
    }

    @Test
    void doesNotMissAChangeThatBecomesVisibleAfterANewerOne() {
        StreamPlace place = StreamPlace.after(null, NOW, OVERLAP);
        place.unsaid(List.of(changeAt(UUID.randomUUID(), NOW.plusSeconds(5))));
        EnrichmentChange late = changeAt(UUID.randomUUID(), NOW.plusSeconds(1));

        assertThat(place.since()).isBefore(late.enrichment().updatedAt());
        assertThat(place.unsaid(List.of(late))).containsExactly(late);
    }

    private static EnrichmentChange changeAt(UUID id, Instant at) {
        return new EnrichmentChange(id, 1, new Enrichment(EnrichmentState.PENDING, null, null, false, at, null));
    }
}
