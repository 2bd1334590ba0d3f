package org.memoro.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memoro.gateway.GatewaySettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.web.reactive.function.client.WebClient;

/** Whom one can sign in with, by the settings; this bean fails and with it the start. */
class SignInProvidersTests {
    private static final String ROOT = "memoro.sign-in.providers.";

    private static SignInProviders providers(Map<String, String> settings) {
        SignInSettings signIn = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("memoro.sign-in", SignInSettings.class);
        GatewaySettings gateway = new GatewaySettings(
                URI.create("https://memoro.example.org"),
                0,
                null,
                null,
                Map.of(),
                Duration.ofDays(7),
                Duration.ofDays(30),
                ZoneId.of("UTC"));
        return new SignInProviders(signIn, gateway, new ProviderHttp(WebClient.builder()));
    }

    @Test
    void refusesToStartWhenNobodyCouldSignInAndNamesWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> providers(Map.of()))
                .withMessageContaining("memoro.sign-in.providers.google.client-id")
                .withMessageContaining("https://memoro.example.org/login/oauth2/code/<name>");
        assertThatIllegalStateException()
                .isThrownBy(() -> providers(Map.of(ROOT + "google.client-id", "id")))
                .withMessage("memoro.sign-in.providers.google.client-secret is not set");
        assertThatIllegalStateException()
                .isThrownBy(() -> providers(Map.of(ROOT + "work.client-id", "id", ROOT + "work.client-secret", "s")))
                .withMessage("memoro.sign-in.providers.work.issuer is not set");
    }

    @Test
    void asksNobodyWhenTheEndpointsAreNamed() {
        ClientRegistration local = providers(Map.of(
                        ROOT + "local.issuer", "https://memoro.example.org/local-sign-in",
                        ROOT + "local.client-id", "memoro",
                        ROOT + "local.client-secret", "s",
                        ROOT + "local.authorization-uri", "https://memoro.example.org/local-sign-in/oauth2/authorize",
                        ROOT + "local.token-uri", "http://127.0.0.1:1/local-sign-in/oauth2/token",
                        ROOT + "local.jwk-set-uri", "http://127.0.0.1:1/local-sign-in/oauth2/jwks"))
                .findByRegistrationId("local")
                .block();
        assertThat(local.getRedirectUri()).isEqualTo("https://memoro.example.org/login/oauth2/code/local");
        assertThat(local.getScopes()).containsExactlyInAnyOrder("openid", "email", "profile");
        assertThat(local.getProviderDetails().getIssuerUri()).isEqualTo("https://memoro.example.org/local-sign-in");
    }

    @Test
    void knowsGooglesAddressAndNoTokenOfItsSettings() {
        SignInSettings settings = new Binder(new MapConfigurationPropertySource(
                        Map.of(ROOT + "google.client-id", "id", ROOT + "google.client-secret", "very-secret")))
                .bindOrCreate("memoro.sign-in", SignInSettings.class);
        assertThat(settings.providers().get("google").issuer()).isEqualTo("https://accounts.google.com");
        assertThat(settings.toString()).doesNotContain("very-secret");
    }
}
