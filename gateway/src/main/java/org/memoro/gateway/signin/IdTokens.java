package org.memoro.gateway.signin;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a provider's ID tokens: signed with a key it publishes, for us alone, now, about somebody with a name. */
@Component
class IdTokens implements ReactiveJwtDecoderFactory<ClientRegistration> {
    /** OpenID Connect Core, section 2: up to 255 ASCII characters. An empty one would be everybody's account. */
    private static final String SUBJECT = "[\\x20-\\x7e]{1,255}";

    private final ProviderHttp http;
    private final Clock clock;
    private final Map<String, ReactiveJwtDecoder> known = new ConcurrentHashMap<>();

    IdTokens(ProviderHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public ReactiveJwtDecoder createDecoder(ClientRegistration registration) {
        return known.computeIfAbsent(registration.getRegistrationId(), id -> decoder(registration));
    }

    private ReactiveJwtDecoder decoder(ClientRegistration registration) {
        // Only public keys: with a shared secret, whoever knows it could be anybody.
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .webClient(http.client())
                .build();
        decoder.setClaimSetConverter(new ClaimTypeConverter(types()));
        decoder.setJwtValidator(rules(registration));
        return token -> Mono.defer(() -> decoder.decode(token))
                .timeout(ProviderHttp.RESPONSE)
                .onErrorMap(e -> !(e instanceof JwtException), e -> new JwtException("No keys to check with", e));
    }

    /** The issuer stays the text it is: as a URL "HTTPS://…" would be the same, and it must match letter by letter. */
    private static Map<String, Converter<Object, ?>> types() {
        Map<String, Converter<Object, ?>> types =
                new HashMap<>(ReactiveOidcIdTokenDecoderFactory.createDefaultClaimTypeConverters());
        types.remove(JwtClaimNames.ISS);
        return types;
    }

    private OAuth2TokenValidator<Jwt> rules(ClientRegistration registration) {
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        OidcIdTokenValidator protocol = new OidcIdTokenValidator(registration);
        protocol.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                times,
                protocol,
                rule(token -> isOf(registration, token.getClaims().get(JwtClaimNames.ISS)), "It is another provider's"),
                rule(token -> List.of(registration.getClientId()).equals(token.getAudience()), "It is for others too"),
                rule(token -> hasName(token.getSubject()), "It names nobody")));
    }

    private static boolean hasName(@Nullable String subject) {
        return subject != null && subject.matches(SUBJECT);
    }

    private static boolean isOf(ClientRegistration registration, @Nullable Object issuer) {
        return Objects.equals(registration.getProviderDetails().getIssuerUri(), issuer);
    }

    private static OAuth2TokenValidator<Jwt> rule(Predicate<Jwt> holds, String otherwise) {
        OAuth2TokenValidatorResult refused =
                OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_id_token", otherwise, null));
        return token -> holds.test(token) ? OAuth2TokenValidatorResult.success() : refused;
    }
}
