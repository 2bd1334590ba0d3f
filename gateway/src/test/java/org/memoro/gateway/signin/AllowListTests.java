package org.memoro.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Who of all those whom a provider knows may come in. */
@Tag("security")
class AllowListTests {
    private static SignInSettings settings(Map<String, String> named) {
        Map<String, String> all = new HashMap<>(named);
        for (String provider : new String[] {"google", "work"}) {
            all.put("memoro.sign-in.providers." + provider + ".client-id", "id");
            all.put("memoro.sign-in.providers." + provider + ".client-secret", "secret");
        }
        all.put("memoro.sign-in.providers.work.issuer", "https://id.example.org");
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("memoro.sign-in", SignInSettings.class)
                .get();
    }

    private static AllowList list(String emails, String domains) {
        return new AllowList(
                settings(Map.of("memoro.sign-in.allowed-emails", emails, "memoro.sign-in.allowed-domains", domains)));
    }

    private static OidcUser user(String email, String hostedDomain) {
        OidcIdToken.Builder token = OidcIdToken.withTokenValue("t")
                .subject("s")
                .claim("email", email)
                .expiresAt(Instant.MAX);
        if (hostedDomain != null) {
            token.claim("hd", hostedDomain);
        }
        return new DefaultOidcUser(null, token.build());
    }

    @Test
    void letsEverybodyInWhenNobodyIsNamed() {
        AllowList nobodyNamed = new AllowList(settings(Map.of()));
        assertThat(nobodyNamed.allows("google", user("anyone@anywhere.example", null)))
                .isTrue();
        assertThat(list("", "").allows("work", user("anyone@anywhere.example", null)))
                .isTrue();
    }

    @Test
    void knowsNamedEmailsWithEveryProviderHoweverTheyAreWritten() {
        AllowList list = list("Ada@Example.com, grace@example.com", "");
        assertThat(list.allows("google", user("ADA@example.COM", null))).isTrue();
        assertThat(list.allows("work", user("grace@example.com", null))).isTrue();
        assertThat(list.allows("work", user("eve@example.com", null))).isFalse();
        assertThat(list.allows("work", user("ada@example.com.evil.example", null)))
                .isFalse();
    }

    @ParameterizedTest(name = "Google says {0} of hosted domain {1}: {2}")
    @CsvSource({
        "ada@example.org, example.org, true",
        "ada@example.org, EXAMPLE.org, true",
        "ada@alias.example, example.org, true",
        "ada@example.org, , false",
        "ada@example.org, evil.example, false",
        "ada@example.org, sub.example.org, false"
    })
    void believesGooglesHostedDomainAndNotTheEndOfAnEmail(String email, String hostedDomain, boolean allowed) {
        assertThat(list("", "example.org").allows("google", user(email, hostedDomain)))
                .isEqualTo(allowed);
    }

    @ParameterizedTest(name = "another provider says {0}: {1}")
    @CsvSource({
        "ada@example.org, true",
        "ada@EXAMPLE.ORG, true",
        "ada@sub.example.org, false",
        "ada@evilexample.org, false",
        "ada@example.org@evil.example, false",
        "example.org@evil.example, false"
    })
    void takesTheVerifiedEmailsDomainOfOtherProviders(String email, boolean allowed) {
        // A claim that only Google gives a meaning to changes nothing.
        assertThat(list("", "example.org").allows("work", user(email, "example.org")))
                .isEqualTo(allowed);
    }

    @Test
    void refusesToStartWithADomainThatIsNone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> settings(Map.of("memoro.sign-in.allowed-domains", "@example.org"))
                        .verify("https://m.example"))
                .withMessageContaining("allowed-domains");
    }
}
