package org.memoro.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RankNotesTests {
    private static final UUID ANNA = UUID.randomUUID();
    private static final QueryDates NO_DATE = QueryDates.in("", LocalDate.EPOCH);

    private final Candidate one = candidate("2026-01-01");
    private final Candidate two = candidate("2026-01-02");
    private final Candidate three = candidate("2026-01-03");

    @Test
    void stretchesEachListOverItsOwnLength() {
        List<RankedNote> ranked = RankNotes.rank(
                alone(
                        List.of(scored(one, 12), scored(two, 8), scored(three, 4)),
                        List.of(scored(two, 0.9), scored(one, 0.8))),
                List.of(one, two, three),
                Optional.empty(),
                NO_DATE);

        assertThat(ranked).extracting(RankedNote::id).containsExactly(two.id(), one.id(), three.id());
        assertThat(ranked.get(0).score()).isEqualTo(0.5 * 0.5 + 0.5 * 1, within(1e-9));
        assertThat(ranked.get(1).score()).isEqualTo(0.5 * 1 + 0, within(1e-9));
        assertThat(ranked.get(2).score()).isZero();
    }

    @Test
    void liftsTheNamedContactsNoteByOneFifth() {
        Candidate annas = new Candidate(UUID.randomUUID(), LocalDate.EPOCH, Instant.EPOCH, Set.of(ANNA));

        List<RankedNote> ranked = RankNotes.rank(
                alone(List.of(scored(one, 1), scored(annas, 1)), List.of()),
                List.of(one, annas),
                Optional.of(ANNA),
                NO_DATE);

        assertThat(ranked.getFirst().id()).isEqualTo(annas.id());
        assertThat(ranked.get(0).score() - ranked.get(1).score()).isEqualTo(0.2, within(1e-9));
    }

    @Test
    void takesTheNewerOfEquals() {
        List<RankedNote> ranked = RankNotes.rank(
                alone(List.of(scored(one, 1), scored(three, 1)), List.of()),
                List.of(one, three),
                Optional.empty(),
                NO_DATE);

        assertThat(ranked).extracting(RankedNote::id).containsExactly(three.id(), one.id());
    }

    @Test
    void countsWhatANoteSaysAfterTheOneBeforeItAsMuchAsWhatItSaysItself() {
        List<RankedNote> ranked = RankNotes.rank(
                new Lists(
                        List.of(scored(one, 12), scored(two, 8), scored(three, 4)),
                        List.of(scored(two, 16), scored(one, 12)),
                        List.of(scored(one, 0.9), scored(two, 0.8)),
                        List.of(scored(two, 0.9), scored(one, 0.8))),
                List.of(one, two, three),
                Optional.empty(),
                NO_DATE);

        assertThat(ranked).extracting(RankedNote::id).containsExactly(two.id(), one.id(), three.id());
        assertThat(ranked.get(0).score()).isEqualTo(0.25 * (0.5 + 1 + 0 + 1), within(1e-9));
        assertThat(ranked.get(1).score()).isEqualTo(0.25 * (1 + 0 + 1 + 0), within(1e-9));
    }

    /** As it is where no note stands in a thread. */
    private static Lists alone(List<Scored> words, List<Scored> meaning) {
        return new Lists(words, words, meaning, meaning);
    }

    private static Candidate candidate(String on) {
        return new Candidate(UUID.randomUUID(), LocalDate.parse(on), Instant.EPOCH, Set.of());
    }

    private static Scored scored(Candidate candidate, double score) {
        return new Scored(candidate.id(), score);
    }
}
