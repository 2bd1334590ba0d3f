package org.memoro.gateway.session;

import java.time.Clock;
import java.util.Objects;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.account.SignedIn;
import org.memoro.gateway.audit.AuditKind;
import org.memoro.gateway.audit.RecordAudit;
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
        Mono<Void> ended = sessions.delete(who.accountId(), Objects.requireNonNull(who.sessionId()))
                .filter(rows -> rows > 0) // a second click on the same button ends nothing
                .flatMap(rows -> recordAudit.of(who.accountId(), who.does(kind)));
        return transactions.inTransaction(who.accountId(), ended);
    }
}
