package org.memoro.problems;

import org.memoro.logs.LogFields;
import org.memoro.observation.Traces;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every request its id, before anything can fail. */
final class RequestIdFilter implements WebFilter, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = RequestId.accept(exchange.getRequest().getHeaders().getFirst(RequestId.HEADER));
        exchange.getAttributes().put(RequestId.CONTEXT_KEY, id);
        exchange.getResponse().getHeaders().set(RequestId.HEADER, id);
        ServerWebExchange numbered = exchange.mutate()
                .request(request -> request.header(RequestId.HEADER, id))
                .build();
        String trace = ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(Traces::idOf)
                .orElse(null);
        LogFields fields = LogFields.ofRequest(id).withTrace(trace).attachTo(exchange);
        return chain.filter(numbered).contextWrite(context -> fields.in(context.put(RequestId.CONTEXT_KEY, id)));
    }
}
