package org.memoro.gateway.account;

import org.memoro.gateway.audit.AuditKind;
import org.memoro.gateway.audit.AuditLine;
import org.memoro.gateway.audit.RecordAudit;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Notes that somebody whom a provider knows was not let in; strangers, who have no account, leave no line. */
@Service
public class RefuseSignIn {
    private final Accounts accounts;
    private final RecordAudit recordAudit;

    RefuseSignIn(Accounts accounts, RecordAudit recordAudit) {
        this.accounts = accounts;
        this.recordAudit = recordAudit;
    }

    /** @param why a slug of the sign-in page */
    public Mono<Void> of(String registrationId, String subject, String why) {
        return accounts.idOf(registrationId, subject)
                .flatMap(accountId -> recordAudit.of(accountId, AuditLine.of(AuditKind.SIGN_IN_REFUSED, why)));
    }
}
