package org.memoro.internaltokens;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/** Internal routes open to listed actors only, all others to people only, within their scopes. */
final class AccessRules implements ReactiveAuthorizationManager<AuthorizationContext> {
    private static final String INTERNAL = "/internal/";

    private final ActorAccess actorAccess;

    AccessRules(ActorAccess actorAccess) {
        this.actorAccess = actorAccess;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        ServerHttpRequest request = context.getExchange().getRequest();
        return authentication
                .ofType(CallerAuthentication.class)
                .map(verified -> allows(verified.getPrincipal(), request))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }

    private boolean allows(Caller caller, ServerHttpRequest request) {
        if (request.getPath().pathWithinApplication().value().startsWith(INTERNAL)) {
            return actorAccess.allows(
                    caller, request.getMethod(), request.getPath().pathWithinApplication());
        }
        return caller.isUser() && caller.scopes().contains(scopeFor(request.getMethod()));
    }

    private static String scopeFor(HttpMethod method) {
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        return reads ? "read" : "write";
    }
}
