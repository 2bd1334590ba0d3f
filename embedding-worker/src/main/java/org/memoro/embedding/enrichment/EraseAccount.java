package org.memoro.embedding.enrichment;

import java.time.Clock;
import org.memoro.embedding.account.Accounts;
import org.memoro.embedding.query.EmbedQueries;
import org.memoro.events.AccountDeleted;
import org.memoro.outbox.Inbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets an account: its notes' facts and vectors, its searches, its spending. */
@Component
class EraseAccount {
    private final Accounts accounts;
    private final EmbedQueries queries;
    private final Inbox inbox;
    private final TenantTransactions transactions;
    private final Clock clock;

    EraseAccount(Accounts accounts, EmbedQueries queries, Inbox inbox, TenantTransactions transactions, Clock clock) {
        this.accounts = accounts;
        this.queries = queries;
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Doing it twice does no harm, so the inbox need not remember it, and is itself forgotten. */
    Mono<Void> erase(AccountDeleted event) {
        Mono<Void> forgetting = accounts.erase(event.userId(), clock.instant()).then(inbox.forget(event.userId()));
        return transactions
                .inTransaction(event.userId(), forgetting)
                .then(Mono.fromRunnable(() -> queries.forget(event.userId())));
    }
}
