package org.memoro.gateway.signin;

import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends whoever could not sign in back to the sign-in page, which says why in its own words. */
@Component
public class SignInFailed implements ServerAuthenticationFailureHandler {
    static final String PROVIDER_UNAVAILABLE = "provider_unavailable";
    static final String EMAIL_NOT_VERIFIED = "email-not-verified";
    static final String NOT_ALLOWED = "not-allowed";
    private static final Logger log = LoggerFactory.getLogger(SignInFailed.class);
    static final String REFUSED = "refused";
    /** The page gets our words only: a provider's error text could say anything. */
    private static final Map<String, String> SLUGS = Map.of(
            "access_denied",
            "cancelled",
            "authorization_request_not_found",
            "expired",
            "client_registration_not_found",
            "unknown-provider",
            "temporarily_unavailable",
            "unavailable",
            PROVIDER_UNAVAILABLE,
            "unavailable");

    /** The sign-in page, saying what went wrong. */
    public static URI page(String slug) {
        return URI.create("/sign-in?error=" + slug);
    }

    @Override
    public Mono<Void> onAuthenticationFailure(WebFilterExchange filter, AuthenticationException failure) {
        String slug = slug(failure);
        log.info("Sign-in failed: {}", slug, REFUSED.equals(slug) ? failure : null);
        ServerHttpResponse response = filter.getExchange().getResponse();
        response.setStatusCode(HttpStatus.FOUND);
        response.getHeaders().setLocation(page(slug));
        return response.setComplete();
    }

    static String slug(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException refused
                ? SLUGS.getOrDefault(refused.getError().getErrorCode(), REFUSED)
                : REFUSED;
    }
}
