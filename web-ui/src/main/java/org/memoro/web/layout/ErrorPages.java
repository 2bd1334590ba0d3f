package org.memoro.web.layout;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.memoro.internaltokens.DependencyUnavailable;
import org.memoro.internaltokens.InternalCallException;
import org.memoro.logs.LogFields;
import org.memoro.problems.FailureTrace;
import org.memoro.problems.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Whatever goes wrong is answered with a page that says so, with the request id and without details of ours. */
@Component
class ErrorPages implements WebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    /** Before the problem answers of the services' interfaces, which are for programs. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        HttpStatusCode status = statusOf(failure);
        if (status.is5xxServerError()) {
            LogFields.of(exchange).during(() -> log.error("answered {}\n{}", status.value(), FailureTrace.of(failure)));
        }
        response.setStatusCode(status);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        DataBuffer page = response.bufferFactory().wrap(page(exchange, status));
        return response.writeWith(Mono.just(page));
    }

    /** htmx shows its own message, so a fragment needs no page. */
    private byte[] page(ServerWebExchange exchange, HttpStatusCode status) {
        Map<String, Object> model = new HashMap<>();
        model.put("status", status.value());
        model.put("requestId", RequestId.of(exchange));
        model.put("looks", Looks.of(exchange));
        boolean isFragment = exchange.getRequest().getHeaders().containsHeader("HX-Request");
        return pages.render(isFragment ? "error/fragment" : "error/page", model);
    }

    static HttpStatusCode statusOf(Throwable failure) {
        return switch (failure) {
            case DependencyUnavailable down -> HttpStatus.SERVICE_UNAVAILABLE;
            case InternalCallException refused -> HttpStatusCode.valueOf(refused.status());
            case WrongInput wrong -> HttpStatus.UNPROCESSABLE_CONTENT;
            case DataBufferLimitException tooLarge -> HttpStatus.CONTENT_TOO_LARGE;
            case ErrorResponse answer -> answer.getStatusCode();
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
