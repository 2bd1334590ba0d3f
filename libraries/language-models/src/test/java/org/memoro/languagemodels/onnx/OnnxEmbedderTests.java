package org.memoro.languagemodels.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OnnxEmbedderTests {

    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder();

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @Test
    void makesVectorsOfLengthOne() {
        float[] vector = EMBEDDER.passage("Anna Petrova: her daughter Mia just started school");

        assertThat(vector).hasSize(EMBEDDER.dimensions()).hasSize(384);
        assertThat(cosine(vector, vector)).isBetween(0.999, 1.001);
    }

    @Test
    void findsTheMeaningWithoutACommonWord() {
        float[] query = EMBEDDER.query("who has a child beginning at primary education?");
        float[] school = EMBEDDER.passage("Anna Petrova: her daughter Mia just started school");
        float[] boat = EMBEDDER.passage("Frank Huber: sold the boat last summer");

        assertThat(cosine(query, school)).isGreaterThan(cosine(query, boat) + 0.03);
    }

    @Test
    void readsTheFirst512TokensOfALongText() {
        String start = "walking the dog in the park ".repeat(200);

        assertThat(EMBEDDER.passage(start + "and then something else")).isEqualTo(EMBEDDER.passage(start));
    }

    @Test
    void cutsWritingsOutsideTheBasicPlaneToo() {
        assertThat(EMBEDDER.passage("🎉 שלום 日本 ".repeat(400))).hasSize(384);
        assertThat(EMBEDDER.passage("")).hasSize(384);
    }

    @Test
    void givesTheSameVectorsToManyThreads() {
        List<String> texts =
                IntStream.range(0, 40).mapToObj(i -> "note number " + i).toList();

        List<float[]> together = EMBEDDER.passages(texts);
        List<float[]> apart = texts.parallelStream().map(EMBEDDER::passage).toList();

        for (int i = 0; i < texts.size(); i++) {
            assertThat(cosine(together.get(i), apart.get(i))).isGreaterThan(0.9999);
        }
    }

    private static double cosine(float[] one, float[] two) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * two[i];
        }
        return product;
    }
}
