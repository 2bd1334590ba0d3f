package org.memoro.gateway.signin;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.memoro.gateway.GatewaySettings;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The configured providers, each asked for its endpoints when it is first needed. */
@Component
class SignInProviders implements ReactiveClientRegistrationRepository {
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final SignInSettings settings;
    private final String origin;
    private final WebClient http;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    SignInProviders(SignInSettings settings, GatewaySettings gateway, ProviderHttp http) {
        settings.verify(gateway.origin());
        this.settings = settings;
        this.origin = gateway.origin();
        this.http = http.client();
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        SignInSettings.Provider provider = settings.providers().get(id);
        if (provider == null) {
            return Mono.empty();
        }
        return Mono.justOrEmpty(known.get(id))
                .switchIfEmpty(Mono.defer(() -> endpoints(provider))
                        .map(endpoints -> registration(id, provider, endpoints))
                        .doOnNext(registration -> known.put(id, registration)));
    }

    private Mono<ClientRegistration.Builder> endpoints(SignInSettings.Provider provider) {
        String authorization = provider.authorizationUri();
        String token = provider.tokenUri();
        String keys = provider.jwkSetUri();
        if (authorization == null || token == null || keys == null) {
            return discover(Objects.requireNonNull(provider.issuer()));
        }
        return Mono.fromSupplier(() -> ClientRegistration.withRegistrationId("named")
                .issuerUri(provider.issuer())
                .authorizationUri(authorization)
                .tokenUri(token)
                .jwkSetUri(keys));
    }

    private Mono<ClientRegistration.Builder> discover(String issuer) {
        String address = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
        return http.get()
                .uri(address)
                .retrieve()
                .bodyToMono(DOCUMENT)
                .filter(document -> issuer.equals(document.get("issuer")))
                .map(ClientRegistrations::fromOidcConfiguration)
                .onErrorMap(SignInProviders::unavailable)
                .switchIfEmpty(
                        Mono.error(() -> unavailable(new IllegalStateException(issuer + " calls itself otherwise"))));
    }

    private static OAuth2AuthenticationException unavailable(Throwable cause) {
        return new OAuth2AuthenticationException(new OAuth2Error(SignInFailed.PROVIDER_UNAVAILABLE), cause);
    }

    private ClientRegistration registration(
            String id, SignInSettings.Provider provider, ClientRegistration.Builder endpoints) {
        return endpoints
                .registrationId(id)
                .clientName(id)
                .clientId(Objects.requireNonNull(provider.clientId()))
                .clientSecret(Objects.requireNonNull(provider.clientSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                // From the settings: the Host header of a request may be anybody's.
                .redirectUri(origin + "/login/oauth2/code/" + id)
                .scope("openid", "email", "profile")
                .userNameAttributeName("sub")
                .build();
    }
}
