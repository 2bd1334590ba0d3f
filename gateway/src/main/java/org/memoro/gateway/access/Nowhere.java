package org.memoro.gateway.access;

import java.util.List;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.Problems;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Paths that mean something inside Memoro and nothing outside, whoever asks. */
@Component
class Nowhere implements WebFilter, Ordered {
    /** Patterns rather than prefixes: they see through percent-encoded letters. */
    private static final List<PathPattern> PATTERNS = List.of(
            PathPatternParser.defaultInstance.parse("/internal/**"), PathPatternParser.defaultInstance.parse("/v3/**"));

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 40;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean isHidden = PATTERNS.stream()
                .anyMatch(pattern ->
                        pattern.matches(exchange.getRequest().getPath().pathWithinApplication()));
        return isHidden
                ? Problems.write(exchange, HttpProblem.NOT_FOUND, "There is nothing at this address.")
                : chain.filter(exchange);
    }
}
