package org.memoro.embedding.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.embedding.EmbeddingWorkerProperties.Ai;
import org.memoro.embedding.engine.ModelCalls.Operation;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.languagemodels.ExtractionAnswer;
import org.memoro.languagemodels.ExtractionRequest;
import org.memoro.languagemodels.FactExtractor;
import org.memoro.languagemodels.openai.OpenAiEmbedder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The configured provider of language models, if there is one; asked only for accounts that let their notes travel. */
@Component
public class Provider {
    /** Rather waiting than computing: enough to hide its latency, few enough to stay within its limits. */
    static final int NOTES_AT_ONCE = 4;

    /** The engines inside this JVM use one core for each note. */
    private static final int NOTES_AT_ONCE_HERE = 2;

    private final Ai ai;
    private final @Nullable FactExtractor extractor;
    private final @Nullable OpenAiEmbedder embedder;
    private final ProviderEngines engines;
    private final ProviderGuards guards;
    private final ModelCalls calls;

    Provider(EmbeddingWorkerProperties properties, ProviderEngines engines, ProviderGuards guards, ModelCalls calls) {
        this.calls = calls;
        this.ai = properties.ai();
        this.extractor = engines.extractor();
        this.embedder = engines.embedder();
        this.engines = engines;
        this.guards = guards;
    }

    /** Whether an account's facts are read here. */
    public boolean extracts(EnrichmentMode mode) {
        return extractor != null && mode == EnrichmentMode.ON;
    }

    /** Whether an account's vectors are made here. */
    public boolean embeds(EnrichmentMode mode) {
        return embedder != null && mode == EnrichmentMode.ON;
    }

    /** How many notes are understood at a time in this process. */
    public int notesAtOnce() {
        return extractor == null ? NOTES_AT_ONCE_HERE : NOTES_AT_ONCE;
    }

    /** The host that notes are sent to. */
    public String name() {
        return ai.address().getHost();
    }

    /** Model, prompt and rules of the extraction, with their versions. */
    public String extractionEngine() {
        return extractor().engine();
    }

    /** The model of the vectors. */
    public String embeddingModel() {
        return embedder().model();
    }

    /** Reads the facts of a note, or signals {@link ProviderUnavailable}. */
    public Mono<ExtractionAnswer> extract(ExtractionRequest request) {
        return calls.atProvider(
                Operation.EXTRACTION, name(), guards.extraction().call(() -> extractor()
                        .answer(request)));
    }

    /** Makes the vectors of notes or parts of them, or signals {@link ProviderUnavailable}. */
    public Mono<EmbeddingAnswer> embedPassages(List<String> texts) {
        return calls.atProvider(Operation.PASSAGE, name(), guards.embedding().call(() -> embed(embedder(), texts)));
    }

    /** Makes the vector of a search text with any model of the provider, or signals {@link ProviderUnavailable}. */
    public Mono<EmbeddingAnswer> embedQuery(String model, String text) {
        return calls.atProvider(
                Operation.QUERY, name(), guards.query().call(() -> embed(engines.embedder(model), List.of(text))));
    }

    /** Models of this kind make no difference between what is found and what looks for it. */
    private static EmbeddingAnswer embed(OpenAiEmbedder embedder, List<String> texts) {
        OpenAiEmbedder.EmbeddingAnswer answer = embedder.embed(texts);
        return new EmbeddingAnswer(answer.vectors(), answer.usage());
    }

    private FactExtractor extractor() {
        return Objects.requireNonNull(extractor, "no extraction model is configured");
    }

    private OpenAiEmbedder embedder() {
        return Objects.requireNonNull(embedder, "no embedding model is configured");
    }
}
