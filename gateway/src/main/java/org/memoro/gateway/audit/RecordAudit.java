package org.memoro.gateway.audit;

import java.time.Clock;
import java.util.UUID;
import org.memoro.api.Ids;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Notes what happened to an account, in the transaction of the change: neither is ever without the other. */
@Service
public class RecordAudit {
    private final AuditEntries entries;
    private final TenantTransactions transactions;
    private final Clock clock;

    RecordAudit(AuditEntries entries, TenantTransactions transactions, Clock clock) {
        this.entries = entries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Joins the running transaction of this account, and is one of its own when none is running. */
    public Mono<Void> of(UUID accountId, AuditLine line) {
        return transactions.inTransaction(
                accountId, Mono.defer(() -> entries.insert(accountId, Ids.next(), clock.instant(), line)));
    }
}
