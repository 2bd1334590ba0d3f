package org.memoro.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.memoro.gateway.GatewaySettings;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.account.SignedIn;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Who a browser's cookie belongs to, asked of the database each time: an ended session ends at once. */
@Service
public class ResumeSession {
    /** Writing on every request would cost more than knowing the second is worth. */
    private static final Duration TOUCHES = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final TenantTransactions transactions;
    private final GatewaySettings settings;
    private final Clock clock;

    ResumeSession(Sessions sessions, TenantTransactions transactions, GatewaySettings settings, Clock clock) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty when there is no such session, or no longer. */
    public Mono<SignedIn> of(OpaqueSecret secret) {
        Instant now = clock.instant();
        return sessions.find(secret.hash(), now)
                .flatMap(found -> found.lastSeenAt().plus(TOUCHES).isAfter(now)
                        ? Mono.just(found.who())
                        : touch(found.who(), now).thenReturn(found.who()));
    }

    /** Those of these sessions, by hash in hex, that still are; unlike {@link #of} this keeps none alive. */
    public Mono<Set<String>> stillOpen(Collection<String> hashes) {
        return sessions.open(hashes, clock.instant());
    }

    private Mono<Void> touch(SignedIn who, Instant now) {
        return transactions.inTransaction(
                who.accountId(),
                sessions.touch(
                        who.accountId(),
                        Objects.requireNonNull(who.sessionId()),
                        now,
                        now.plus(settings.idleSession())));
    }
}
