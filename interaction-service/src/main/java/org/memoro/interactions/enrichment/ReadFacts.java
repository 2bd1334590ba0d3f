package org.memoro.interactions.enrichment;

import java.util.UUID;
import org.memoro.internaltokens.InternalHttp;
import org.memoro.internaltokens.NotThere;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks contact-service what the facts of a note say about people, day and place. */
@Component
class ReadFacts {
    private final InternalHttp http;

    ReadFacts(InternalHttp http) {
        this.http = http;
    }

    /** No facts at all when contact-service knows the note no more. */
    Mono<NoteFacts> of(UUID userId, UUID interactionId, long version) {
        return http.forWork("contact-service", userId, "participants")
                .get()
                .uri("/internal/v1/interactions/{id}/participants", interactionId)
                .retrieve()
                .bodyToMono(NoteFacts.class)
                .onErrorReturn(NotThere.class, NoteFacts.none(version));
    }
}
