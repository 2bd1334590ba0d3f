package org.memoro.gateway.limits;

import java.time.Duration;
import java.util.List;
import org.memoro.gateway.ClientAddress;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Lets nobody begin or end more sign-ins than a person could. */
@Component
class SignInLimit implements WebFilter, Ordered {
    private static final List<PathPattern> PATTERNS = List.of(
            PathPatternParser.defaultInstance.parse("/oauth2/authorization/**"),
            PathPatternParser.defaultInstance.parse("/login/oauth2/code/**"));

    private final RateLimits limits;
    private final TooOften tooOften;

    SignInLimit(RateLimits limits, TooOften tooOften) {
        this.limits = limits;
        this.tooOften = tooOften;
    }

    @Override
    public int getOrder() {
        return -300; // before the sign-in itself, at -200 and -100
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        if (PATTERNS.stream().noneMatch(pattern -> pattern.matches(path))) {
            return chain.filter(exchange);
        }
        Duration wait = limits.signIn(ClientAddress.of(exchange));
        return wait.isZero() ? chain.filter(exchange) : tooOften.answer(exchange, wait);
    }
}
