package org.memoro.contacts.account;

import java.util.List;
import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything an account has in this service. */
@Repository
class AccountRows {
    private static final SqlFile DELETE_FACTS = SqlFile.load("contact/account/delete_fact_rows", "userId");
    private static final SqlFile DELETE_RELATIONSHIPS =
            SqlFile.load("contact/account/delete_relationship_rows", "userId");
    private static final SqlFile DELETE_CONTACT_MERGES =
            SqlFile.load("contact/account/delete_contact_merge_rows", "userId");
    private static final SqlFile DELETE_TYPED_PARTICIPANTS =
            SqlFile.load("contact/account/delete_typed_participant_rows", "userId");
    private static final SqlFile DELETE_NOTES = SqlFile.load("contact/account/delete_note_rows", "userId");
    private static final SqlFile DELETE_CONTACTS = SqlFile.load("contact/account/delete_contact_rows", "userId");
    private static final SqlFile DELETE_IDEMPOTENT_REQUESTS =
            SqlFile.load("contact/account/delete_idempotent_request_rows", "userId");

    private static final SqlFile DELETE_OUTBOX = SqlFile.load("contact/account/delete_outbox_rows", "userId");
    /** Children before parents, so that no foreign key is in the way. */
    private static final List<SqlFile> IN_ORDER = List.of(
            DELETE_FACTS,
            DELETE_RELATIONSHIPS,
            DELETE_CONTACT_MERGES,
            DELETE_TYPED_PARTICIPANTS,
            DELETE_NOTES,
            DELETE_CONTACTS,
            DELETE_IDEMPOTENT_REQUESTS,
            DELETE_OUTBOX);

    private final DatabaseClient database;
    private final TenantTransactions transactions;

    AccountRows(DatabaseClient database, TenantTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Deletes them all in one transaction. */
    Mono<Void> delete(UUID userId) {
        return transactions.inTransaction(
                userId,
                Flux.fromIterable(IN_ORDER)
                        .concatMap(statement ->
                                statement.on(database).bind("userId", userId).then())
                        .then());
    }
}
