package org.memoro.internaltokens;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** The account id, as code that knows only the principal's name expects. */
    @Override
    public String getName() {
        return caller.accountId().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && that.token.equals(token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }
}
