package org.memoro.gateway.access;

import java.net.URI;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.memoro.gateway.GatewaySettings;
import org.memoro.gateway.signin.SignInSettings;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Tells browsers what our pages never do, on every answer, whatever a service behind us says. */
@Component
class SecurityHeaders implements WebFilter, Ordered {
    /** Trusted Types: text becomes HTML only through the policy of the pages' trusted-types.js, and never a script. */
    private static final String POLICY =
            "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                    + " require-trusted-types-for 'script'; trusted-types default;"
                    + " form-action 'self'";

    private static final String ONE_YEAR = "max-age=31536000";

    private final boolean https;
    private final String strictTransport;
    private final String signInPolicy;

    SecurityHeaders(GatewaySettings gateway, SignInSettings signIn, DoorSettings door) {
        this.https = gateway.isHttps();
        this.strictTransport = door.hstsSubDomains() ? ONE_YEAR + "; includeSubDomains" : ONE_YEAR;
        // Browsers hold a form's redirects to form-action too, and the sign-in button ends at the provider.
        String providers = origins(signIn.providers().values(), gateway.origin());
        this.signInPolicy = providers.isEmpty() ? POLICY : POLICY + " " + providers;
    }

    private static String origins(Collection<SignInSettings.Provider> providers, String own) {
        return providers.stream()
                .map(provider -> provider.authorizationUri() == null ? provider.issuer() : provider.authorizationUri())
                .filter(Objects::nonNull)
                .map(URI::create)
                .map(uri -> uri.getScheme() + "://" + uri.getAuthority())
                .filter(origin -> !origin.equals(own))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        exchange.getResponse().beforeCommit(() -> {
            set(exchange.getResponse().getHeaders(), path);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void set(HttpHeaders headers, String path) {
        headers.set("Content-Security-Policy", path.equals("/sign-in") ? signInPolicy : POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        // Not no-referrer: that would make browsers send "Origin: null" with our own forms.
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (https) {
            headers.set("Strict-Transport-Security", strictTransport);
        }
        boolean isPublic = path.startsWith("/static/") || path.startsWith("/favicon");
        if (!isPublic || headers.getCacheControl() == null) {
            headers.setCacheControl("no-store");
        }
        headers.remove(HttpHeaders.SERVER);
        headers.remove("X-Powered-By");
        headers.remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN); // nothing of ours is for other sites' scripts
    }
}
