package org.memoro.gateway.session;

import java.time.Clock;
import java.util.Objects;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.account.SignedIn;
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
    private final Clock clock;

    EndSession(Sessions sessions, SessionCookie cookie, TenantTransactions transactions, Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Ends the session whose cookie came with this request, if any. */
    public Mono<Void> shownBy(ServerWebExchange exchange) {
        OpaqueSecret secret = cookie.read(exchange);
        return secret == null
                ? Mono.empty()
                : sessions.find(secret.hash(), clock.instant()).flatMap(found -> end(found.who()));
    }

    private Mono<Void> end(SignedIn who) {
        return transactions.inTransaction(
                who.accountId(), sessions.delete(who.accountId(), Objects.requireNonNull(who.sessionId())));
    }
}
