package org.memoro.gateway.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.memoro.gateway.account.Account;
import org.memoro.gateway.account.ReadAccount;
import org.memoro.gateway.account.SignedIn;
import org.memoro.internaltokens.InternalTokenSigner;
import org.memoro.internaltokens.InternalTokens;
import org.memoro.internaltokens.TokenClaims;
import org.memoro.internaltokens.TokenReader;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Makes the one-minute tokens by which services know for whom they work. */
@Service
public class IssueInternalToken {
    /** Two thirds of a token's life are left to whoever gets it. */
    private static final Duration USED_AGAIN = InternalTokenSigner.LIFE.dividedBy(3);

    private static final int MOST = 5_000;

    /** A page asks several services several times, and a signature costs more than most of their answers. */
    private final Cache<TokenClaims, String> ofUsers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(USED_AGAIN).build();

    private final InternalTokenSigner signer;
    private final TokenReader pagesTokens;
    private final ReadAccount readAccount;

    IssueInternalToken(InternalTokenSigner signer, ReadAccount readAccount, Clock clock) {
        this.signer = signer;
        this.pagesTokens = TokenReader.of(signer, InternalTokens.PAGES, clock);
        this.readAccount = readAccount;
    }

    /** For a person who is waiting, and was let in just now; the same token for the same rights within some seconds. */
    public String forUser(SignedIn who, String audience) {
        UUID session = who.sessionId();
        TokenClaims claims = TokenClaims.forUser(
                who.accountId(),
                audience,
                who.zone(),
                who.enrichment(),
                who.scopes(),
                session == null ? null : session.toString());
        return ofUsers.get(claims, signer::sign);
    }

    /** For reading everything that a service has of the person who is waiting. */
    public String forExport(SignedIn who, String audience) {
        return signer.sign(
                TokenClaims.forWork(who.accountId(), audience, who.zone(), who.enrichment(), "gateway", "export"));
    }

    /** For building the search index of an account anew; empty when there is no such account. */
    public Mono<String> forRebuild(UUID accountId) {
        return readAccount
                .of(accountId)
                .map(account -> signer.sign(work("gateway", account, "search-service", "rebuild")));
    }

    /** For background work of a service on an account that exists. */
    Mono<String> forWork(String service, UUID accountId, String audience, String purpose) {
        if (!WorkAccess.allows(service, audience, purpose)) {
            return Mono.error(refused(service + " may not " + purpose + " at " + audience + "."));
        }
        return readAccount
                .of(accountId)
                .map(account -> signer.sign(work(service, account, audience, purpose)))
                .switchIfEmpty(
                        Mono.error(() -> ProblemException.of(HttpProblem.NOT_FOUND, "There is no such account.")));
    }

    /** The same person's rights for another service, for the pages. */
    Mono<String> exchange(String service, String subjectToken, String audience) {
        if (!WorkAccess.allowsExchange(service, audience)) {
            return Mono.error(refused(service + " may not exchange a token for " + audience + "."));
        }
        return pagesTokens
                .read(subjectToken)
                .onErrorMap(
                        BadJwtException.class,
                        e -> ProblemException.of(HttpProblem.NOT_SIGNED_IN, "The token is not valid, or no longer."))
                .map(caller -> signer.sign(TokenClaims.reissued(caller, audience, service)));
    }

    private static TokenClaims work(String service, Account account, String audience, String purpose) {
        return TokenClaims.forWork(
                account.id(), audience, ZoneId.of(account.timeZone()), account.enrichment(), service, purpose);
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(HttpProblem.INSUFFICIENT_SCOPE, detail);
    }
}
