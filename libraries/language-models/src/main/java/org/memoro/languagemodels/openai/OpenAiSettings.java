package org.memoro.languagemodels.openai;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is and how to ask it.
 *
 * @param baseUrl the address that {@code /chat/completions} and {@code /embeddings} are appended to
 * @param apiKey null for a local server that asks for none
 * @param openRouter whether to send OpenRouter's own wishes: no data collection, zero retention, cost in the answer
 * @param referer the page that asks, sent as {@code HTTP-Referer} where the user wants it
 * @param title the program that asks, sent as {@code X-Title} where the user wants it
 * @param connectTimeout a reachable server accepts within this time
 * @param responseTimeout the whole answer, last byte included, arrives within this time
 */
public record OpenAiSettings(
        URI baseUrl,
        @Nullable String apiKey,
        String model,
        boolean openRouter,
        @Nullable String referer,
        @Nullable String title,
        Duration connectTimeout,
        Duration responseTimeout) {

    /** Longer than any healthy handshake; a dead host must not hold a worker. */
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** A note is understood in a few seconds; whoever waits longer is better served offline. */
    private static final Duration RESPONSE = Duration.ofSeconds(20);

    public static OpenAiSettings of(URI baseUrl, @Nullable String apiKey, String model) {
        return new OpenAiSettings(baseUrl, apiKey, model, isOpenRouter(baseUrl), null, null, CONNECT, RESPONSE);
    }

    public OpenAiSettings withTimeouts(Duration connect, Duration response) {
        return new OpenAiSettings(baseUrl, apiKey, model, openRouter, referer, title, connect, response);
    }

    public OpenAiSettings withCaller(@Nullable String callerReferer, @Nullable String callerTitle) {
        return new OpenAiSettings(
                baseUrl, apiKey, model, openRouter, callerReferer, callerTitle, connectTimeout, responseTimeout);
    }

    public OpenAiSettings asOpenRouter() {
        return new OpenAiSettings(baseUrl, apiKey, model, true, referer, title, connectTimeout, responseTimeout);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "OpenAiSettings[" + baseUrl + ", " + model + "]";
    }

    URI endpoint(String path) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private static boolean isOpenRouter(URI url) {
        String host = url.getHost();
        return host != null && (host.equals("openrouter.ai") || host.endsWith(".openrouter.ai"));
    }
}
