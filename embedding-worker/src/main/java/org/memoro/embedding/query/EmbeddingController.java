package org.memoro.embedding.query;

import org.memoro.internaltokens.Caller;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Hands out the vectors of search texts. */
@RestController
@ConditionalOnProperty(name = "memoro.embedding-worker.embed-queries", havingValue = "true", matchIfMissing = true)
class EmbeddingController {
    private final EmbedQueries embedQueries;

    EmbeddingController(EmbedQueries embedQueries) {
        this.embedQueries = embedQueries;
    }

    @PostMapping("/internal/v1/embeddings")
    Mono<Embeddings> embed(@AuthenticationPrincipal Caller caller, @RequestBody EmbedQueriesRequest request) {
        return embedQueries.embed(caller, request.checked());
    }
}
