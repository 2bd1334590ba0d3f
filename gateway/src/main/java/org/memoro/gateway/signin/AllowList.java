package org.memoro.gateway.signin;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Who may sign in, of all those whom a provider knows; everybody when the settings name nobody. */
@Component
class AllowList {
    private final SignInSettings settings;

    AllowList(SignInSettings settings) {
        this.settings = settings;
    }

    /** For somebody whose e-mail the provider has verified; asked at every sign-in, so that a list can get shorter. */
    boolean allows(String registrationId, OidcUser user) {
        Set<String> emails = settings.allowedEmails();
        Set<String> domains = settings.allowedDomains();
        if (emails.isEmpty() && domains.isEmpty()) {
            return true;
        }
        String email = lower(user.getEmail());
        return emails.contains(email) || domains.contains(domain(registrationId, user, email));
    }

    /** Anybody can have a Google account with an address of any domain; only `hd` says that the domain vouches for it. */
    private String domain(String registrationId, OidcUser user, String email) {
        SignInSettings.Provider provider =
                Objects.requireNonNull(settings.providers().get(registrationId));
        return provider.isGoogle() ? lower(user.getClaimAsString("hd")) : email.substring(email.lastIndexOf('@') + 1);
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
