package org.memoro.interactions.account;

import org.memoro.events.AccountDeleted;
import org.memoro.outbox.Inbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes everything of a deleted account; doing so again changes nothing. */
@Component
public class ForgetAccount {
    private final AccountRows rows;
    private final Inbox inbox;
    private final TenantTransactions transactions;

    ForgetAccount(AccountRows rows, Inbox inbox, TenantTransactions transactions) {
        this.rows = rows;
        this.inbox = inbox;
        this.transactions = transactions;
    }

    public Mono<Void> run(AccountDeleted event) {
        return transactions.inTransaction(
                event.userId(), rows.delete(event.userId()).then(inbox.forget(event.userId())));
    }
}
