package org.memoro.search.large;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.memoro.search.SearchServiceProperties;
import org.memoro.sql.SqlFile;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Knows which accounts have so many notes that not every vector is compared. */
@Component
public class AccountSizes {
    private static final SqlFile COUNT_NOTES = SqlFile.load("search/large/count_notes", "userId", "atMost");

    private static final int ACCOUNTS_IN_MEMORY = 10_000;

    /** An account does not grow faster than this; one that is deleted is gone from every replica within a minute. */
    private static final Duration KEPT = Duration.ofSeconds(45);

    private final DatabaseClient database;
    private final TenantTransactions transactions;
    private final int exactUpTo;
    private final Cache<UUID, Boolean> known = Caffeine.newBuilder()
            .maximumSize(ACCOUNTS_IN_MEMORY)
            .expireAfterWrite(KEPT)
            .build();

    AccountSizes(DatabaseClient database, TenantTransactions transactions, SearchServiceProperties properties) {
        this.database = database;
        this.transactions = transactions;
        this.exactUpTo = properties.exactUpTo();
    }

    /** Counts no further than it needs to, and not again for a while. */
    public Mono<Boolean> isLarge(UUID userId) {
        return Mono.defer(() -> Optional.ofNullable(known.getIfPresent(userId))
                .map(Mono::just)
                .orElseGet(() -> hasMoreThan(userId, exactUpTo).doOnNext(large -> known.put(userId, large))));
    }

    /** Whether it has come to so few notes that it need not have an index any more; not at every note to and fro. */
    Mono<Boolean> isSmallAgain(UUID userId) {
        return hasMoreThan(userId, exactUpTo / 2).map(many -> !many);
    }

    private Mono<Boolean> hasMoreThan(UUID userId, int notes) {
        return transactions.inTransaction(
                userId,
                COUNT_NOTES
                        .on(database)
                        .bind("userId", userId)
                        .bind("atMost", notes + 1L)
                        .mapValue(Long.class)
                        .one()
                        .map(count -> count > notes));
    }
}
