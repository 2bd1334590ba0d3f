package org.memoro.search.thread;

import java.util.Map;
import java.util.UUID;
import org.memoro.internaltokens.InternalHttp;
import org.memoro.search.document.Embedding;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks embedding-worker what a note and the one before it mean together. */
@Component
class EmbedContext {
    private static final String PURPOSE = "index";

    private final InternalHttp http;

    EmbedContext(InternalHttp http) {
        this.http = http;
    }

    /** A vector as embedding-worker tells it. */
    private record Vector(String model, int dimensions, String vector) {
        Embedding embedding() {
            return Embedding.decode(model, dimensions, vector);
        }
    }

    Mono<Embedding> of(UUID userId, String passage) {
        return http.forWork("embedding-worker", userId, PURPOSE)
                .post()
                .uri("/internal/v1/passages")
                .bodyValue(Map.of("text", passage))
                .retrieve()
                .bodyToMono(Vector.class)
                .map(Vector::embedding);
    }
}
