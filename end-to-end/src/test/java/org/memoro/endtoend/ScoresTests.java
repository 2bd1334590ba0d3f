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
    void saysHowSureADifferenceIs() {
        double[] better =
                IntStream.range(0, 200).mapToDouble(i -> i % 4 == 0 ? 1 : 0.5).toArray();
        double[] worse = IntStream.range(0, 200).mapToDouble(i -> 0.5).toArray();

        PairedBootstrap sure = PairedBootstrap.of(better, worse);
        PairedBootstrap none = PairedBootstrap.of(worse, worse);

        assertThat(sure.difference()).isEqualTo(0.125, within(1e-9));
        // A quarter of 200 questions is worth half a point more: the standard error of that is 0.0153.
        assertThat(sure.from()).isEqualTo(0.095, within(0.006));
        assertThat(sure.to()).isEqualTo(0.155, within(0.006));
        assertThat(none).isEqualTo(new PairedBootstrap(0, 0, 0));
        assertThat(PairedBootstrap.of(better, worse)).isEqualTo(sure);
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
