package org.memoro.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memoro.search.text.Word;

class PassageTests {
    private static final String LONG = "We met at the station and had breakfast. ".repeat(20)
            + "Then Anna told me about her pottery studio in Graz. "
            + "Afterwards we took the tram. ".repeat(20);

    @Test
    void showsAShortTextWhole() {
        Passage passage = of("  Bought\nbread.  ", Set.of("bread"), "bread");

        assertThat(passage.text()).isEqualTo("Bought bread.");
        assertThat(highlighted(passage)).containsExactly("bread");
    }

    @Test
    void showsThePartWithTheMostDifferentHits() {
        Passage passage = of(LONG + "Graz again.", Set.of("pottery", "studio", "Graz"), "pottery studio graz");

        assertThat(passage.text()).hasSizeLessThanOrEqualTo(240).startsWith("…").endsWith("…");
        assertThat(highlighted(passage)).containsExactly("pottery", "studio", "Graz");
        assertThat(passage.text()).contains("Then Anna told me");
    }

    @Test
    void showsTheSentenceMostLikeTheQuestionWhenNoWordMatched() {
        Passage passage = of(LONG, Set.of(), "potter");

        assertThat(passage.text()).contains("pottery studio");
        assertThat(passage.highlights()).isEmpty();
    }

    @Test
    void countsInUtf16AndCutsNoCharacterInTwo() {
        String text = "😀".repeat(300) + " target " + "😀".repeat(300);

        Passage passage = of(text, Set.of("target"), "target");

        assertThat(highlighted(passage)).containsExactly("target");
        assertThat(passage.text()).hasSizeLessThanOrEqualTo(240);
        assertThat(passage.text().codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                .isTrue();
    }

    @Test
    void showsTextWithoutAnyBlank() {
        String text = "a".repeat(20_000);

        assertThat(of(text, Set.of(), "a").text()).hasSizeLessThanOrEqualTo(240).endsWith("…");
        assertThat(of("", Set.of(), "a").text()).isEmpty();
        assertThat(of(" \n ", Set.of(), "a").text()).isEmpty();
    }

    private static Passage of(String text, Set<String> words, String question) {
        List<Word> hits = Word.of(text).stream()
                .filter(word -> words.contains(word.text()))
                .toList();
        return Passage.of(text, hits, question);
    }

    private static List<String> highlighted(Passage passage) {
        return passage.highlights().stream()
                .map(range -> passage.text().substring(range.get(0), range.get(1)))
                .toList();
    }
}
