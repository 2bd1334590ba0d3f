package org.memoro.gateway.token;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Ids;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.account.SignedIn;
import org.memoro.gateway.audit.AuditKind;
import org.memoro.gateway.audit.AuditLine;
import org.memoro.gateway.audit.RecordAudit;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Makes a personal access token and says its text, this once. */
@Service
public class IssueToken {
    /** So that people and secret scanners recognise one when they see it. */
    static final String PREFIX = "mem_";

    private static final int BITS = 256;

    private final PersonalTokens tokens;
    private final TenantTransactions transactions;
    private final RecordAudit recordAudit;
    private final Clock clock;

    IssueToken(PersonalTokens tokens, TenantTransactions transactions, RecordAudit recordAudit, Clock clock) {
        this.tokens = tokens;
        this.transactions = transactions;
        this.recordAudit = recordAudit;
        this.clock = clock;
    }

    /** A new token and its text. */
    record Issued(PersonalToken token, OpaqueSecret secret) {}

    /** For tools on the same machine: the token's text. */
    public Mono<String> of(UUID accountId, String name, Set<String> scopes) {
        return issue(accountId, null, name, scopes, null, null)
                .map(issued -> issued.secret().text());
    }

    Mono<Issued> of(
            SignedIn who,
            String name,
            Set<String> scopes,
            @Nullable Instant expiresAt,
            @Nullable String idempotencyKey) {
        return issue(who.accountId(), who.sessionId(), name, scopes, expiresAt, idempotencyKey);
    }

    private Mono<Issued> issue(
            UUID accountId,
            @Nullable UUID sessionId,
            String name,
            Set<String> scopes,
            @Nullable Instant expiresAt,
            @Nullable String idempotencyKey) {
        OpaqueSecret secret =
                new OpaqueSecret(PREFIX + OpaqueSecret.ofBits(BITS).text());
        PersonalToken token = new PersonalToken(Ids.next(), name, scopes, clock.instant(), expiresAt, null);
        AuditLine line = AuditLine.of(
                        AuditKind.TOKEN_ISSUED, scopes.stream().sorted().toArray(String[]::new))
                .session(sessionId)
                .token(token.id());
        Mono<Boolean> made = tokens.insert(accountId, token, secret.hash(), idempotencyKey)
                .flatMap(isNew -> isNew ? recordAudit.of(accountId, line).thenReturn(true) : Mono.just(false));
        return transactions
                .inTransaction(accountId, made)
                .filter(isNew -> isNew)
                // The text of the first one is not kept anywhere, so it cannot be answered again.
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                        HttpProblem.IDEMPOTENCY_KEY_REUSED,
                        "This request has made a token already; its text was shown then.")))
                .thenReturn(new Issued(token, secret));
    }
}
