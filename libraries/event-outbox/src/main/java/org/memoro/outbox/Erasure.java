package org.memoro.outbox;

import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Erases an account from this service's schema, for good: every row of every table that has a {@code user_id}, and from
 * then on the database refuses any other.
 */
public final class Erasure {
    private static final SqlFile DELETE_ROWS = SqlFile.load("erasure/delete_account_rows", "userId");
    private static final SqlFile INSERT_ERASED = SqlFile.load("erasure/insert_erased_account", "userId");
    private static final SqlFile PURGE = SqlFile.load("erasure/purge_erased_accounts");

    private final DatabaseClient database;
    private final TenantTransactions transactions;

    Erasure(DatabaseClient database, TenantTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Doing it again changes nothing. */
    public Mono<Void> of(UUID userId) {
        return of(userId, Mono.empty());
    }

    /** As {@link #of(UUID)}; the last words are the only rows of the account that stay, until they are published. */
    public Mono<Void> of(UUID userId, Mono<Void> lastWords) {
        return transactions.alone(
                userId,
                run(DELETE_ROWS, userId)
                        .then(lastWords)
                        .then(run(INSERT_ERASED, userId))
                        .then());
    }

    /** Forgets accounts that went longer ago than any topic keeps events. */
    Mono<Long> purge() {
        return transactions.asRelay(PURGE.on(database).fetch().rowsUpdated());
    }

    private Mono<Long> run(SqlFile statement, UUID userId) {
        return statement.on(database).bind("userId", userId).fetch().rowsUpdated();
    }
}
