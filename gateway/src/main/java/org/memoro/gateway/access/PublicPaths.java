package org.memoro.gateway.access;

import java.util.Set;
import org.springframework.web.server.ServerWebExchange;

/** Paths whose answers are the same for everybody: nobody need be known for them, and they are not counted. */
final class PublicPaths {
    private static final Set<String> FILES = Set.of(
            "/healthz", "/favicon.svg", "/favicon.ico", "/robots.txt", "/manifest.webmanifest", "/api/docs/plain.css");

    private PublicPaths() {}

    static boolean isSameForAll(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return FILES.contains(path) || path.startsWith("/static/");
    }
}
