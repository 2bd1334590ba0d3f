package org.memoro.web.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.memoro.web.Sample;
import org.memoro.web.neighbour.Fact;

class MarkedWordsTests {

    @Test
    void givesAnOverlappedStretchToTheShortestFactAndLightsItForAll() {
        String text = "Anna moves to Graz in May";
        List<Mark> marks = MarkedWords.of(
                text, List.of(fact(1, "news", "kept", text, 0), fact(2, "location", "suggested", "Graz", 14)));

        assertThat(marks).extracting(Mark::text).containsExactly("Anna moves to ", "Graz", " in May");
        assertThat(marks).extracting(Mark::kind).containsExactly("news", "place", "news");
        assertThat(marks.get(1).facts()).isEqualTo(Sample.id(2) + " " + Sample.id(1));
    }

    @Test
    void countsOffsetsInUtf16UnitsBehindAnEmoji() {
        String text = "🎉🎉 שלום Mia 👩‍👧 school";
        List<Mark> marks = MarkedWords.of(text, List.of(fact(1, "person", "kept", "Mia", text.indexOf("Mia"))));

        assertThat(marks).extracting(Mark::text).containsExactly("🎉🎉 שלום ", "Mia", " 👩‍👧 school");
    }

    @Test
    void findsTheQuoteAgainWhenTheOffsetsPointElsewhere() {
        List<Mark> marks = MarkedWords.of("We met Mia", List.of(fact(1, "person", "kept", "Mia", 900)));

        assertThat(marks).extracting(Mark::text).containsExactly("We met ", "Mia");
    }

    @Test
    void drawsNoLineForFactsThatWereUndoneOrAreNotInTheText() {
        List<Mark> marks = MarkedWords.of(
                "We met Mia", List.of(fact(1, "person", "off", "Mia", 7), fact(2, "person", "kept", "Ada", 0)));

        assertThat(marks).containsExactly(Mark.plain("We met Mia"));
    }

    @Test
    void losesNoCharacter() {
        String text = "a\r\nb\rc";

        String joined = MarkedWords.of(text, List.of(fact(1, "news", "kept", "b", 3))).stream()
                .map(Mark::text)
                .collect(Collectors.joining());

        assertThat(joined).isEqualTo("a\nb\nc");
    }

    private static Fact fact(int id, String kind, String state, String quote, int start) {
        return new Fact(
                Sample.id(id),
                kind,
                null,
                null,
                Fact.Value.NONE,
                new Fact.Evidence(quote, start, start + quote.length()),
                0.9,
                "happened",
                state,
                "machine",
                List.of(),
                null);
    }
}
