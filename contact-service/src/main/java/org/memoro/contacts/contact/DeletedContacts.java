package org.memoro.contacts.contact;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contacts that were deleted and wait to be restored or forgotten. */
@Repository
public class DeletedContacts {
    private static final SqlFile ACCOUNTS =
            SqlFile.load("contact/contact/list_accounts_with_deleted_contacts", "before");
    private static final SqlFile FORGET = SqlFile.load("contact/contact/forget_deleted_contacts", "userId", "before");

    private final DatabaseClient database;
    private final TenantTransactions transactions;

    DeletedContacts(DatabaseClient database, TenantTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** The accounts with contacts that were deleted before then. */
    public Flux<UUID> accounts(Instant before) {
        // Collected first: the relay's transaction must be over before an account's begins.
        return transactions
                .asRelay(ACCOUNTS.on(database)
                        .bind("before", before)
                        .map(row -> Objects.requireNonNull(row.get("user_id", UUID.class)))
                        .all()
                        .collectList())
                .flatMapIterable(accounts -> accounts);
    }

    /** Forgets those of an account, inside its running transaction. */
    public Mono<Void> forget(UUID userId, Instant before) {
        return FORGET.on(database).bind("userId", userId).bind("before", before).then();
    }
}
