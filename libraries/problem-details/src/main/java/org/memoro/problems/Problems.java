package org.memoro.problems;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes problem answers (RFC 9457), for filters and for security entry points too. */
public final class Problems {
    private static final JsonMapper JSON = new JsonMapper();

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
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        if (retryAfter != null) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
        byte[] body = body(exchange, type, detail, fields).getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
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
