package org.memoro.gateway.access;

import org.jspecify.annotations.Nullable;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.account.SignedIn;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * One request of somebody who is signed in.
 *
 * @param session the browser's secret, null when a personal access token was shown
 * @param stillOpen whether the session or token is still good, asked anew at each subscription
 */
public record Visit(SignedIn who, @Nullable OpaqueSecret session, Mono<Boolean> stillOpen) {
    private static final String ATTRIBUTE = Visit.class.getName();

    /** Null when nobody is signed in. */
    public static @Nullable Visit of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }
}
