package org.memoro.tenancy;

import java.util.UUID;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Runs work in one transaction that sees and writes the rows of one account only.
 *
 * <p>The account is set with {@code set_config(…, is_local => true)}, so that nothing of it stays on the pooled
 * connection after commit, rollback or cancel. Work outside such a transaction gets no connection at all.
 */
public final class TenantTransactions {
    private static final String RELAY = "relay";
    private static final String NOBODY = "nobody";
    /** Holds the account's lock along with all others that work on it; a schema has its own, since services share a server. */
    private static final String ENTER = "SELECT set_config('app.user_id', :userId, true),"
            + " pg_advisory_xact_lock_shared(hashtextextended(current_schema() || ' ' || :userId, 0)) IS NULL AS locked";
    /** Waits for all others and keeps them out; deleting a large account takes longer than any query may. */
    private static final String ENTER_ALONE = "SELECT set_config('app.user_id', :userId, true),"
            + " set_config('statement_timeout', '50s', true),"
            + " pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || :userId, 0)) IS NULL AS locked";

    private final DatabaseClient client;
    private final TransactionalOperator transaction;
    private final String relayRole;

    TenantTransactions(DatabaseClient client, R2dbcTransactionManager transactions, String relayRole) {
        this.client = client;
        this.transaction = TransactionalOperator.create(transactions, new DefaultTransactionDefinition());
        this.relayRole = relayRole;
    }

    /**
     * Subscribes to {@code work} inside a transaction of this account; joins the running one when there is one. Subscribes
     * again when the transaction was rolled back for another one, so what the work does beside the database must bear that.
     *
     * @return what the work says, after the commit; an error rolls back. Signals {@link AccountErased} when the work
     *     writes for an account that is gone, {@link RolledBack} when trying again did not help, and {@link IllegalStateException} when a
     *     transaction of another account is running
     */
    public <T> Mono<T> inTransaction(UUID userId, Mono<T> work) {
        return Mono.deferContextual(context -> runs(context, userId)
                ? work
                : committed(userId, begin(ENTER, userId).then(work)));
    }

    /**
     * As {@link #inTransaction(UUID, Mono)}, but begins when no other transaction of this account runs, and lets none begin
     * until it has ended. For erasing the account; the work may take a minute.
     */
    public <T> Mono<T> alone(UUID userId, Mono<T> work) {
        return Mono.deferContextual(context -> {
            refuseInside(context);
            return committed(userId, begin(ENTER_ALONE, userId).then(work));
        });
    }

    /** As {@link #inTransaction(UUID, Mono)}, for work with many results; they are passed on as they arrive, so it runs once. */
    public <T> Flux<T> inTransaction(UUID userId, Flux<T> work) {
        return Flux.deferContextual(context -> runs(context, userId)
                ? work
                : begin(ENTER, userId)
                        .thenMany(work)
                        .as(transaction::transactional)
                        .onErrorMap(TenantTransactions::inOurWords)
                        .contextWrite(TenantConnections.permit(userId)));
    }

    /**
     * Subscribes to {@code work} inside a transaction of the relay role, which sees the columns granted to it over all
     * accounts. For jobs that find out where there is work; the work itself is then done one account at a time.
     */
    public <T> Mono<T> asRelay(Mono<T> work) {
        return Mono.deferContextual(context -> {
            refuseInside(context);
            return committed(RELAY, becomeRelay().then(work));
        });
    }

    /** As {@link #asRelay(Mono)}, for work with many results. */
    public <T> Flux<T> asRelay(Flux<T> work) {
        return Flux.deferContextual(context -> {
            refuseInside(context);
            return becomeRelay()
                    .thenMany(work)
                    .as(transaction::transactional)
                    .onErrorMap(TenantTransactions::inOurWords)
                    .contextWrite(TenantConnections.permit(RELAY));
        });
    }

    /**
     * Subscribes to one statement that needs no account because it finds one: a look-up by a secret. It runs as the
     * service's role for nobody, so all it sees is what the named {@code SECURITY DEFINER} functions return.
     */
    public <T> Mono<T> beforeTenant(Mono<T> lookup) {
        return Mono.deferContextual(context -> {
            refuseInside(context);
            return lookup.contextWrite(TenantConnections.permit(NOBODY));
        });
    }

    /** A connection of its own for every attempt: the one that was rolled back is another one's by then. */
    private <T> Mono<T> committed(Object who, Mono<T> work) {
        return work.as(transaction::transactional)
                .onErrorMap(TenantTransactions::inOurWords)
                .contextWrite(TenantConnections.permit(who))
                .retryWhen(RolledBack.again());
    }

    private static Throwable inOurWords(Throwable failure) {
        if (AccountErased.isCauseOf(failure)) {
            return new AccountErased(failure);
        }
        return RolledBack.isCauseOf(failure) ? new RolledBack(failure) : failure;
    }

    private Mono<Void> begin(String enter, UUID userId) {
        return client.sql(enter)
                .bind("userId", userId.toString())
                .fetch()
                .first()
                .then();
    }

    private Mono<Void> becomeRelay() {
        return client.sql("SET LOCAL ROLE " + relayRole).then();
    }

    private static boolean runs(ContextView context, UUID userId) {
        Object who = TenantConnections.who(context);
        if (who != null && !who.equals(userId)) {
            throw new IllegalStateException("a transaction of another account is running");
        }
        return who != null;
    }

    private static void refuseInside(ContextView context) {
        if (TenantConnections.who(context) != null) {
            throw new IllegalStateException("a transaction of an account is running");
        }
    }
}
