package org.memoro.contacts.contact;

import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs work on one account's contacts: readers side by side, writers one after the other.
 *
 * <p>Writers wait for each other because finding somebody by name and writing them down must be one step: two notes that
 * name the same new person make one contact.
 */
@Component
public class AccountWork {
    private static final SqlFile LOCK = SqlFile.load("contact/contact/lock_account", "userId");

    private final DatabaseClient database;
    private final TenantTransactions transactions;

    AccountWork(DatabaseClient database, TenantTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** One transaction in which nobody else changes this account's contacts. */
    public <T> Mono<T> write(UUID userId, Mono<T> work) {
        return transactions.inTransaction(userId, alone(userId).then(work));
    }

    /** One transaction that sees this account. */
    public <T> Mono<T> read(UUID userId, Mono<T> work) {
        return transactions.inTransaction(userId, work);
    }

    /** One transaction that sees this account, with many results. */
    public <T> Flux<T> readMany(UUID userId, Flux<T> work) {
        return transactions.inTransaction(userId, work);
    }

    private Mono<Void> alone(UUID userId) {
        return LOCK.on(database).bind("userId", userId).fetch().first().then();
    }
}
