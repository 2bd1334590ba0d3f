package org.memoro.gateway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.account.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody whose session or token was good a moment ago. */
final class AccountAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient SignedIn who;

    AccountAuthentication(SignedIn who) {
        super(List.of());
        this.who = who;
        setAuthenticated(true);
    }

    @Override
    public SignedIn getPrincipal() {
        return who;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return who.accountId().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountAuthentication that && that.who.equals(who);
    }

    @Override
    public int hashCode() {
        return who.hashCode();
    }
}
