package org.memoro.gateway.session;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Ids;
import org.memoro.gateway.GatewaySettings;
import org.memoro.gateway.OpaqueSecret;
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
    private final GatewaySettings settings;
    private final Clock clock;

    StartSession(
            Sessions sessions,
            SessionCookie cookie,
            EndSession endSession,
            TenantTransactions transactions,
            GatewaySettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.endSession = endSession;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    public Mono<Void> of(UUID accountId, String registrationId, ServerWebExchange exchange) {
        OpaqueSecret secret = OpaqueSecret.ofBits(SessionCookie.BITS);
        return endSession
                .shownBy(exchange)
                .then(transactions.inTransaction(accountId, begin(accountId, registrationId, secret, exchange)))
                .then(Mono.fromRunnable(() -> cookie.write(exchange, secret)));
    }

    private Mono<Void> begin(UUID accountId, String registrationId, OpaqueSecret secret, ServerWebExchange exchange) {
        Instant now = clock.instant();
        return sessions.deleteExpired(accountId, now)
                .then(sessions.insert(
                        accountId,
                        Ids.next(),
                        secret.hash(),
                        registrationId,
                        userAgent(exchange),
                        now,
                        now.plus(settings.idleSession()),
                        now.plus(settings.longestSession())));
    }

    private static @Nullable String userAgent(ServerWebExchange exchange) {
        String agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return agent == null ? null : agent.substring(0, Math.min(agent.length(), LONGEST_USER_AGENT));
    }
}
