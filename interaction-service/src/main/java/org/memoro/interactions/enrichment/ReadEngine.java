package org.memoro.interactions.enrichment;

import java.util.UUID;
import org.memoro.internaltokens.InternalCallException;
import org.memoro.internaltokens.InternalHttp;
import org.memoro.internaltokens.NotThere;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks embedding-worker what understood a version of a note. */
@Component
class ReadEngine {
    private final InternalHttp http;

    ReadEngine(InternalHttp http) {
        this.http = http;
    }

    /** Unknown when the worker has dropped that version meanwhile. */
    Mono<Engine> of(UUID userId, UUID interactionId, long version) {
        return http.forWork("embedding-worker", userId, "enrichment")
                .get()
                .uri("/internal/v1/enrichments/{id}?version={version}", interactionId, version)
                .retrieve()
                .bodyToMono(Engine.class)
                .onErrorReturn(NotThere.class, Engine.UNKNOWN);
    }

    /** Unknown when the worker cannot say so now; for where the answer is welcome but not waited for. */
    Mono<Engine> ifReachable(UUID userId, UUID interactionId, long version) {
        return of(userId, interactionId, version).onErrorReturn(InternalCallException.class, Engine.UNKNOWN);
    }
}
