package org.memoro.gateway.routing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.access.Visit;
import org.memoro.gateway.account.Account;
import org.memoro.gateway.account.ReadAccount;
import org.memoro.gateway.internal.IssueInternalToken;
import org.memoro.gateway.limits.TooOften;
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
import reactor.core.publisher.Mono;

/** Sends a request on: what the browser or script showed stays here, our own word goes with it. */
@Component
class Forwarding implements GlobalFilter, Ordered {
    private static final String CSRF = "X-CSRF-Token";
    private static final String PROVIDERS = "X-Sign-In-Providers";
    private static final String NAME = "X-Account-Name";
    private static final String EMAIL = "X-Account-Email";
    /** The cookies of the pages: how they look in this browser, over https with the prefix that proves it. */
    private static final Set<String> LOOKS =
            Set.of("theme", "reading", "text-size", "__Host-theme", "__Host-reading", "__Host-text-size");

    /** As long as a closed tab may take to be noticed. */
    private static final Duration STREAM_WAIT = Duration.ofSeconds(15);

    private final IssueInternalToken issueInternalToken;
    private final SessionCookie cookie;
    private final Outage outage;
    private final ReadAccount readAccount;
    private final OpenStreams openStreams;
    private final TooOften tooOften;
    private final String providers;

    Forwarding(
            IssueInternalToken issueInternalToken,
            SessionCookie cookie,
            Outage outage,
            ReadAccount readAccount,
            OpenStreams openStreams,
            TooOften tooOften,
            SignInSettings signIn) {
        this.issueInternalToken = issueInternalToken;
        this.readAccount = readAccount;
        this.openStreams = openStreams;
        this.tooOften = tooOften;
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
        Visit listener = route.getMetadata().containsKey(RoutesConfiguration.STREAM) ? visit : null;
        if (listener != null && openStreams.areEnoughFor(listener)) {
            return tooOften.answer(exchange, STREAM_WAIT);
        }
        Mono<Void> answer = service.equals(RoutesConfiguration.PAGES) && visit != null
                ? introduced(onward, visit).flatMap(chain::filter)
                : chain.filter(onward);
        if (listener != null) {
            answer = openStreams.endWith(listener, answer);
        }
        return answer.onErrorResume(Outage::isOne, e -> outage.answer(exchange, service, e));
    }

    /** A page greets whom it is for; headers are ASCII, so names are percent-encoded (RFC 3986). */
    private Mono<ServerWebExchange> introduced(ServerWebExchange onward, Visit visit) {
        return readAccount
                .of(visit.who().accountId())
                .map(account -> onward.mutate()
                        .request(request ->
                                request.header(NAME, encoded(name(account))).header(EMAIL, encoded(account.email())))
                        .build())
                .defaultIfEmpty(onward);
    }

    private static String name(Account account) {
        return Stream.of(account.firstName(), account.lastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void replace(HttpHeaders headers, String service, @Nullable Visit visit) {
        keepCookies(
                headers, pair -> service.equals(RoutesConfiguration.PAGES) && LOOKS.contains(pair.split("=", 2)[0]));
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
        keepCookies(headers, pair -> !pair.startsWith(cookie.name() + "="));
    }

    private static void keepCookies(HttpHeaders headers, Predicate<String> wanted) {
        List<String> kept = headers.getOrEmpty(HttpHeaders.COOKIE).stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(wanted)
                .toList();
        headers.remove(HttpHeaders.COOKIE);
        if (!kept.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, String.join("; ", kept));
        }
    }
}
