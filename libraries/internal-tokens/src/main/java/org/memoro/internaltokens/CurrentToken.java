package org.memoro.internaltokens;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/** The token the running request came with, for a service that calls others in the same person's name. */
public final class CurrentToken {
    private CurrentToken() {}

    /** Empty when the request came without one. */
    public static Mono<String> value() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(CallerAuthentication.class)
                .map(CallerAuthentication::getCredentials);
    }
}
