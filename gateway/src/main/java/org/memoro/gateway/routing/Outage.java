package org.memoro.gateway.routing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.memoro.logs.LogFields;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.problems.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The answer when a service cannot be reached: a problem for programs, a plain page for people. */
@Component
class Outage {
    private static final Logger log = LoggerFactory.getLogger(Outage.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String SENTENCE = "Nothing is lost; please try again in a moment.";

    private final byte[] page;

    Outage() throws IOException {
        page = new ClassPathResource("gateway/unavailable.html").getContentAsByteArray();
    }

    static boolean isOne(Throwable fault) {
        return fault instanceof IOException
                || fault instanceof TimeoutException
                || fault instanceof io.netty.handler.timeout.TimeoutException
                || (fault instanceof ResponseStatusException status
                        && (status.getStatusCode().value() == 503
                                || status.getStatusCode().value() == 504));
    }

    Mono<Void> answer(ServerWebExchange exchange, String service, Throwable fault) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(fault); // too late to say anything: the connection breaks off
        }
        LogFields.of(exchange).during(() -> log.warn("{} cannot be reached ({})", service, fault.toString()));
        if (exchange.getRequest().getPath().value().startsWith("/api/")) {
            return Problems.write(
                    exchange,
                    ProblemException.of(HttpProblem.DEPENDENCY_UNAVAILABLE, SENTENCE)
                            .retryAfter(SOON));
        }
        response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(SOON.toSeconds()));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(page)));
    }
}
