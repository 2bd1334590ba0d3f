package org.memoro.gateway.session;

import org.memoro.gateway.account.SignedIn;
import org.memoro.gateway.audit.AuditKind;
import org.memoro.gateway.audit.RecordAudit;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Signs an account out of every browser; personal access tokens are no sessions and stay. */
@Service
public class EndAllSessions {
    private final Sessions sessions;
    private final TenantTransactions transactions;
    private final RecordAudit recordAudit;

    EndAllSessions(Sessions sessions, TenantTransactions transactions, RecordAudit recordAudit) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.recordAudit = recordAudit;
    }

    public Mono<Void> of(SignedIn who) {
        return transactions.inTransaction(
                who.accountId(),
                sessions.deleteAll(who.accountId())
                        .then(recordAudit.of(who.accountId(), who.does(AuditKind.SIGNED_OUT_EVERYWHERE))));
    }
}
