package org.memoro.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests for the arithmetic behind the figures we report. */
class ScoresTests {

    @Test
    void countsTheShareOfTheRelevantThatWasFound() {
        List<String> found = List.of("a", "x", "b", "y");

        assertThat(SearchEvaluation.recall(Set.of("a", "b", "c"), found, 2)).isEqualTo(1.0 / 3);
        assertThat(SearchEvaluation.recall(Set.of("a", "b", "c"), found, 10)).isEqualTo(2.0 / 3);
        assertThat(SearchEvaluation.recall(Set.of("c"), found, 10)).isZero();
    }

    @Test
    void discountsWhatIsFoundLater() {
        assertThat(SearchEvaluation.ndcg(Set.of("a"), List.of("a"), 10)).isEqualTo(1);
        assertThat(SearchEvaluation.ndcg(Set.of("a"), List.of("x", "a"), 10)).isEqualTo(0.6309, within(0.0001));
        assertThat(SearchEvaluation.ndcg(Set.of("a", "b"), List.of("a", "x", "b"), 10))
                .isEqualTo(0.9197, within(0.0001));
        assertThat(SearchEvaluation.ndcg(Set.of("a"), List.of("x"), 10)).isZero();
    }

    @Test
    void namesTheTimeThatSoManyDoNotExceed() {
        Percentiles times = new Percentiles();
        IntStream.rangeClosed(1, 100).forEach(i -> times.add(Duration.ofMillis(101 - i)));

        assertThat(times.at(50)).isEqualTo(Duration.ofMillis(50));
        assertThat(times.at(95)).isEqualTo(Duration.ofMillis(95));
        assertThat(times.at(100)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void inventsTheSameNotesForTheSameSeed() {
        SampleNotes first = new SampleNotes(7);
        SampleNotes second = new SampleNotes(7);

        assertThat(first.next()).isEqualTo(second.next());
        assertThat(first.next()).isNotEqualTo(new SampleNotes(8).next());
    }
}
