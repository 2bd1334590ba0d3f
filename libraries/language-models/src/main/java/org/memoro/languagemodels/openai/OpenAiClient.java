package org.memoro.languagemodels.openai;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.ModelUnavailableException;
import org.memoro.languagemodels.ModelUnavailableException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks an OpenAI-compatible server and turns every way it can fail into one exception; never logs what it sends. */
final class OpenAiClient {

    /** Far above any answer we ask for; a server that sends more is broken. */
    private static final long MAX_ANSWER_BYTES = 8L * 1024 * 1024;

    private final OpenAiSettings settings;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.builder().build();

    OpenAiClient(OpenAiSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                // A redirect would carry the key to another host.
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(isPlain(settings) ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
                .build();
    }

    ObjectNode newBody() {
        ObjectNode body = json.createObjectNode();
        body.put("model", settings.model());
        if (settings.openRouter()) {
            ObjectNode provider = body.putObject("provider");
            provider.put("data_collection", "deny");
            provider.put("zdr", true);
            body.putObject("usage").put("include", true);
        }
        return body;
    }

    /** The answer's JSON, once it is known to be an answer and no error. */
    JsonNode post(String path, JsonNode body) {
        return post(path, body, settings.responseTimeout());
    }

    /** As {@link #post(String, JsonNode)}, within what is left of somebody's time. */
    JsonNode post(String path, JsonNode body, Duration left) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.endpoint(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .timeout(left)
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        header(request, "Authorization", settings.apiKey() == null ? null : "Bearer " + settings.apiKey());
        header(request, "HTTP-Referer", settings.referer());
        header(request, "X-Title", settings.title());
        HttpResponse<byte[]> response = exchange(request.build(), left);
        if (response.statusCode() != 200) {
            throw ProviderErrors.ofStatus(response.statusCode(), RetryAfter.of(response.headers()));
        }
        return answer(response);
    }

    private JsonNode answer(HttpResponse<byte[]> response) {
        JsonNode answer;
        try {
            answer = json.readTree(response.body());
        } catch (JacksonException e) {
            throw new ModelUnavailableException(Reason.INVALID_ANSWER, "The provider's answer is no JSON", null);
        }
        JsonNode error = answer.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            throw ProviderErrors.inAnswer(error, RetryAfter.of(response.headers()));
        }
        return answer;
    }

    /**
     * The client's own timeout ends with the headers; waiting on the whole exchange also ends a body that drips, and
     * cancelling it closes the connection.
     */
    private HttpResponse<byte[]> exchange(HttpRequest request, Duration left) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
        try {
            return exchange.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new ModelUnavailableException(Reason.TIMED_OUT, "The provider took too long to answer", null, e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new ModelUnavailableException(Reason.UNREACHABLE, "Interrupted while asking the provider", null, e);
        } catch (ExecutionException e) {
            throw unreachable(e.getCause());
        }
    }

    private static ModelUnavailableException unreachable(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException e ->
                new ModelUnavailableException(Reason.UNREACHABLE, "The provider cannot be reached", null, e);
            case HttpTimeoutException e ->
                new ModelUnavailableException(Reason.TIMED_OUT, "The provider took too long to answer", null, e);
            case ConnectException e ->
                new ModelUnavailableException(Reason.UNREACHABLE, "The provider cannot be reached", null, e);
            case IOException e ->
                new ModelUnavailableException(Reason.UNREACHABLE, "The connection to the provider broke", null, e);
            case null, default ->
                new ModelUnavailableException(Reason.PROVIDER_FAILED, "Asking the provider failed", null, cause);
        };
    }

    private static void header(HttpRequest.Builder request, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            request.header(name, value);
        }
    }

    private static boolean isPlain(OpenAiSettings settings) {
        return "http".equals(settings.baseUrl().getScheme());
    }
}
