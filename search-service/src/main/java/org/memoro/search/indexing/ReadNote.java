package org.memoro.search.indexing;

import java.util.Optional;
import java.util.UUID;
import org.memoro.internaltokens.InternalHttp;
import org.memoro.internaltokens.NotThere;
import org.memoro.search.document.Embedding;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks the owners for a note and for what it means. */
@Component
class ReadNote {
    private static final String PURPOSE = "index";

    private final InternalHttp http;

    ReadNote(InternalHttp http) {
        this.http = http;
    }

    /** A vector as embedding-worker tells it. */
    private record Vector(String model, int dimensions, String vector) {
        Embedding embedding() {
            return Embedding.decode(model, dimensions, vector);
        }
    }

    /** Empty when the note was never there, or is there no longer. */
    Mono<Optional<Note>> text(UUID userId, UUID interactionId) {
        return ask("interaction-service", userId)
                .uri("/internal/v1/interactions/{id}", interactionId)
                .retrieve()
                .bodyToMono(Note.class)
                .map(Optional::of)
                .onErrorReturn(NotThere.class, Optional.empty());
    }

    /** Empty while there is no vector of that version. */
    Mono<Optional<Embedding>> meaning(UUID userId, UUID interactionId, long version) {
        return ask("embedding-worker", userId)
                .uri("/internal/v1/vectors/{id}?version={version}", interactionId, version)
                .retrieve()
                .bodyToMono(Vector.class)
                .map(vector -> Optional.of(vector.embedding()))
                .onErrorReturn(NotThere.class, Optional.empty());
    }

    private WebClient.RequestHeadersUriSpec<?> ask(String service, UUID userId) {
        return http.forWork(service, userId, PURPOSE).get();
    }
}
