package org.memoro.internaltokens;

import org.jspecify.annotations.Nullable;
import org.memoro.logs.AccountHash;
import org.memoro.logs.LogFields;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Knows the caller by the token in the Authorization header; a bad token is refused even where none is needed. */
final class TokenFilter implements WebFilter {
    private static final String SCHEME = "Bearer ";

    private final TokenReader reader;
    private final AccountHash accountHash;

    TokenFilter(TokenReader reader, AccountHash accountHash) {
        this.reader = reader;
        this.accountHash = accountHash;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String token = token(exchange);
        if (token == null) {
            return chain.filter(exchange);
        }
        return reader.read(token)
                .<Outcome>map(caller -> new Known(new CallerAuthentication(caller, token)))
                .onErrorReturn(BadJwtException.class, new Refused())
                .onErrorMap(e -> !(e instanceof DependencyUnavailable), e -> new DependencyUnavailable("gateway", e))
                .flatMap(outcome -> switch (outcome) {
                    case Known known ->
                        chain.filter(exchange)
                                .contextWrite(fieldsOf(known, exchange)::in)
                                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(known.authentication()));
                    case Refused refused ->
                        Problems.write(exchange, HttpProblem.NOT_SIGNED_IN, "The token is not valid, or no longer.");
                });
    }

    private LogFields fieldsOf(Known known, ServerWebExchange exchange) {
        String account = accountHash.of(known.authentication().getPrincipal().accountId());
        return LogFields.of(exchange).withAccount(account).attachTo(exchange);
    }

    /** What became of the token; kept apart so that errors of the request itself are not taken for errors of the token. */
    private sealed interface Outcome {}

    private record Known(CallerAuthentication authentication) implements Outcome {}

    private record Refused() implements Outcome {}

    private static @Nullable String token(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(SCHEME)
                ? header.substring(SCHEME.length()).trim()
                : null;
    }
}
