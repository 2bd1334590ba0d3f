package org.memoro.languagemodels.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.memoro.languagemodels.ModelUnavailableException;
import org.memoro.languagemodels.ModelUnavailableException.Reason;
import org.memoro.languagemodels.ModelUsage;
import org.memoro.languagemodels.TextEmbedder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Embeds with a model behind {@code /embeddings}; how long its vectors are is learned from its first answer. */
public final class OpenAiEmbedder implements TextEmbedder {

    /** Providers bound the texts of one request; this stays below all we know. */
    private static final int BATCH = 64;

    /** About 8,000 tokens in the densest writing, the least that current remote models read. */
    private static final int MAX_CHARACTERS = 8_000;

    private final OpenAiSettings settings;
    private final OpenAiClient client;
    private volatile int dimensions;

    public OpenAiEmbedder(OpenAiSettings settings) {
        this.settings = settings;
        this.client = new OpenAiClient(settings);
    }

    /** Vectors in the order of their texts, and what they cost. */
    public record EmbeddingAnswer(List<float[]> vectors, ModelUsage usage) {}

    @Override
    public String model() {
        return settings.model();
    }

    /** Asks the model once when it has not answered anything yet. */
    @Override
    public int dimensions() {
        if (dimensions == 0) {
            embed(List.of("dimensions"));
        }
        return dimensions;
    }

    @Override
    public float[] passage(String text) {
        return embed(List.of(text)).vectors().getFirst();
    }

    @Override
    public float[] query(String text) {
        return embed(List.of(text)).vectors().getFirst();
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        return texts.isEmpty() ? List.of() : embed(texts).vectors();
    }

    /** Embeds the texts and says what it cost. */
    public EmbeddingAnswer embed(List<String> texts) {
        List<float[]> vectors = new ArrayList<>();
        ModelUsage spent = new ModelUsage(settings.model(), 0, 0, null);
        for (int from = 0; from < texts.size(); from += BATCH) {
            List<String> batch = texts.subList(from, Math.min(texts.size(), from + BATCH));
            JsonNode answer = client.post("/embeddings", body(batch));
            spent = Usage.of(answer, settings.model()).plus(spent);
            vectors.addAll(vectors(answer, batch.size()));
        }
        return new EmbeddingAnswer(vectors, spent);
    }

    private ObjectNode body(List<String> texts) {
        ObjectNode body = client.newBody();
        body.put("encoding_format", "float");
        ArrayNode input = body.putArray("input");
        texts.stream().map(OpenAiEmbedder::cut).forEach(input::add);
        return body;
    }

    private static String cut(String text) {
        if (text.isBlank()) {
            // Providers refuse the whole batch for one empty text.
            return "-";
        }
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1));
        return text.substring(0, splitsPair ? MAX_CHARACTERS - 1 : MAX_CHARACTERS);
    }

    private List<float[]> vectors(JsonNode answer, int expected) {
        JsonNode data = answer.path("data");
        if (!data.isArray() || data.size() != expected) {
            throw invalid("The provider answered another number of vectors than asked for");
        }
        SortedMap<Integer, float[]> ordered = new TreeMap<>();
        for (int i = 0; i < expected; i++) {
            JsonNode item = data.get(i);
            int index = item.path("index").asInt(i);
            if (index < 0 || index >= expected || ordered.containsKey(index)) {
                throw invalid("The provider numbered its vectors wrongly");
            }
            ordered.put(index, vector(item.path("embedding")));
        }
        return List.copyOf(ordered.values());
    }

    private float[] vector(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            JsonNode number = numbers.get(i);
            vector[i] = number.isNumber() ? number.floatValue() : Float.NaN;
            if (!Float.isFinite(vector[i])) {
                throw invalid("The provider answered a vector with something that is no number");
            }
        }
        if (vector.length == 0 || (dimensions != 0 && dimensions != vector.length)) {
            throw invalid("The provider answered a vector of another length than before");
        }
        dimensions = vector.length;
        return vector;
    }

    private static ModelUnavailableException invalid(String message) {
        return new ModelUnavailableException(Reason.INVALID_ANSWER, message, null);
    }
}
