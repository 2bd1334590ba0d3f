package org.memoro.contacts.understanding;

import java.util.UUID;
import org.memoro.contacts.fact.Engine;
import org.memoro.internaltokens.InternalHttp;
import org.memoro.internaltokens.NotThere;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks embedding-worker what was read out of a note. */
@Component
class ExtractionSource {
    private final InternalHttp http;

    ExtractionSource(InternalHttp http) {
        this.http = http;
    }

    /** The answer of embedding-worker. */
    record Enrichment(String provider, String model, Extraction extraction) {
        Engine engine() {
            return new Engine(provider, model);
        }
    }

    /** What was read out of this version of the note, and by whom; empty when that is no longer kept. */
    Mono<Enrichment> find(UUID userId, UUID interactionId, long version) {
        return http.forWork("embedding-worker", userId, "apply-facts")
                .get()
                .uri("/internal/v1/enrichments/{id}?version={version}", interactionId, version)
                .retrieve()
                .bodyToMono(Enrichment.class)
                .onErrorResume(NotThere.class, e -> Mono.empty());
    }
}
