package org.memoro.search.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.memoro.internaltokens.InternalHttp;
import org.memoro.search.SearchServiceProperties;
import org.memoro.search.document.Embedding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks embedding-worker what a question means, but not for long. */
@Component
class ReadMeaning {
    private static final Logger log = LoggerFactory.getLogger(ReadMeaning.class);

    private final InternalHttp http;
    private final SearchServiceProperties properties;

    ReadMeaning(InternalHttp http, SearchServiceProperties properties) {
        this.http = http;
        this.properties = properties;
    }

    /** Vectors as embedding-worker tells them. */
    private record Vectors(String model, int dimensions, List<String> vectors) {
        Embedding first() {
            return Embedding.decode(model, dimensions, vectors.getFirst());
        }
    }

    /** Empty when it cannot be had in time. */
    Mono<Optional<Embedding>> of(UUID userId, String question) {
        return http.forWork("embedding-worker", userId, "query")
                .post()
                .uri("/internal/v1/embeddings")
                .bodyValue(Map.of("texts", List.of(question)))
                .retrieve()
                .bodyToMono(Vectors.class)
                .timeout(properties.queryVectorTimeout())
                .map(vectors -> Optional.of(vectors.first()))
                .onErrorResume(failure -> {
                    log.warn("A search goes by words alone: {}", failure.toString());
                    return Mono.just(Optional.empty());
                });
    }
}
