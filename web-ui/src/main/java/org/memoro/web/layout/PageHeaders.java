package org.memoro.web.layout;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Headers of every page: nothing from other hosts, no inline script or style, no copies kept, no frames around us. */
@Component
class PageHeaders implements WebFilter {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "same-origin");
            nameTheCharset(headers);
            if (headers.getCacheControl() == null) {
                headers.setCacheControl("no-store");
                headers.add(HttpHeaders.VARY, "HX-Request");
            }
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    /** Files are served by their ending alone, which says nothing of how their letters are written. */
    private static void nameTheCharset(HttpHeaders headers) {
        MediaType type = headers.getContentType();
        if (type != null && type.getCharset() == null && isText(type)) {
            headers.setContentType(new MediaType(type, StandardCharsets.UTF_8));
        }
    }

    private static boolean isText(MediaType type) {
        return type.getType().equals("text") || type.getSubtype().endsWith("+xml");
    }
}
