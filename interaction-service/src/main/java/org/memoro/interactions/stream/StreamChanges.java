package org.memoro.interactions.stream;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.interactions.InteractionServiceProperties;
import org.memoro.interactions.enrichment.EnrichmentChange;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Follows what changes about an account's notes; holds no database connection while nothing does. */
@Component
class StreamChanges {
    private static final int PAGE = 100;
    private static final UUID FIRST_ID = new UUID(0, 0);

    private final Changes changes;
    private final ChangeSignals signals;
    private final TenantTransactions transactions;
    private final InteractionServiceProperties properties;

    StreamChanges(
            Changes changes,
            ChangeSignals signals,
            TenantTransactions transactions,
            InteractionServiceProperties properties) {
        this.changes = changes;
        this.signals = signals;
        this.transactions = transactions;
        this.properties = properties;
    }

    /** Everything since the event the client saw last, then what comes; never ends by itself. */
    Flux<EnrichmentChange> since(UUID userId, @Nullable String lastEventId) {
        return transactions
                .inTransaction(userId, changes.now())
                .map(now -> StreamPlace.after(lastEventId, now, properties.streamOverlap()))
                .flatMapMany(place -> follow(userId, place));
    }

    private Flux<EnrichmentChange> follow(UUID userId, StreamPlace place) {
        return signals.of(userId)
                .startWith(true)
                // However slow the client and however many the signals: one reading to come says it all.
                .onBackpressureLatest()
                .concatMap(signal -> read(userId, place), 1);
    }

    private Flux<EnrichmentChange> read(UUID userId, StreamPlace place) {
        return page(userId, Flux.defer(() -> changes.after(userId, place.since(), FIRST_ID, PAGE)))
                .expand(page -> page.size() < PAGE ? Mono.empty() : next(userId, page.getLast()))
                .concatMapIterable(place::unsaid, 1);
    }

    private Mono<List<EnrichmentChange>> next(UUID userId, EnrichmentChange last) {
        Instant at = last.enrichment().updatedAt();
        return page(userId, changes.after(userId, at, last.interactionId(), PAGE));
    }

    private Mono<List<EnrichmentChange>> page(UUID userId, Flux<EnrichmentChange> rows) {
        return transactions.inTransaction(userId, rows.collectList());
    }
}
