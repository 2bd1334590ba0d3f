package org.memoro.gateway.limits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.problems.Problems;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The answer to who asks too often: a problem for programs, a plain page for people; both say when to come back. */
@Component
public class TooOften {
    private static final String SENTENCE = "These are too many requests at once; please wait a moment.";

    private final byte[] page;

    TooOften() throws IOException {
        page = new ClassPathResource("gateway/too-often.html").getContentAsByteArray();
    }

    /** Answers 429; nothing of the request was done. */
    public Mono<Void> answer(ServerWebExchange exchange, Duration wait) {
        Duration seconds = Duration.ofSeconds(wholeSeconds(wait));
        if (!wantsPage(exchange.getRequest())) {
            return Problems.write(
                    exchange,
                    ProblemException.of(HttpProblem.RATE_LIMITED, SENTENCE).retryAfter(seconds));
        }
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds.toSeconds()));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(page)));
    }

    /** Rounded up: who comes back then is let in. */
    static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    private static boolean wantsPage(ServerHttpRequest request) {
        return !request.getPath().value().startsWith("/api/v1/")
                && request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT).stream()
                        .anyMatch(accepted -> accepted.contains(MediaType.TEXT_HTML_VALUE));
    }
}
