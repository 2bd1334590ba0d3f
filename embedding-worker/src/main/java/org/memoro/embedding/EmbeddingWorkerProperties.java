package org.memoro.embedding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * All settings of this service.
 *
 * @param ai which provider is asked, if any ({@code memoro.ai.…})
 * @param embeddingWorker what this replica does, and how patiently ({@code memoro.embedding-worker.…})
 */
@Validated
@ConfigurationProperties("memoro")
public record EmbeddingWorkerProperties(
        @Valid @DefaultValue Ai ai, @Valid @DefaultValue EmbeddingWorker embeddingWorker) {

    /** Chooses the engines inside this JVM where a model of the provider could be named. */
    public static final String IN_JVM = "in-jvm";

    private static final URI OPEN_ROUTER = URI.create("https://openrouter.ai/api/v1");

    /**
     * The provider of language models. Without a key and without an address nothing ever leaves this machine.
     *
     * @param baseUrl of any service that speaks the OpenAI protocol; OpenRouter when only a key is given
     * @param apiKey may stay empty for a provider that asks for none, such as a local Ollama
     * @param extractionModel reads facts; {@code in-jvm} keeps that inside this JVM
     * @param embeddingModel makes vectors; {@code in-jvm} keeps that inside this JVM
     * @param openRouter whether OpenRouter's own wishes are sent along (no data collection, zero retention, cost in the
     *     answer); found out from the address unless said, as for a proxy in front of OpenRouter
     * @param referer the page named to the provider as the one that asks; none unless said
     * @param title the program named to the provider as the one that asks; none unless said
     * @param monthlyBudget US dollars an account may use in a calendar month; 0 keeps every account inside this JVM
     * @param inputPrice US dollars per million tokens, counted where the provider does not tell its cost
     * @param outputPrice as {@code inputPrice}, for tokens the model writes
     * @param embeddingPrice as {@code inputPrice}, for embedded tokens
     * @param extractionTimeout how long reading one note may take before the engine inside this JVM does it
     * @param embeddingTimeout how long embedding one note may take before it is put off
     * @param queryTimeout how long a search waits for its vector; longer than this nobody waits for a search
     */
    public record Ai(
            @Nullable URI baseUrl,
            @DefaultValue("") String apiKey,
            @DefaultValue("openai/gpt-4.1-mini") @NotBlank String extractionModel,

            @DefaultValue("openai/text-embedding-3-small") @NotBlank
            String embeddingModel,

            @Nullable Boolean openRouter,
            @DefaultValue("") String referer,
            @DefaultValue("") String title,
            @DefaultValue("2.00") @NotNull @PositiveOrZero BigDecimal monthlyBudget,
            @DefaultValue("0") @NotNull @PositiveOrZero BigDecimal inputPrice,
            @DefaultValue("0") @NotNull @PositiveOrZero BigDecimal outputPrice,
            @DefaultValue("0") @NotNull @PositiveOrZero BigDecimal embeddingPrice,
            @DefaultValue("20s") @NotNull Duration extractionTimeout,
            @DefaultValue("5s") @NotNull Duration embeddingTimeout,
            @DefaultValue("700ms") @NotNull Duration queryTimeout) {

        /** Where the provider is; OpenRouter unless another one is named. */
        public URI address() {
            return baseUrl == null || baseUrl.toString().isBlank() ? OPEN_ROUTER : baseUrl;
        }

        /** Whether facts may be read by the provider. */
        public boolean extractsRemotely() {
            return isConfigured() && !extractionModel.equals(IN_JVM);
        }

        /** Whether vectors may be made by the provider. */
        public boolean embedsRemotely() {
            return isConfigured() && !embeddingModel.equals(IN_JVM);
        }

        private boolean isConfigured() {
            return !apiKey.isBlank() || (baseUrl != null && !baseUrl.toString().isBlank());
        }

        @Override
        public String toString() {
            return "Ai[" + address() + ", " + extractionModel + ", " + embeddingModel + "]";
        }
    }

    /**
     * What this replica does.
     *
     * @param consume hears of notes and understands them
     * @param embedQueries answers searches with vectors
     * @param failedAfter how long a vector may stay away before its note is said to have failed
     * @param retryEvery how often the job looks for vectors that are due again
     * @param firstRetry the first pause before asking again; it doubles with each attempt
     * @param longestRetry no pause is longer, whatever the provider asks for
     * @param keepCached how long answers of the provider are kept for a second use
     */
    public record EmbeddingWorker(
            @DefaultValue("true") boolean consume,
            @DefaultValue("true") boolean embedQueries,
            @DefaultValue("30s") @NotNull Duration failedAfter,
            @DefaultValue("1s") @NotNull Duration retryEvery,
            @DefaultValue("2s") @NotNull Duration firstRetry,
            @DefaultValue("5m") @NotNull Duration longestRetry,
            @DefaultValue("30d") @NotNull Duration keepCached) {}
}
