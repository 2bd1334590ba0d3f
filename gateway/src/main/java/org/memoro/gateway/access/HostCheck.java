package org.memoro.gateway.access;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.GatewaySettings;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.Problems;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Answers under our own names only: a page of somebody else, whose name was pointed at this machine after it was
 * loaded, would otherwise read everything as if it were ours (DNS rebinding).
 *
 * <p>Ports are not compared: proxies rewrite them, and they are no part of what such a page can choose.
 */
@Component
class HostCheck implements WebFilter, Ordered {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    /** Load balancers ask a replica by its address, and learn nothing but that it serves. */
    private static final String HEALTH = "/healthz";

    private static final Pattern URI_HOST = Pattern.compile("^https?://([^/?#@:]+|\\[[^]]*])(?::\\d*)?(?:[/?#]|$)");

    private final Set<String> hosts;

    HostCheck(GatewaySettings gateway, DoorSettings door) {
        String own = gateway.publicUrl().getHost().toLowerCase(Locale.ROOT);
        Set<String> names = new HashSet<>(List.of(own));
        door.allowedHosts().forEach(host -> names.add(host.strip().toLowerCase(Locale.ROOT)));
        if (LOOPBACK.contains(own)) {
            names.addAll(LOOPBACK); // a local run: the machine's other names for itself are as good
        }
        this.hosts = Set.copyOf(names);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 25; // after the headers that every answer has
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        List<String> named = request.getHeaders().getOrEmpty(HttpHeaders.HOST);
        if (request.getPath().value().equals(HEALTH)) {
            return chain.filter(exchange);
        }
        if (named.size() > 1) {
            return Problems.write(exchange, HttpProblem.MALFORMED, "A request has one Host.");
        }
        return isOurs(request.getHeaders().getHost()) && isOurs(target(request), request.getURI())
                ? chain.filter(exchange)
                : Problems.write(exchange, HttpProblem.MISDIRECTED_REQUEST, "Nothing is served under this name here.");
    }

    /** As it stood in the request line. */
    private static String target(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.getNativeRequest(request) instanceof HttpServerRequest raw ? raw.uri() : "/";
    }

    /** A whole address in the request line goes before the Host header (RFC 9112, 3.2.2), which may say something else. */
    private boolean isOurs(String target, URI address) {
        return target.startsWith("/")
                ? isOurs(address.getHost())
                : URI_HOST.matcher(target).results().anyMatch(found -> isOurs(found.group(1)));
    }

    private boolean isOurs(@Nullable InetSocketAddress named) {
        return named != null && isOurs(named.getHostString());
    }

    private boolean isOurs(@Nullable String host) {
        return host != null && hosts.contains(bracketed(host.toLowerCase(Locale.ROOT)));
    }

    /** An IPv6 address is written in brackets in a header and in settings. */
    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
