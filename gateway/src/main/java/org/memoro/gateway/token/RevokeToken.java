package org.memoro.gateway.token;

import java.time.Clock;
import java.util.UUID;
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
    private final Clock clock;

    RevokeToken(PersonalTokens tokens, TenantTransactions transactions, Clock clock) {
        this.tokens = tokens;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<Void> of(UUID accountId, UUID tokenId) {
        return transactions
                .inTransaction(accountId, tokens.revoke(accountId, tokenId, clock.instant()))
                .filter(revoked -> revoked)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(HttpProblem.NOT_FOUND, "There is no such token.")))
                .then();
    }
}
