package org.memoro.gateway.access;

import org.jspecify.annotations.Nullable;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.session.ResumeSession;
import org.memoro.gateway.session.SessionCookie;
import org.memoro.gateway.token.UseToken;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds out who makes a request: by personal access token for the API, by session cookie otherwise. */
@Component
class VisitFilter {
    private static final String SCHEME = "Bearer ";

    private final ResumeSession resumeSession;
    private final UseToken useToken;
    private final SessionCookie cookie;

    VisitFilter(ResumeSession resumeSession, UseToken useToken, SessionCookie cookie) {
        this.resumeSession = resumeSession;
        this.useToken = useToken;
        this.cookie = cookie;
    }

    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return visit(exchange)
                .map(visit -> {
                    visit.attachTo(exchange);
                    return ReactiveSecurityContextHolder.withAuthentication(new AccountAuthentication(visit.who()));
                })
                .map(context -> chain.filter(exchange).contextWrite(context))
                .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                .flatMap(rest -> rest);
    }

    private Mono<Visit> visit(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (path.startsWith("/api/v1/") && authorization != null) {
            return byToken(authorization); // a wrong token is no reason to try the cookie
        }
        return path.startsWith("/static/") ? Mono.empty() : bySession(cookie.read(exchange));
    }

    private Mono<Visit> byToken(String authorization) {
        if (!authorization.startsWith(SCHEME)) {
            return Mono.empty();
        }
        String text = authorization.substring(SCHEME.length()).strip();
        return useToken.of(text).map(who -> new Visit(who, null, useToken.isOpen(text)));
    }

    private Mono<Visit> bySession(@Nullable OpaqueSecret secret) {
        return secret == null
                ? Mono.empty()
                : resumeSession.of(secret).map(who -> new Visit(who, secret, resumeSession.isOpen(secret)));
    }
}
