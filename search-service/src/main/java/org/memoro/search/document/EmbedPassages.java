package org.memoro.search.document;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.memoro.internaltokens.InternalHttp;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks embedding-worker what texts mean that are no note by themselves: parts of one, or one with what stands before it. */
@Component
public class EmbedPassages {
    /** As many as the longest note has, with the one before it. */
    public static final int MOST_TEXTS = 33;

    public static final int MOST_CHARACTERS = 30_000;

    private static final String PURPOSE = "index";

    private final InternalHttp http;

    EmbedPassages(InternalHttp http) {
        this.http = http;
    }

    /** Vectors as embedding-worker tells them. */
    private record Vectors(String model, int dimensions, List<String> vectors) {
        List<Embedding> embeddings() {
            return vectors.stream()
                    .map(vector -> Embedding.decode(model, dimensions, vector))
                    .toList();
        }
    }

    /** In the order of the texts, all of one model; at most {@link #MOST_TEXTS}, of {@link #MOST_CHARACTERS} together. */
    public Mono<List<Embedding>> of(UUID userId, List<String> texts) {
        return http.forWork("embedding-worker", userId, PURPOSE)
                .post()
                .uri("/internal/v1/passages")
                .bodyValue(Map.of("texts", texts))
                .retrieve()
                .bodyToMono(Vectors.class)
                .map(Vectors::embeddings)
                .filter(read -> read.size() == texts.size())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "embedding-worker answered another number of vectors than asked for")));
    }
}
