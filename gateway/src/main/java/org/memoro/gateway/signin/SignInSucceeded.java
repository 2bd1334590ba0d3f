package org.memoro.gateway.signin;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.account.FindOrCreateAccount;
import org.memoro.gateway.account.Person;
import org.memoro.gateway.account.RefuseSignIn;
import org.memoro.gateway.session.StartSession;
import org.memoro.logs.AccountHash;
import org.memoro.logs.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns a provider's word into an account and a session; the provider's tokens are forgotten here. */
@Component
public class SignInSucceeded implements ServerAuthenticationSuccessHandler {
    private static final Logger log = LoggerFactory.getLogger(SignInSucceeded.class);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 320;
    private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    private final AllowList allowList;
    private final FindOrCreateAccount findOrCreateAccount;
    private final RefuseSignIn refuseSignIn;
    private final StartSession startSession;
    private final WantedPage wantedPage;
    private final AccountHash accountHash;

    SignInSucceeded(
            AllowList allowList,
            FindOrCreateAccount findOrCreateAccount,
            RefuseSignIn refuseSignIn,
            StartSession startSession,
            WantedPage wantedPage,
            AccountHash accountHash) {
        this.allowList = allowList;
        this.findOrCreateAccount = findOrCreateAccount;
        this.refuseSignIn = refuseSignIn;
        this.startSession = startSession;
        this.wantedPage = wantedPage;
        this.accountHash = accountHash;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange filter, Authentication authentication) {
        ServerWebExchange exchange = filter.getExchange();
        OAuth2AuthenticationToken token = (OAuth2AuthenticationToken) authentication;
        String provider = token.getAuthorizedClientRegistrationId();
        if (!(token.getPrincipal() instanceof OidcUser user)) {
            return redirect(exchange, SignInFailed.page(SignInFailed.REFUSED));
        }
        if (!hasVerifiedEmail(user)) {
            return refuse(exchange, provider, user, SignInFailed.EMAIL_NOT_VERIFIED);
        }
        if (!allowList.allows(provider, user)) {
            return refuse(exchange, provider, user, SignInFailed.NOT_ALLOWED);
        }
        return findOrCreateAccount
                .of(person(provider, user))
                .flatMap(accountId -> startSession
                        .of(accountId, provider, exchange)
                        .doOnSuccess(done -> log.info("Signed in with {}", provider))
                        .contextWrite(fieldsOf(accountId, exchange)::in))
                .then(Mono.defer(() -> redirect(exchange, wantedPage.take(exchange))));
    }

    private LogFields fieldsOf(UUID accountId, ServerWebExchange exchange) {
        return LogFields.of(exchange).withAccount(accountHash.of(accountId)).attachTo(exchange);
    }

    private Mono<Void> refuse(ServerWebExchange exchange, String provider, OidcUser user, String why) {
        log.info("Sign-in with {} refused: {}", provider, why);
        return refuseSignIn
                .of(provider, Objects.requireNonNull(user.getSubject()), why)
                .then(Mono.defer(() -> redirect(exchange, SignInFailed.page(why))));
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, URI location) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.FOUND);
        response.getHeaders().setLocation(location);
        return response.setComplete();
    }

    /** Anybody can tell a provider somebody else's address; only a verified one is a person's own. */
    private static boolean hasVerifiedEmail(OidcUser user) {
        String email = user.getEmail();
        return email != null
                && email.length() <= LONGEST_EMAIL
                && EMAIL.matcher(email).matches()
                && Boolean.TRUE.equals(user.getEmailVerified());
    }

    private static Person person(String provider, OidcUser user) {
        String given = shortened(user.getGivenName());
        String family = shortened(user.getFamilyName());
        return new Person(
                provider,
                Objects.requireNonNull(user.getSubject()),
                Objects.requireNonNull(user.getEmail()),
                given == null && family == null ? shortened(user.getFullName()) : given,
                family,
                zone(user.getZoneInfo()));
    }

    private static @Nullable String shortened(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String plain = name.strip().replace("\0", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static @Nullable ZoneId zone(@Nullable String claimed) {
        try {
            return claimed == null || !claimed.contains("/") ? null : ZoneId.of(claimed);
        } catch (DateTimeException e) {
            return null; // a provider's spelling mistake is no reason to keep somebody out
        }
    }
}
