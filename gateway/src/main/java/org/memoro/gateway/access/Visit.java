package org.memoro.gateway.access;

import org.jspecify.annotations.Nullable;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.account.SignedIn;
import org.springframework.web.server.ServerWebExchange;

/**
 * One request of somebody who is signed in.
 *
 * @param session the browser's secret, null when a personal access token was shown
 * @param credential the hash of what was shown, by which it can be asked for again
 */
public record Visit(SignedIn who, @Nullable OpaqueSecret session, String credential) {
    private static final String ATTRIBUTE = Visit.class.getName();

    /** Null when nobody is signed in. */
    public static @Nullable Visit of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }
}
