package org.memoro.gateway.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.account.SignedIn;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Whose personal access token this is, asked of the database each time: a revoked one is refused at once. */
@Service
public class UseToken {
    private static final Duration TOUCHES = Duration.ofMinutes(1);

    private final PersonalTokens tokens;
    private final TenantTransactions transactions;
    private final Clock clock;

    UseToken(PersonalTokens tokens, TenantTransactions transactions, Clock clock) {
        this.tokens = tokens;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Empty when there is no such token, or no longer. */
    public Mono<SignedIn> of(String text) {
        if (!text.startsWith(IssueToken.PREFIX)) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        return tokens.find(new OpaqueSecret(text).hash(), now)
                .flatMap(found -> noteUse(found, now).thenReturn(found.who()));
    }

    /** Those of these tokens, by hash in hex, that still are good; unlike {@link #of} this does not count as use. */
    public Mono<Set<String>> stillOpen(Collection<String> hashes) {
        return tokens.open(hashes, clock.instant());
    }

    private Mono<Void> noteUse(PersonalTokens.Found found, Instant now) {
        Instant before = found.lastUsedAt();
        if (before != null && before.plus(TOUCHES).isAfter(now)) {
            return Mono.empty();
        }
        SignedIn who = found.who();
        return transactions.inTransaction(
                who.accountId(), tokens.touch(who.accountId(), Objects.requireNonNull(who.tokenId()), now));
    }
}
