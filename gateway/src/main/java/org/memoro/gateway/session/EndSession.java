package org.memoro.gateway.session;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.account.SignedIn;
import org.memoro.gateway.audit.AuditKind;
import org.memoro.gateway.audit.RecordAudit;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Ends a session on the server, so that a copied cookie is worth nothing. */
@Service
public class EndSession {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final TenantTransactions transactions;
    private final RecordAudit recordAudit;
    private final Clock clock;

    EndSession(
            Sessions sessions,
            SessionCookie cookie,
            TenantTransactions transactions,
            RecordAudit recordAudit,
            Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.transactions = transactions;
        this.recordAudit = recordAudit;
        this.clock = clock;
    }

    /** Ends one of somebody's own sessions, this or another browser's. */
    Mono<Void> of(SignedIn who, UUID id) {
        return end(who, id, AuditKind.SESSION_ENDED)
                .filter(ended -> ended)
                .switchIfEmpty(
                        Mono.error(() -> ProblemException.of(HttpProblem.NOT_FOUND, "There is no such session.")))
                .then();
    }

    /** Ends the session whose cookie came with this request, if any, because its owner signs out. */
    public Mono<Void> shownBy(ServerWebExchange exchange) {
        return shownBy(exchange, AuditKind.SIGNED_OUT);
    }

    /** Ends the session whose cookie came with this request, if any. */
    Mono<Void> shownBy(ServerWebExchange exchange, AuditKind kind) {
        OpaqueSecret secret = cookie.read(exchange);
        return secret == null
                ? Mono.empty()
                : sessions.find(secret.hash(), clock.instant()).flatMap(found -> end(found.who(), kind));
    }

    private Mono<Void> end(SignedIn who, AuditKind kind) {
        UUID id = Objects.requireNonNull(who.sessionId());
        return end(who, id, kind).then(); // a second click on the same button ends nothing
    }

    private Mono<Boolean> end(SignedIn who, UUID id, AuditKind kind) {
        Mono<Boolean> ended = sessions.delete(who.accountId(), id)
                .flatMap(rows -> rows == 0
                        ? Mono.just(false)
                        : recordAudit
                                .of(who.accountId(), who.does(kind).session(id))
                                .thenReturn(true));
        return transactions.inTransaction(who.accountId(), ended);
    }
}
