package org.memoro.embedding.enrichment;

import org.memoro.embedding.changeover.Changeover;
import org.memoro.embedding.query.EmbedQueries;
import org.memoro.events.AccountDeleted;
import org.memoro.outbox.Erasure;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets an account: its notes' facts and vectors, its searches, its spending. */
@Component
class EraseAccount {
    private final Erasure erasure;
    private final EmbedQueries queries;
    private final Changeover changeover;

    EraseAccount(Erasure erasure, EmbedQueries queries, Changeover changeover) {
        this.erasure = erasure;
        this.queries = queries;
        this.changeover = changeover;
    }

    Mono<Void> erase(AccountDeleted event) {
        return erasure.of(event.userId()).then(Mono.fromRunnable(() -> {
            queries.forget(event.userId());
            changeover.forget(event.userId());
        }));
    }
}
