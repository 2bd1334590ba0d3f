package org.memoro.gateway.session;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Ids;
import org.memoro.gateway.GatewaySettings;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.audit.AuditKind;
import org.memoro.gateway.audit.AuditLine;
import org.memoro.gateway.audit.RecordAudit;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signs a browser in with a new secret, whatever it showed before, and forgets the account's sessions that are over. */
@Service
public class StartSession {
    private static final int LONGEST_USER_AGENT = 300;

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final EndSession endSession;
    private final TenantTransactions transactions;
    private final RecordAudit recordAudit;
    private final GatewaySettings settings;
    private final Clock clock;

    StartSession(
            Sessions sessions,
            SessionCookie cookie,
            EndSession endSession,
            TenantTransactions transactions,
            RecordAudit recordAudit,
            GatewaySettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.endSession = endSession;
        this.transactions = transactions;
        this.recordAudit = recordAudit;
        this.settings = settings;
        this.clock = clock;
    }

    public Mono<Void> of(UUID accountId, String registrationId, ServerWebExchange exchange) {
        OpaqueSecret secret = OpaqueSecret.ofBits(SessionCookie.BITS);
        return endSession
                .shownBy(exchange, AuditKind.SESSION_ENDED)
                .then(transactions.inTransaction(accountId, begin(accountId, registrationId, secret, exchange)))
                .then(Mono.fromRunnable(() -> cookie.write(exchange, secret)));
    }

    private Mono<Void> begin(UUID accountId, String registrationId, OpaqueSecret secret, ServerWebExchange exchange) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        String agent = userAgent(exchange);
        return sessions.deleteExpired(accountId, now)
                .then(sessions.insert(
                        accountId,
                        id,
                        secret.hash(),
                        registrationId,
                        agent,
                        now,
                        now.plus(settings.idleSession()),
                        now.plus(settings.longestSession())))
                .then(recordAudit.of(
                        accountId, AuditLine.of(AuditKind.SIGNED_IN).session(id).browser(agent)));
    }

    private static @Nullable String userAgent(ServerWebExchange exchange) {
        String agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return agent == null ? null : agent.substring(0, Math.min(agent.length(), LONGEST_USER_AGENT));
    }
}
