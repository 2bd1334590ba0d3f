package org.memoro.contacts.contact;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Sends whoever asks for a merged contact to the one it lives on as, with the same method and question (308). */
@Component
final class MergedContactRedirects implements WebExceptionHandler, Ordered {

    @Override
    public int getOrder() {
        return -3; // before problems are answered at -2
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (!(failure instanceof MergedElsewhere merged)) {
            return Mono.error(failure);
        }
        exchange.getResponse().setStatusCode(HttpStatus.PERMANENT_REDIRECT);
        exchange.getResponse().getHeaders().setLocation(location(exchange.getRequest(), merged));
        // It can be undone, so nobody may remember it.
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        return exchange.getResponse().setComplete();
    }

    private static URI location(ServerHttpRequest request, MergedElsewhere merged) {
        String path = request.getPath()
                .pathWithinApplication()
                .value()
                .replaceFirst("(?i)" + merged.id(), merged.intoId().toString());
        return UriComponentsBuilder.fromPath(path)
                .replaceQuery(request.getURI().getRawQuery())
                .build(true)
                .toUri();
    }
}
