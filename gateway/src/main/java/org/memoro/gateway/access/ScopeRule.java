package org.memoro.gateway.access;

import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/** Reading needs the scope to read, everything else the scope to write. */
final class ScopeRule implements ReactiveAuthorizationManager<AuthorizationContext> {
    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        HttpMethod method = context.getExchange().getRequest().getMethod();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        return authentication
                .ofType(AccountAuthentication.class)
                .map(known -> known.getPrincipal().scopes().contains(reads ? "read" : "write"))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }
}
