package org.memoro.search.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartTests {
    @Test
    void areSentencesAndLines() {
        assertThat(
                        parts(
                                "We met at the station. Anna told me about her studio.\n- a new oven for the clay\n- two apprentices from Graz"))
                .containsExactly(
                        "We met at the station.",
                        "Anna told me about her studio.",
                        "- a new oven for the clay",
                        "- two apprentices from Graz");
    }

    @Test
    void joinWhatIsTooShortToMeanAnything() {
        assertThat(parts("Yes! And then we all went home by tram. No. Really, we did not take a taxi. Ok."))
                .containsExactly("Yes! And then we all went home by tram.", "No. Really, we did not take a taxi. Ok.");
    }

    @Test
    void areNotMadeOfOneSentence() {
        assertThat(Part.of("We met at the station and had breakfast.")).isEmpty();
        assertThat(Part.of("")).isEmpty();
        assertThat(Part.of(" \n \n")).isEmpty();
        assertThat(Part.of("a".repeat(20_000))).isEmpty();
    }

    @Test
    void areAtMostThirtyTwoOfTheLongestNote() {
        String text =
                "We met at the station and had breakfast there. ".repeat(425).strip();

        List<Part> parts = Part.of(text);

        assertThat(text.length()).isGreaterThan(19_000);
        assertThat(parts).hasSizeBetween(24, 32);
        assertThat(parts.getFirst().begins()).isZero();
        assertThat(parts.getLast().ends()).isEqualTo(text.length());
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).begins()).isEqualTo(parts.get(i - 1).ends() + 1);
        }
    }

    private static List<String> parts(String text) {
        return Part.of(text).stream().map(part -> part.in(text)).toList();
    }
}
