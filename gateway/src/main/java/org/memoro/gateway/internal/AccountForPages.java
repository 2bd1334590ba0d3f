package org.memoro.gateway.internal;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.account.SignedIn;
import org.memoro.internaltokens.Caller;
import org.memoro.internaltokens.InternalTokenSigner;
import org.memoro.internaltokens.InternalTokens;
import org.memoro.internaltokens.TokenReader;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Opens the account's public operations to the pages on the internal port, with the rights of the person they show
 * themselves to: one set of shapes, codes and checks for both doors.
 */
@Component
class AccountForPages {
    static final String PREFIX = "/internal/v1/account";

    private static final String PUBLIC_PREFIX = "/api/v1/account";
    private static final String SCHEME = "Bearer ";
    /** Everything else the public API can do is nothing to the pages, or goes through the browser's own session. */
    private static final List<Door> DOORS = List.of(
            new Door("", HttpMethod.GET, HttpMethod.PATCH),
            new Door("/tokens", HttpMethod.GET, HttpMethod.POST),
            new Door("/tokens/{id}", HttpMethod.DELETE),
            new Door("/sessions", HttpMethod.GET),
            new Door("/sessions/{id}", HttpMethod.DELETE),
            new Door("/audit", HttpMethod.GET));

    private final TokenReader tokens;

    AccountForPages(InternalTokenSigner signer, Clock clock) {
        this.tokens = TokenReader.of(signer, WorkAccess.SELF, clock);
    }

    /** An address below the prefix and what may be done there. */
    private record Door(PathPattern path, List<HttpMethod> methods) {
        Door(String path, HttpMethod... methods) {
            this(PathPatternParser.defaultInstance.parse(PREFIX + path), Arrays.asList(methods));
        }

        boolean leads(ServerHttpRequest request, PathContainer asked) {
            return methods.contains(request.getMethod()) && path.matches(asked);
        }
    }

    static boolean isFor(ServerHttpRequest request) {
        return request.getPath().value().startsWith(PREFIX);
    }

    /** No bean of the type WebFilter: those are for the public port. */
    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (DOORS.stream().noneMatch(door -> door.leads(request, request.getPath()))) {
            return Problems.write(exchange, HttpProblem.NOT_FOUND, "There is nothing at this address.");
        }
        return caller(request)
                .switchIfEmpty(Mono.defer(() -> Problems.write(
                                exchange, HttpProblem.NOT_SIGNED_IN, "The token is not valid, or no longer.")
                        .then(Mono.empty())))
                .flatMap(caller -> mayDo(caller, request.getMethod())
                        ? chain.filter(asPublic(exchange))
                                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                        new PreAuthenticatedAuthenticationToken(person(caller), "", List.of())))
                        : Problems.write(exchange, HttpProblem.INSUFFICIENT_SCOPE, "This token does not allow that."));
    }

    /** Empty when no good token came with the request. */
    private Mono<Caller> caller(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header == null || !header.startsWith(SCHEME)
                ? Mono.empty()
                : tokens.read(header.substring(SCHEME.length()).strip())
                        .onErrorResume(BadJwtException.class, e -> Mono.empty());
    }

    /** A person's token that the pages exchanged, and nobody's work in the background. */
    private static boolean mayDo(Caller caller, HttpMethod method) {
        return InternalTokens.PAGES.equals(caller.actor())
                && caller.purpose() == null
                && caller.scopes().contains(method.equals(HttpMethod.GET) ? "read" : "write");
    }

    private static SignedIn person(Caller caller) {
        return new SignedIn(
                caller.accountId(),
                caller.zone(),
                caller.enrichment(),
                caller.scopes(),
                sessionId(caller.sessionId()),
                null);
    }

    private static @Nullable UUID sessionId(@Nullable String claim) {
        return claim == null ? null : UUID.fromString(claim); // signed by ourselves
    }

    private static ServerWebExchange asPublic(ServerWebExchange exchange) {
        String rest = exchange.getRequest().getURI().getRawPath().substring(PREFIX.length());
        return exchange.mutate()
                .request(request -> request.path(PUBLIC_PREFIX + rest))
                .build();
    }
}
