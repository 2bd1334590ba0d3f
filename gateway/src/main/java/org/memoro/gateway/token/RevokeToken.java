package org.memoro.gateway.token;

import java.time.Clock;
import java.util.UUID;
import org.memoro.gateway.account.SignedIn;
import org.memoro.gateway.audit.AuditKind;
import org.memoro.gateway.audit.RecordAudit;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Makes a personal access token useless at once. */
@Service
class RevokeToken {
    private final PersonalTokens tokens;
    private final TenantTransactions transactions;
    private final RecordAudit recordAudit;
    private final Clock clock;

    RevokeToken(PersonalTokens tokens, TenantTransactions transactions, RecordAudit recordAudit, Clock clock) {
        this.tokens = tokens;
        this.transactions = transactions;
        this.recordAudit = recordAudit;
        this.clock = clock;
    }

    Mono<Void> of(SignedIn who, UUID tokenId) {
        return transactions
                .inTransaction(who.accountId(), revoke(who, tokenId).filter(revoked -> revoked))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(HttpProblem.NOT_FOUND, "There is no such token.")))
                .then();
    }

    private Mono<Boolean> revoke(SignedIn who, UUID tokenId) {
        return tokens.revoke(who.accountId(), tokenId, clock.instant())
                .flatMap(revoked -> revoked
                        ? recordAudit
                                .of(
                                        who.accountId(),
                                        who.does(AuditKind.TOKEN_REVOKED).token(tokenId))
                                .thenReturn(true)
                        : Mono.just(false));
    }
}
