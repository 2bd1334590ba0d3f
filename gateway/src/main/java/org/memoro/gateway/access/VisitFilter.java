package org.memoro.gateway.access;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.memoro.gateway.ClientAddress;
import org.memoro.gateway.account.SignedIn;
import org.memoro.gateway.limits.RateLimits;
import org.memoro.gateway.limits.TooOften;
import org.memoro.gateway.session.ResumeSession;
import org.memoro.gateway.session.SessionCookie;
import org.memoro.gateway.token.UseToken;
import org.memoro.logs.AccountHash;
import org.memoro.logs.LogFields;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds out who makes a request, by personal access token or session cookie, and whether they ask too often. */
@Component
class VisitFilter {
    private final ResumeSession resumeSession;
    private final UseToken useToken;
    private final SessionCookie cookie;
    private final RateLimits limits;
    private final TooOften tooOften;
    private final AccountHash accountHash;

    VisitFilter(
            ResumeSession resumeSession,
            UseToken useToken,
            SessionCookie cookie,
            RateLimits limits,
            TooOften tooOften,
            AccountHash accountHash) {
        this.resumeSession = resumeSession;
        this.useToken = useToken;
        this.cookie = cookie;
        this.limits = limits;
        this.tooOften = tooOften;
        this.accountHash = accountHash;
    }

    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (PublicPaths.isSameForAll(exchange)) {
            return chain.filter(exchange);
        }
        ClientAddress address = ClientAddress.of(exchange);
        Credential shown = Credential.of(exchange, cookie);
        if (shown == null) {
            return within(limits.address(address), exchange, chain.filter(exchange));
        }
        Duration wait = limits.credential(address, shown.hash());
        return wait.isZero() ? look(shown, address, exchange, chain) : tooOften.answer(exchange, wait);
    }

    private Mono<Void> look(Credential shown, ClientAddress address, ServerWebExchange exchange, WebFilterChain chain) {
        return find(shown)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .doOnError(e -> limits.wasNotAnswered(address, shown.hash()))
                .doOnCancel(
                        () -> limits.wasWrong(shown.hash())) // who does not wait for the answer has asked all the same
                .flatMap(found -> found.map(who -> known(who, shown, address, exchange, chain))
                        .orElseGet(() -> unknown(shown, address, exchange, chain)));
    }

    private Mono<SignedIn> find(Credential shown) {
        return shown.isToken() ? useToken.of(shown.secret().text()) : resumeSession.of(shown.secret());
    }

    private Mono<Void> known(
            SignedIn who, Credential shown, ClientAddress address, ServerWebExchange exchange, WebFilterChain chain) {
        limits.wasGood(address, shown.hash());
        String credential = HexFormat.of().formatHex(shown.hash());
        new Visit(who, shown.isToken() ? null : shown.secret(), credential).attachTo(exchange);
        LogFields fields = LogFields.of(exchange)
                .withAccount(accountHash.of(who.accountId()))
                .attachTo(exchange);
        Mono<Void> rest = chain.filter(exchange)
                .contextWrite(fields::in)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(new AccountAuthentication(who)));
        return within(limits.account(who.accountId()), exchange, rest);
    }

    private Mono<Void> unknown(
            Credential shown, ClientAddress address, ServerWebExchange exchange, WebFilterChain chain) {
        limits.wasWrong(shown.hash());
        return within(limits.address(address), exchange, chain.filter(exchange));
    }

    private Mono<Void> within(Duration wait, ServerWebExchange exchange, Mono<Void> rest) {
        return wait.isZero() ? rest : tooOften.answer(exchange, wait);
    }
}
