package org.memoro.gateway.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** State, nonce and code verifier of a sign-in under way, kept by the browser that began it. */
@Component
public class SignInRequests implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String PURPOSE = "sign-in";

    private final SealedCookies cookies;

    SignInRequests(SealedCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        MultiValueMap<String, String> answer = exchange.getRequest().getQueryParams();
        String state = answer.getFirst("state");
        if (answer.containsKey("code") && answer.containsKey("error")) {
            return Mono
                    .empty(); // a provider says the one or the other; who says both hopes that we hear the better one
        }
        return Mono.justOrEmpty(cookies.read(exchange, PURPOSE))
                .map(SignInRequests::read)
                .filter(request -> Objects.equals(request.getState(), state))
                .filter(request -> isAnsweredByItsProvider(request, exchange));
    }

    /**
     * Each provider has a callback address of its own. An answer that comes to another one's is that other's, and its
     * code must not be shown to the provider this sign-in began with (RFC 9700, section 4.4).
     */
    private static boolean isAnsweredByItsProvider(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return URI.create(request.getRedirectUri())
                .getPath()
                .equals(exchange.getRequest().getPath().value());
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> cookies.put(
                exchange,
                PURPOSE,
                Map.of(
                        "uri", request.getAuthorizationUri(),
                        "client", request.getClientId(),
                        "redirect", request.getRedirectUri(),
                        "scopes", List.copyOf(request.getScopes()),
                        "state", request.getState(),
                        "parameters", request.getAdditionalParameters(),
                        "attributes", request.getAttributes())));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange).doOnNext(request -> cookies.clear(exchange, PURPOSE));
    }

    @SuppressWarnings("unchecked") // we sealed it ourselves
    private static OAuth2AuthorizationRequest read(JWTClaimsSet claims) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri((String) claims.getClaim("uri"))
                .clientId((String) claims.getClaim("client"))
                .redirectUri((String) claims.getClaim("redirect"))
                .scopes(new LinkedHashSet<>((List<String>) claims.getClaim("scopes")))
                .state((String) claims.getClaim("state"))
                .additionalParameters((Map<String, Object>) claims.getClaim("parameters"))
                .attributes(all -> all.putAll((Map<String, Object>) claims.getClaim("attributes")))
                .build();
    }
}
