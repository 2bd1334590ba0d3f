package org.memoro.interactions.enrichment;

import java.util.UUID;
import org.memoro.events.InteractionRecorded;
import org.memoro.interactions.InteractionProblem;
import org.memoro.internaltokens.Caller;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.outbox.Outbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has a note understood again as it stands, by what the account wishes now. */
@Component
class TryAgain {
    private final Enrichments enrichments;
    private final TenantTransactions transactions;
    private final Outbox outbox;

    TryAgain(Enrichments enrichments, TenantTransactions transactions, Outbox outbox) {
        this.enrichments = enrichments;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    Mono<EnrichmentChange> run(Caller caller, UUID id) {
        UUID userId = caller.accountId();
        Mono<EnrichmentChange> again = enrichments
                .markTriedAgain(userId, id, caller.enrichment() == EnrichmentMode.OFF)
                .switchIfEmpty(Mono.error(InteractionProblem::notFound))
                .flatMap(change -> outbox.append(InteractionRecorded.of(userId, id, change.version(), true))
                        .thenReturn(change));
        return transactions.inTransaction(userId, again);
    }
}
