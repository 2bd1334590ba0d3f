package org.memoro.gateway.routing;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.access.Visit;
import org.memoro.gateway.internal.IssueInternalToken;
import org.memoro.gateway.session.SessionCookie;
import org.memoro.gateway.signin.SignInSettings;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends a request on: what the browser or script showed stays here, our own word goes with it. */
@Component
class Forwarding implements GlobalFilter, Ordered {
    private static final String CSRF = "X-CSRF-Token";
    private static final String PROVIDERS = "X-Sign-In-Providers";
    /** How soon an open stream notices that its session or token has ended. */
    private static final Duration WATCH = Duration.ofSeconds(10);

    private final IssueInternalToken issueInternalToken;
    private final SessionCookie cookie;
    private final Outage outage;
    private final String providers;

    Forwarding(IssueInternalToken issueInternalToken, SessionCookie cookie, Outage outage, SignInSettings signIn) {
        this.issueInternalToken = issueInternalToken;
        this.cookie = cookie;
        this.outage = outage;
        this.providers = String.join(",", signIn.ids());
    }

    @Override
    public int getOrder() {
        return -10; // around the filter at -1 that writes the answer, so that its faults are seen here too
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = Objects.requireNonNull(exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR));
        String service = (String) Objects.requireNonNull(route.getMetadata().get(RoutesConfiguration.SERVICE));
        Visit visit = Visit.of(exchange);
        ServerWebExchange onward = exchange.mutate()
                .request(request -> request.headers(headers -> {
                    if (service.equals(RoutesConfiguration.LOCAL_SIGN_IN)) {
                        keepForeignCookies(headers);
                    } else {
                        replace(headers, service, visit);
                    }
                }))
                .build();
        Mono<Void> answer = chain.filter(onward);
        if (visit != null && route.getMetadata().containsKey(RoutesConfiguration.STREAM)) {
            answer = answer.takeUntilOther(ended(visit));
        }
        return answer.onErrorResume(Outage::isOne, e -> outage.answer(exchange, service, e));
    }

    private void replace(HttpHeaders headers, String service, @Nullable Visit visit) {
        headers.remove(HttpHeaders.COOKIE);
        headers.remove(HttpHeaders.AUTHORIZATION);
        headers.remove(CSRF);
        if (visit != null) {
            headers.setBearerAuth(issueInternalToken.forUser(visit.who(), service));
        }
        if (service.equals(RoutesConfiguration.PAGES)) {
            headers.set(PROVIDERS, providers);
            OpaqueSecret session = visit == null ? null : visit.session();
            if (session != null) {
                headers.set(CSRF, SessionCookie.csrfToken(session).text());
            }
        }
    }

    /** The built-in provider is a site of its own behind our address: its cookies are its own, ours is not. */
    private void keepForeignCookies(HttpHeaders headers) {
        headers.remove(HttpHeaders.AUTHORIZATION);
        List<String> kept = headers.getOrEmpty(HttpHeaders.COOKIE).stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(pair -> !pair.startsWith(cookie.name() + "="))
                .toList();
        headers.remove(HttpHeaders.COOKIE);
        if (!kept.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, String.join("; ", kept));
        }
    }

    private static Mono<Boolean> ended(Visit visit) {
        return Flux.interval(WATCH)
                .onBackpressureDrop()
                .concatMap(tick -> visit.stillOpen().onErrorReturn(true), 1)
                .filter(open -> !open)
                .next();
    }
}
