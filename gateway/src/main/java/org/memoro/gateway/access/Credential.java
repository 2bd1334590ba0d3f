package org.memoro.gateway.access;

import org.jspecify.annotations.Nullable;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.session.SessionCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a request shows to say who makes it.
 *
 * @param isToken whether it is a personal access token rather than a browser's session
 * @param hash what we know it by; says nothing about the secret
 */
record Credential(OpaqueSecret secret, boolean isToken, byte[] hash) {
    private static final String SCHEME = "Bearer ";

    /** Null when there is none; a wrong token is no reason to try the cookie. */
    static @Nullable Credential of(ServerWebExchange exchange, SessionCookie cookie) {
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null && exchange.getRequest().getPath().value().startsWith("/api/v1/")) {
            // Another scheme is a wrong token too.
            return of(
                    new OpaqueSecret(
                            authorization.startsWith(SCHEME)
                                    ? authorization.substring(SCHEME.length()).strip()
                                    : ""),
                    true);
        }
        OpaqueSecret session = cookie.read(exchange);
        return session == null ? null : of(session, false);
    }

    private static Credential of(OpaqueSecret secret, boolean isToken) {
        return new Credential(secret, isToken, secret.hash());
    }
}
