package org.memoro.problems;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.logs.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes problem answers (RFC 9457), for filters and for security entry points too. */
public final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final JsonMapper JSON = new JsonMapper();

    /** What somebody gets who tries what they may not; faults of typing (404, 409, 412, 422) say nothing of that. */
    private static final Set<HttpStatus> REFUSALS = Set.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.UNAUTHORIZED,
            HttpStatus.FORBIDDEN,
            HttpStatus.CONTENT_TOO_LARGE,
            HttpStatus.TOO_MANY_REQUESTS);

    private static final int LONGEST_PATH = 200;

    private Problems() {}

    /** Answers with the problem; completes when it is written, and does nothing when an answer has already begun. */
    public static Mono<Void> write(ServerWebExchange exchange, ProblemType type, String detail) {
        return write(exchange, type, detail, List.of(), null);
    }

    /** The problem that a request which failed so is answered with. */
    public static ProblemException of(Throwable failure) {
        return ProblemHandler.problemOf(failure);
    }

    /** Answers with what the exception says. */
    public static Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
        return write(exchange, problem.type(), problem.detail(), problem.fields(), problem.retryAfter());
    }

    private static Mono<Void> write(
            ServerWebExchange exchange,
            ProblemType type,
            String detail,
            List<FieldProblem> fields,
            @Nullable Duration retryAfter) {
        ServerHttpResponse response = exchange.getResponse();
        if (!response.setStatusCode(type.status())) {
            return Mono.empty();
        }
        logRefusal(exchange, type);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        if (retryAfter != null) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
        byte[] body = body(exchange, type, detail, fields).getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /** The path as it was sent, still percent-encoded, and never the query, which may be what somebody searched for. */
    private static void logRefusal(ServerWebExchange exchange, ProblemType type) {
        if (REFUSALS.contains(type.status())) {
            String path =
                    exchange.getRequest().getPath().pathWithinApplication().value();
            LogFields.of(exchange)
                    .during(() -> log.info(
                            "{} {} refused: {}",
                            exchange.getRequest().getMethod(),
                            path.substring(0, Math.min(path.length(), LONGEST_PATH)),
                            type.slug()));
        }
    }

    private static String body(ServerWebExchange exchange, ProblemType type, String detail, List<FieldProblem> fields) {
        ObjectNode problem = JSON.createObjectNode();
        problem.put("type", "/problems/" + type.slug());
        problem.put("title", type.title());
        problem.put("status", type.status().value());
        problem.put("detail", detail);
        problem.put("code", type.slug());
        problem.put("requestId", RequestId.of(exchange));
        if (!fields.isEmpty()) {
            ArrayNode errors = problem.putArray("errors");
            fields.forEach(
                    field -> errors.addObject().put("pointer", field.pointer()).put("detail", field.detail()));
        }
        return JSON.writeValueAsString(problem);
    }
}
