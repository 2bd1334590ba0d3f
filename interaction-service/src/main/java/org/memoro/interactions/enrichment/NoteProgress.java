package org.memoro.interactions.enrichment;

import static org.memoro.interactions.InteractionServiceApplication.NAME;

import java.util.UUID;
import org.memoro.events.EnrichmentFailed;
import org.memoro.events.InteractionEnriched;
import org.memoro.events.InteractionIndexed;
import org.memoro.events.MemoroEvent;
import org.memoro.outbox.Inbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes what embedding-worker and search-service say about a version; versions that are past change nothing. */
@Component
public class NoteProgress {
    private final Enrichments enrichments;
    private final ReadEngine readEngine;
    private final TenantTransactions transactions;
    private final Inbox inbox;

    NoteProgress(Enrichments enrichments, ReadEngine readEngine, TenantTransactions transactions, Inbox inbox) {
        this.enrichments = enrichments;
        this.readEngine = readEngine;
        this.transactions = transactions;
        this.inbox = inbox;
    }

    /**
     * Remembers which model understood it, and that an earlier failure is over once there is a vector. A note that was
     * embedded without being read is one whose account wished for that after it was written.
     */
    public Mono<Void> enriched(InteractionEnriched event) {
        UUID userId = event.userId();
        UUID id = event.interactionId();
        return transactions
                .inTransaction(userId, enrichments.findCurrent(userId, id, event.version()))
                .flatMap(current -> readEngine
                        .of(userId, id, event.version())
                        .flatMap(engine -> inbox.once(NAME, event, keep(event, current.enrichment(), engine))));
    }

    private Mono<Void> keep(InteractionEnriched event, Enrichment before, Engine engine) {
        boolean unread = engine.equals(Engine.UNKNOWN);
        boolean off = unread && (!event.facts() || before.state() == EnrichmentState.OFF);
        return enrichments.markEnriched(
                event.userId(), event.interactionId(), event.version(), engine, event.vector(), off);
    }

    /** Remembers what failed and when it is tried again. */
    public Mono<Void> failed(EnrichmentFailed event) {
        UUID userId = event.userId();
        UUID id = event.interactionId();
        Mono<Void> effect = enrichments.markFailed(userId, id, event.version(), event.code(), event.nextAttemptAt());
        return ifCurrent(event, id, event.version(), effect);
    }

    /** Remembers that a search finds it. */
    public Mono<Void> indexed(InteractionIndexed event) {
        UUID id = event.interactionId();
        return ifCurrent(event, id, event.version(), enrichments.markSearchable(event.userId(), id, event.version()));
    }

    /** An account that is gone leaves no trace in the inbox either. */
    private Mono<Void> ifCurrent(MemoroEvent event, UUID id, long version, Mono<Void> effect) {
        return transactions.inTransaction(
                event.userId(),
                enrichments
                        .findCurrent(event.userId(), id, version)
                        .flatMap(current -> inbox.once(NAME, event, effect)));
    }
}
