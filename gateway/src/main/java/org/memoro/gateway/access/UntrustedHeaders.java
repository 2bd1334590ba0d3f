package org.memoro.gateway.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Takes away what a client may not say about itself, before anything of ours could believe it. */
@Component
class UntrustedHeaders implements WebFilter, Ordered {
    private static final List<String> PREFIXES =
            List.of("x-user", "x-auth", "x-account", "x-remote-", "x-forwarded", "x-memoro");
    private static final Set<String> NAMES = Set.of(
            "forwarded",
            "remote-user",
            "x-real-ip",
            "x-client-ip",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-sign-in-providers");

    private final TrustedProxies proxies;

    UntrustedHeaders(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        proxies.addressOf(exchange.getRequest()).attachTo(exchange);
        List<String> untrusted = exchange.getRequest().getHeaders().headerNames().stream()
                .filter(UntrustedHeaders::isUntrusted)
                .toList();
        return untrusted.isEmpty()
                ? chain.filter(exchange)
                : chain.filter(exchange.mutate()
                        .request(request -> request.headers(headers -> untrusted.forEach(headers::remove)))
                        .build());
    }

    private static boolean isUntrusted(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
