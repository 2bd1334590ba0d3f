package org.memoro.gateway.signin;

import java.net.URI;
import org.memoro.gateway.GatewaySettings;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Begins a sign-in at the public address only: its cookies belong to that host, and the provider sends people back
 * there, so under any other name of this machine the sign-in could not end.
 */
@Component
class SignInStart implements WebFilter, Ordered {
    private static final String PATH = "/oauth2/authorization/";
    private static final URI SIGN_IN = URI.create("/sign-in");

    private final SignInSettings settings;
    private final URI publicUrl;
    private final String origin;

    SignInStart(SignInSettings settings, GatewaySettings gateway) {
        this.settings = settings;
        this.publicUrl = gateway.publicUrl();
        this.origin = gateway.origin();
    }

    @Override
    public int getOrder() {
        return -200; // before Spring Security at -100, which answers this path
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (!path.startsWith(PATH)) {
            return chain.filter(exchange);
        }
        String provider = path.substring(PATH.length());
        if (!settings.ids().contains(provider)) {
            return redirect(exchange, SignInFailed.page("unknown-provider"));
        }
        if (isAskedByAnotherSite(exchange.getRequest())) {
            return redirect(exchange, SIGN_IN);
        }
        if (!publicUrl.getAuthority().equals(exchange.getRequest().getURI().getAuthority())) {
            return redirect(exchange, URI.create(origin + PATH + provider));
        }
        return chain.filter(exchange)
                .onErrorResume(
                        AuthenticationException.class,
                        e -> redirect(exchange, SignInFailed.page(SignInFailed.slug(e))));
    }

    /** Who is signed in at the provider would be signed in here by any page they look at; the button is theirs to press. */
    private static boolean isAskedByAnotherSite(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        return "cross-site".equals(site) || "same-site".equals(site);
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, URI location) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.FOUND);
        response.getHeaders().setLocation(location);
        return response.setComplete();
    }
}
