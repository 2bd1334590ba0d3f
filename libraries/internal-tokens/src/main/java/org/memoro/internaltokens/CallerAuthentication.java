package org.memoro.internaltokens;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A verified token: the caller as principal, the token itself as credentials. */
final class CallerAuthentication extends AbstractAuthenticationToken {
    private final transient Caller caller;
    private final String token;

    CallerAuthentication(Caller caller, String token) {
        super(List.of());
        this.caller = caller;
        this.token = token;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getCredentials() {
        return token;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallerAuthentication that && that.token.equals(token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }
}
