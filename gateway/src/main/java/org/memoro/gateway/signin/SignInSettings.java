package org.memoro.gateway.signin;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who people can sign in with.
 *
 * @param providers by registration id, the name in the callback address
 * @param local the provider that is part of a local run; unset everywhere else
 * @param allowedEmails these may sign in; with no e-mail and no domain named, everybody whom a provider knows
 * @param allowedDomains whoever belongs to these may sign in; for Google that is the hosted domain, not the e-mail's end
 */
@ConfigurationProperties("memoro.sign-in")
public record SignInSettings(
        @DefaultValue Map<String, Provider> providers,
        @DefaultValue Local local,
        @DefaultValue Set<String> allowedEmails,
        @DefaultValue Set<String> allowedDomains) {
    /**
     * One OpenID Connect provider. With an issuer alone the rest is asked of it at the first sign-in, so that a
     * provider that is down does not keep the gateway from starting.
     */
    public record Provider(
            @Nullable String issuer,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String authorizationUri,
            @Nullable String tokenUri,
            @Nullable String jwkSetUri) {
        private static final String GOOGLE = "https://accounts.google.com";

        Provider withIssuer(String id) {
            return issuer == null && id.equals("google")
                    ? new Provider(GOOGLE, clientId, clientSecret, authorizationUri, tokenUri, jwkSetUri)
                    : this;
        }

        boolean isGoogle() {
            return GOOGLE.equals(issuer);
        }

        @Override
        public String toString() {
            return "Provider[" + issuer + "]"; // no secret
        }
    }

    /** @param url where the provider of a local run listens, on the loopback address */
    public record Local(@Nullable URI url) {}

    public SignInSettings {
        Map<String, Provider> complete = new LinkedHashMap<>();
        providers.forEach((id, provider) -> complete.put(id, provider.withIssuer(id)));
        providers = Map.copyOf(complete);
        allowedEmails = lower(allowedEmails);
        allowedDomains = lower(allowedDomains);
    }

    private static Set<String> lower(Set<String> texts) {
        return texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses settings with which nobody could sign in, naming what is missing. */
    void verify(String origin) {
        if (providers.isEmpty()) {
            throw new IllegalStateException("Nobody could sign in: set memoro.sign-in.providers.google.client-id and"
                    + " .client-secret, or memoro.sign-in.providers.<name>.issuer, .client-id and .client-secret of any"
                    + " OpenID Connect provider. The redirect address to register there is " + origin
                    + "/login/oauth2/code/<name>.");
        }
        allowedDomains.forEach(domain -> {
            if (!domain.matches("[a-z0-9.-]+")) {
                throw new IllegalStateException(
                        "memoro.sign-in.allowed-domains: " + domain + " is no domain such as example.org");
            }
        });
        providers.forEach((id, provider) -> {
            require(id, "issuer", provider.issuer());
            require(id, "client-id", provider.clientId());
            require(id, "client-secret", provider.clientSecret());
            if (!id.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalStateException("memoro.sign-in.providers." + id + ": the name may have small letters,"
                        + " digits and hyphens, up to 40");
            }
        });
    }

    private static void require(String id, String setting, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("memoro.sign-in.providers." + id + "." + setting + " is not set");
        }
    }

    /** The ids, in an order that does not change. */
    public Set<String> ids() {
        return new TreeSet<>(providers.keySet());
    }
}
