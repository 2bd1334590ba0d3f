package org.memoro.gateway.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;
import org.memoro.api.Page;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What happened to an account, newest first. */
@Service
public class ListAudit {
    private final AuditEntries entries;
    private final TenantTransactions transactions;

    ListAudit(AuditEntries entries, TenantTransactions transactions) {
        this.entries = entries;
        this.transactions = transactions;
    }

    public Mono<Page<AuditEntry>> of(UUID accountId, int limit, Cursor from) {
        @Nullable UUID before = from.isStart() ? null : from.uuid(0);
        return transactions
                .inTransaction(
                        accountId, entries.list(accountId, before, limit + 1).collectList())
                .map(rows -> Page.of(rows, limit, last -> Cursor.encode(last.id())));
    }
}
