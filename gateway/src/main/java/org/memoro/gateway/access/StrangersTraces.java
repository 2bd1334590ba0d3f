package org.memoro.gateway.access;

import java.util.List;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Begins every trace here: who is outside may neither put requests into a trace of theirs nor decide what is collected.
 * Before all filters, since the request is observed before them.
 */
@Component
class StrangersTraces implements HttpHandlerDecoratorFactory {
    private static final List<String> HEADERS =
            List.of("traceparent", "tracestate", "baggage", "b3", "X-B3-TraceId", "X-B3-SpanId", "X-B3-Sampled");

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handler.handle(withoutTrace(request), response);
    }

    private static ServerHttpRequest withoutTrace(ServerHttpRequest request) {
        return HEADERS.stream().noneMatch(request.getHeaders()::containsHeader)
                ? request
                : request.mutate()
                        .headers(headers -> HEADERS.forEach(headers::remove))
                        .build();
    }
}
