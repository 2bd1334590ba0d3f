package org.memoro.web.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memoro.web.RunningPages;
import org.memoro.web.RunningPages.Answer;
import org.memoro.web.Sample;

class AskPagesTests {

    private RunningPages pages;

    @BeforeEach
    void start() {
        pages = RunningPages.fresh();
    }

    @Test
    void suggestsQuestionsBeforeAnythingIsAsked() {
        assertThat(pages.get("/ask").body()).contains("You could ask");
        assertThat(pages.search.requests()).isEmpty();
    }

    @Test
    void showsThePassageThePersonTheDateAndWhy() {
        found("hybrid", "[[17,36]]", "[\"meaning\",\"words\"]");

        String body = pages.get("/ask?q=who+has+a+child+starting+school%3F").body();

        assertThat(body)
                .contains("<mark>just started school</mark>")
                .contains("href=\"/people/" + Sample.ANNA)
                .contains("href=\"/notes/" + Sample.id(10))
                .contains("<time datetime=\"2026-05-12\">12 May</time>")
                .contains("<b>Meaning</b>: close to “who has a child starting school?”")
                .contains("<b>Words</b>: just started school");
        assertThat(pages.search.requests().getFirst().query())
                .contains("mode=hybrid")
                .contains("limit=10");
    }

    @Test
    void saysSoWhenOnlyWordsCouldBeCompared() {
        found("lexical", "[]", "[\"words\"]");

        assertThat(pages.get("/ask?q=ski").body()).contains("Searching by words only.");
        assertThat(pages.get("/ask?q=ski&mode=lexical").body()).doesNotContain("Searching by words only.");
    }

    @Test
    void inventsNothingWhenNothingIsFound() {
        pages.search.on("GET", "/api/v1/search", 200, "{\"items\":[],\"nextCursor\":null,\"mode\":\"hybrid\"}");

        assertThat(pages.fragment("/ask?q=theremin").body())
                .doesNotContain("<html")
                .contains("Nothing in your notes about that");
    }

    @Test
    void goesOnBelowTheLastResult() {
        found("hybrid", "[]", "[\"name\"]");

        assertThat(pages.get("/ask?q=a%26b").body()).contains("/ask?q=a%26b&amp;cursor=more");
        assertThat(pages.fragment("/ask?q=a%26b&cursor=more").body())
                .doesNotContain("id=\"ask-out\"")
                .contains("class=\"result\"");
    }

    @Test
    void keepsTheQuestionWhenSearchingDoesNotWork() {
        pages.search.down();

        Answer down = pages.get("/ask?q=%3Ckept%3E");

        assertThat(down.status()).isEqualTo(503);
        assertThat(down.body()).contains("value=\"&lt;kept>\"").contains("Searching does not work right now");
    }

    @Test
    void saysWhatIsWrongWithTheQuestion() {
        pages.search.on(
                "GET",
                "/api/v1/search",
                422,
                "{\"code\":\"validation-failed\",\"errors\":[{\"pointer\":\"?q\",\"detail\":\"Ask in 1,000 characters.\"}]}");

        Answer refused = pages.get("/ask?q=long");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Ask in 1,000 characters.");
    }

    @Test
    void ignoresHighlightsThatPointOutsideOfThePassage() {
        assertThat(pieces("ab", List.of(List.of(1, 9), List.of(-1, 1), List.of(1), List.of(0, 1), List.of(0, 2))))
                .containsExactly(
                        new org.memoro.web.ask.Answer.Piece("a", true),
                        new org.memoro.web.ask.Answer.Piece("b", false));
    }

    private static List<org.memoro.web.ask.Answer.Piece> pieces(String snippet, List<List<Integer>> highlights) {
        return org.memoro.web.ask.Answer.pieces(snippet, highlights);
    }

    private void found(String mode, String highlights, String matched) {
        pages.search.on(
                "GET", "/api/v1/search", 200, """
                {"items":[{"type":"interaction","id":"%s","contacts":[{"id":"%s","displayName":"Anna Petrova"}],
                "occurredOn":"2026-05-12","snippet":"Her daughter Mia just started school & more","highlights":%s,
                "score":0.8,"matched":%s}],"nextCursor":"more","mode":"%s","model":"e5","tookMillis":3}""".formatted(Sample.id(10), Sample.ANNA, highlights, matched, mode));
    }
}
