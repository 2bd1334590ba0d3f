package org.memoro.gateway.account;

import java.util.UUID;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What an account is and has chosen; empty when there is none of this id. */
@Service
public class ReadAccount {
    private final Accounts accounts;
    private final TenantTransactions transactions;

    ReadAccount(Accounts accounts, TenantTransactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    public Mono<Account> of(UUID accountId) {
        return transactions.inTransaction(accountId, accounts.find(accountId));
    }
}
