package org.memoro.embedding.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.embedding.EmbeddingWorkerProperties.Ai;
import org.memoro.languagemodels.openai.OpenAiEmbedder;
import org.memoro.languagemodels.openai.OpenAiExtractor;
import org.memoro.languagemodels.openai.OpenAiSettings;
import org.springframework.stereotype.Component;

/** The provider's engines as far as they are configured. */
@Component
class ProviderEngines {
    /** Longer than any healthy handshake; a dead host must not use up the time of the call. */
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final @Nullable OpenAiExtractor extractor;
    private final @Nullable OpenAiEmbedder embedder;
    private final Map<String, OpenAiEmbedder> formerEmbedders = new ConcurrentHashMap<>();
    private final Ai ai;

    ProviderEngines(EmbeddingWorkerProperties properties) {
        this.ai = properties.ai();
        this.extractor = ai.extractsRemotely()
                ? new OpenAiExtractor(settings(ai, ai.extractionModel(), ai.extractionTimeout()))
                : null;
        this.embedder = ai.embedsRemotely()
                ? new OpenAiEmbedder(settings(ai, ai.embeddingModel(), ai.embeddingTimeout()))
                : null;
    }

    /** Reads facts; null when that stays inside this JVM. */
    @Nullable
    OpenAiExtractor extractor() {
        return extractor;
    }

    /** Makes vectors; null when that stays inside this JVM. */
    @Nullable
    OpenAiEmbedder embedder() {
        return embedder;
    }

    /** Makes vectors of a model that was named before; there are as many as somebody has configured ever. */
    OpenAiEmbedder embedder(String model) {
        return embedder != null && embedder.model().equals(model)
                ? embedder
                : formerEmbedders.computeIfAbsent(
                        model, former -> new OpenAiEmbedder(settings(ai, former, ai.embeddingTimeout())));
    }

    private static OpenAiSettings settings(Ai ai, String model, Duration timeout) {
        OpenAiSettings byAddress = OpenAiSettings.of(ai.address(), ai.apiKey().isBlank() ? null : ai.apiKey(), model);
        return new OpenAiSettings(
                byAddress.baseUrl(),
                byAddress.apiKey(),
                model,
                ai.openRouter() == null ? byAddress.openRouter() : ai.openRouter(),
                ai.referer(),
                ai.title(),
                CONNECT,
                timeout);
    }
}
