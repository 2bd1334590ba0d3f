package org.memoro.local.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes every browser that asks for a sign-in as the local user. */
final class LocalUserFilter extends OncePerRequestFilter {
    private final String subject;

    LocalUserFilter(String subject) {
        this.subject = subject;
    }

    /** Only a browser is the user; the token endpoint must still see the gateway's own credential. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().equals("/oauth2/authorize");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                subject, null, List.of(FactorGrantedAuthority.fromAuthority("FACTOR_PRESENCE"))));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
