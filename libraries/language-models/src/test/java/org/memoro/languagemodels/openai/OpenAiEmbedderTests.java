package org.memoro.languagemodels.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.languagemodels.ModelUnavailableException;
import org.memoro.languagemodels.ModelUnavailableException.Reason;
import org.memoro.languagemodels.openai.StubProvider.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class OpenAiEmbedderTests {

    private final StubProvider provider = new StubProvider().otherwise(OpenAiEmbedderTests::embedded);
    private final OpenAiEmbedder embedder = new OpenAiEmbedder(OpenAiSettings.of(provider.url(), null, "stub/embed")
            .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1)));

    @AfterEach
    void close() {
        provider.close();
    }

    /** Answers each text with its length, last text first, as the protocol allows. */
    private static Answer embedded(JsonNode request) {
        ObjectNode answer = StubProvider.JSON.createObjectNode();
        ArrayNode data = answer.putArray("data");
        JsonNode input = request.get("input");
        for (int i = input.size() - 1; i >= 0; i--) {
            ObjectNode item = data.addObject();
            item.put("index", i);
            item.putArray("embedding")
                    .add(input.get(i).asString().length())
                    .add(1.5)
                    .add(0.0);
        }
        answer.putObject("usage").put("prompt_tokens", input.size());
        return Answer.of(200, answer.toString());
    }

    @Test
    void learnsTheDimensionsFromTheAnswer() {
        assertThat(embedder.dimensions()).isEqualTo(3);
        assertThat(embedder.passage("note")).hasSize(3);
        assertThat(provider.requests).hasSize(2);
    }

    @Test
    void keepsTheOrderOfTheTexts() {
        List<float[]> vectors = embedder.passages(List.of("a", "bb", "ccc"));

        assertThat(vectors).extracting(vector -> vector[0]).containsExactly(1f, 2f, 3f);
        assertThat(provider.requests.getFirst().header("Authorization")).isNull();
    }

    @Test
    void splitsManyTextsIntoSeveralCalls() {
        OpenAiEmbedder.EmbeddingAnswer answer = embedder.embed(Collections.nCopies(150, "x"));

        assertThat(answer.vectors()).hasSize(150);
        assertThat(provider.requests).hasSize(3);
        assertThat(answer.usage().inputTokens()).isEqualTo(150);
    }

    @Test
    void cutsLongTexts() {
        embedder.passage("a".repeat(20_000));
        assertThat(provider.requests.getFirst().body().get("input").get(0).asString())
                .hasSize(8_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[]}",
                "{\"data\":[{\"index\":0,\"embedding\":[]}]}",
                "{\"data\":[{\"index\":4,\"embedding\":[1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[\"x\"]}]}",
                "{}",
                "oops"
            })
    void refusesWhatIsNoVector(String body) {
        provider.next(Answer.of(200, body));
        assertThat(failure().reason()).isEqualTo(Reason.INVALID_ANSWER);
    }

    @Test
    void tellsFaultsApartLikeTheExtractor() {
        provider.next(Answer.of(429, "{}").header("Retry-After", "3"));
        ModelUnavailableException failure = failure();
        assertThat(failure.code()).isEqualTo("rate-limited");
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    private ModelUnavailableException failure() {
        return catchThrowableOfType(ModelUnavailableException.class, () -> embedder.query("x"));
    }
}
