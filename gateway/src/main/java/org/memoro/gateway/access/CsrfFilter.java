package org.memoro.gateway.access;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.GatewaySettings;
import org.memoro.gateway.OpaqueSecret;
import org.memoro.gateway.session.SessionCookie;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.Problems;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses changes that a browser sends with our cookie but that no page of ours has asked for. */
@Component
class CsrfFilter {
    static final String HEADER = "X-CSRF-Token";
    private static final String FIELD = "_csrf=";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final String origin;

    CsrfFilter(GatewaySettings settings) {
        this.origin = settings.origin();
    }

    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Visit visit = Visit.of(exchange);
        ServerHttpRequest request = exchange.getRequest();
        OpaqueSecret session = visit == null ? null : visit.session();
        // Without a cookie there is nothing that a browser would send by itself; the local provider has its own guard.
        if (session == null
                || SAFE.contains(request.getMethod())
                || request.getPath().value().startsWith("/local-sign-in/")) {
            return chain.filter(exchange);
        }
        if (!isFromOurPages(request.getHeaders())) {
            return refuse(exchange, "The request came from another site; if this is yours, check the public address.");
        }
        OpaqueSecret expected = SessionCookie.csrfToken(session);
        String header = request.getHeaders().getFirst(HEADER);
        if (header != null || !isForm(request)) {
            return isRight(header, expected)
                    ? chain.filter(exchange)
                    : refuse(exchange, "Reload the page and try again.");
        }
        return DataBufferUtils.join(request.getBody())
                .map(CsrfFilter::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> isRight(field(body), expected)
                        ? chain.filter(exchange.mutate()
                                .request(replayed(request, body))
                                .build())
                        : refuse(exchange, "Reload the page and try again."));
    }

    /** Browsers tell where a request comes from and no page can make them lie; old ones tell less. */
    private boolean isFromOurPages(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        String from = headers.getOrigin();
        return (site == null || site.equals("same-origin")) && (from == null || from.equals(origin));
    }

    private static boolean isRight(@Nullable String token, OpaqueSecret expected) {
        return token != null && expected.matches(token);
    }

    private static boolean isForm(ServerHttpRequest request) {
        return MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                request.getHeaders().getContentType());
    }

    private static @Nullable String field(byte[] form) {
        return Arrays.stream(new String(form, StandardCharsets.UTF_8).split("&"))
                .filter(pair -> pair.startsWith(FIELD))
                .findFirst()
                .map(pair -> pair.substring(FIELD.length()))
                .orElse(null);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static ServerHttpRequest replayed(ServerHttpRequest request, byte[] body) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return body.length == 0
                        ? Flux.empty()
                        : Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
            }
        };
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, String detail) {
        return Problems.write(exchange, HttpProblem.CSRF, detail);
    }
}
