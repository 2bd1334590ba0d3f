package org.memoro.web.neighbour;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One service that owns data, asked in the name of the person behind the running request. */
public final class Neighbour {

    private static final MediaType MERGE_PATCH = MediaType.parseMediaType("application/merge-patch+json");
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final WebClient answers;
    private final WebClient streams;

    Neighbour(WebClient answers, WebClient streams) {
        this.answers = answers;
        this.streams = streams;
    }

    /** Adds a query parameter unless there is nothing to say. */
    public static void put(Map<String, Object> parameters, String key, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            parameters.put(key, value);
        }
    }

    public <T> Mono<T> get(String path, Map<String, ?> parameters, ParameterizedTypeReference<T> type) {
        return answers.get()
                .uri(address -> withQuery(address.path(path), parameters))
                .exchangeToMono(answer -> read(answer, type));
    }

    public <T> Mono<T> post(String path, Object body, ParameterizedTypeReference<T> type) {
        return answers.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchangeToMono(answer -> read(answer, type));
    }

    /** Adds a thing that must be there once, however often the request is sent with this key. */
    public <T> Mono<T> postOnce(String path, String key, Object body, ParameterizedTypeReference<T> type) {
        return answers.post()
                .uri(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchangeToMono(answer -> read(answer, type));
    }

    /** Changes a thing; with a version only while it still is that version. */
    public <T> Mono<T> patch(String path, @Nullable Long version, Object body, ParameterizedTypeReference<T> type) {
        return answers.patch()
                .uri(path)
                .headers(headers -> {
                    if (version != null) {
                        headers.setIfMatch("\"" + version + "\"");
                    }
                })
                .contentType(MERGE_PATCH)
                .bodyValue(body)
                .exchangeToMono(answer -> read(answer, type));
    }

    /** A request whose answer holds nothing of interest. */
    public Mono<Void> send(HttpMethod method, String path) {
        return answers.method(method).uri(path).exchangeToMono(ClientResponse::releaseBody);
    }

    /** Listens to a stream of events from after the given one, until either side ends it. */
    public Flux<ServerSentEvent<String>> listen(String path, @Nullable String lastEventId) {
        return streams.get()
                .uri(path)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .headers(headers -> {
                    if (lastEventId != null) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .retrieve()
                .bodyToFlux(EVENT);
    }

    private static URI withQuery(UriBuilder address, Map<String, ?> parameters) {
        parameters.keySet().forEach(key -> address.queryParam(key, "{" + key + "}"));
        return address.build(parameters);
    }

    private static <T> Mono<T> read(ClientResponse answer, ParameterizedTypeReference<T> type) {
        if (answer.statusCode().is3xxRedirection()) {
            UUID id = idIn(answer.headers().asHttpHeaders());
            return answer.releaseBody().then(Mono.error(() -> new MovedException(id)));
        }
        return answer.bodyToMono(type);
    }

    private static UUID idIn(HttpHeaders headers) {
        Matcher id = ID.matcher(String.valueOf(headers.getFirst(HttpHeaders.LOCATION)));
        if (!id.find()) {
            throw new IllegalStateException("A neighbour answered that a thing has moved, but not where to");
        }
        return UUID.fromString(id.group());
    }
}
