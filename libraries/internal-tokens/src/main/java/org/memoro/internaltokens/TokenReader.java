package org.memoro.internaltokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accepts only tokens that our gateway signed, a minute ago at most, for exactly one audience. */
public final class TokenReader {
    /** Clocks of machines in one cluster differ by less; more would stretch the minute. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    /** A service hears from a few neighbours about some accounts at a time; the rest is verified again. */
    private static final int KEPT = 5_000;

    private final NimbusReactiveJwtDecoder decoder;
    private final Clock clock;
    /** What was verified is what it was until it expires, and a signature costs more than most requests behind it. */
    private final Cache<String, Caller> verified;

    private final boolean remembers;

    TokenReader(Function<SignedJWT, Flux<JWK>> keys, String audience, Clock clock) {
        this(keys, audience, clock, true);
    }

    private TokenReader(Function<SignedJWT, Flux<JWK>> keys, String audience, Clock clock, boolean remembers) {
        this.remembers = remembers;
        this.verified = Caffeine.newBuilder()
                .maximumSize(KEPT)
                // Not longer than the token itself: of an account that is gone nothing is left after a minute.
                .expireAfter(Expiry.<String, Caller>creating(
                        (token, caller) -> Duration.between(clock.instant(), caller.expiresAt())))
                .build();
        this.clock = clock;
        this.decoder = NimbusReactiveJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(rules(audience, clock));
    }

    /**
     * Reads the tokens of a signer in the same process, as the token exchange does. Each is verified every time: with its key
     * a token is gone at once.
     */
    public static TokenReader of(InternalTokenSigner signer, String audience, Clock clock) {
        return new TokenReader(token -> Flux.fromIterable(signer.publicKeys().getKeys()), audience, clock, false);
    }

    /** The caller, or a {@link BadJwtException} for whatever is wrong with the token. */
    public Mono<Caller> read(String token) {
        return Mono.fromSupplier(() -> verified.getIfPresent(token))
                .filter(caller -> clock.instant().isBefore(caller.expiresAt()))
                .switchIfEmpty(Mono.defer(() -> decoder.decode(token))
                        .map(TokenReader::caller)
                        .doOnNext(caller -> remember(token, caller)));
    }

    private void remember(String token, Caller caller) {
        if (remembers && clock.instant().isBefore(caller.expiresAt())) {
            verified.put(token, caller);
        }
    }

    private static OAuth2TokenValidator<Jwt> rules(String audience, Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                times,
                new JwtIssuerValidator(ClaimNames.ISSUER),
                rule(token -> List.of(audience).equals(token.getAudience()), "It is for another service"),
                rule(token -> token.getId() != null, "It has no id"),
                rule(token -> livesAMinuteAtMost(token, clock.instant()), "It lives too long")));
    }

    private static boolean livesAMinuteAtMost(Jwt token, Instant now) {
        Instant issued = token.getIssuedAt();
        Instant expires = token.getExpiresAt();
        return issued != null
                && expires != null
                && !issued.isAfter(now.plus(SKEW))
                && !expires.isAfter(issued.plus(InternalTokenSigner.LIFE));
    }

    private static OAuth2TokenValidator<Jwt> rule(Function<Jwt, Boolean> holds, String otherwise) {
        OAuth2TokenValidatorResult refused =
                OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, null));
        return token -> holds.apply(token) ? OAuth2TokenValidatorResult.success() : refused;
    }

    private static Caller caller(Jwt token) {
        try {
            return new Caller(
                    UUID.fromString(needed(token.getSubject())),
                    ZoneId.of(needed(token.getClaimAsString(ClaimNames.ZONE))),
                    EnrichmentMode.of(needed(token.getClaimAsString(ClaimNames.ENRICHMENT))),
                    scopes(needed(token.getClaimAsString(ClaimNames.SCOPE))),
                    token.getClaimAsString(ClaimNames.ACTOR),
                    token.getClaimAsString(ClaimNames.PURPOSE),
                    token.getClaimAsString(ClaimNames.SESSION),
                    needed(token.getExpiresAt()));
        } catch (RuntimeException e) {
            throw new BadJwtException("A claim is missing or unreadable", e);
        }
    }

    private static <T> T needed(@Nullable T claim) {
        return Objects.requireNonNull(claim);
    }

    private static Set<String> scopes(String claim) {
        return Arrays.stream(claim.split(" "))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
