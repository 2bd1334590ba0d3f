package org.memoro.embedding.changeover;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.tenancy.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Knows which model an account's notes are searched with: the one it should have, or, until that one has read as many notes,
 * the one that has read the most of them.
 */
@Component
public class Changeover {
    private static final Logger log = LoggerFactory.getLogger(Changeover.class);

    private static final int ACCOUNTS_IN_MEMORY = 10_000;

    /** A deleted account is gone from every replica within a minute. */
    private static final Duration KEPT = Duration.ofSeconds(45);

    /** So soon does a search notice that the new model has caught up. */
    private static final Duration KEPT_MEANWHILE = Duration.ofSeconds(2);

    private final Models models;
    private final VectorCounts counts;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final Cache<Key, Answering> known = Caffeine.newBuilder()
            .maximumSize(ACCOUNTS_IN_MEMORY)
            .expireAfter(
                    Expiry.<Key, Answering>creating((key, answering) -> answering.isWanted() ? KEPT : KEPT_MEANWHILE))
            .build();

    private record Key(UUID account, EnrichmentMode mode) {}

    /** The model that answers, and whether it is the one that should. */
    private record Answering(String model, boolean isWanted) {}

    Changeover(Models models, VectorCounts counts, TenantTransactions transactions, Clock clock) {
        this.models = models;
        this.counts = counts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * How far the model that an account should be searched with has come.
     *
     * @param made how many notes it has read
     * @param of how many there are
     * @param catchingUp whether another model has read more of them
     * @param answering the model that searches are answered with now
     */
    public record Progress(String model, long made, long of, boolean catchingUp, String answering) {}

    /** The model whose vectors a search of this account is to be compared with. */
    public Mono<String> answering(UUID account, EnrichmentMode mode) {
        Key key = new Key(account, mode);
        return Mono.fromSupplier(() -> known.getIfPresent(key))
                .switchIfEmpty(Mono.defer(() -> look(account, mode)).doOnNext(found -> known.put(key, found)))
                .map(Answering::model)
                .onErrorResume(failure -> {
                    log.warn("It cannot be found out how far the model has come: {}", failure.toString());
                    return Mono.just(models.wanted(mode));
                });
    }

    /** How far it is; what is missing is waited for from now on. */
    Mono<Progress> progress(UUID account, EnrichmentMode mode) {
        return begin(account, mode)
                .then(transactions.inTransaction(account, counts.notes(account).zipWith(counts.byModel(account))))
                .map(found -> progress(found.getT1(), found.getT2(), mode));
    }

    private Progress progress(long notes, Map<String, Long> made, EnrichmentMode mode) {
        String wanted = models.wanted(mode);
        long caughtUp = made.getOrDefault(wanted, 0L);
        boolean behind = made.values().stream().anyMatch(other -> other > caughtUp);
        return new Progress(
                wanted, caughtUp, notes, behind, answering(made, mode).model());
    }

    /** Has the vectors that are missing made in the background, if there are any. */
    Mono<Void> begin(UUID account, EnrichmentMode mode) {
        String wanted = models.wanted(mode);
        return transactions
                .inTransaction(account, counts.await(account, wanted, clock.instant()))
                .doOnNext(added -> {
                    if (added > 0) {
                        log.info("{} notes are going to be embedded with {}", added, wanted);
                    }
                })
                .then();
    }

    /** Forgets what was known of an account. */
    public void forget(UUID account) {
        known.asMap().keySet().removeIf(key -> key.account.equals(account));
    }

    private Mono<Answering> look(UUID account, EnrichmentMode mode) {
        return transactions
                .inTransaction(account, counts.byModel(account))
                .map(made -> answering(made, mode))
                .flatMap(found -> found.isWanted()
                        ? Mono.just(found)
                        : begin(account, mode).thenReturn(found));
    }

    private Answering answering(Map<String, Long> made, EnrichmentMode mode) {
        String wanted = models.wanted(mode);
        long caughtUp = made.getOrDefault(wanted, 0L);
        return made.entrySet().stream()
                .filter(other -> other.getValue() > caughtUp && models.canBeAsked(other.getKey(), mode))
                .max(Comparator.comparingLong((Map.Entry<String, Long> other) -> other.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(other -> new Answering(other.getKey(), false))
                .orElseGet(() -> new Answering(wanted, true));
    }
}
