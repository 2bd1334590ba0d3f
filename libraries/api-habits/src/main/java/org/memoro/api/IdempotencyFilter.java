package org.memoro.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.memoro.api.IdempotentRequests.Answer;
import org.memoro.api.IdempotentRequests.Request;
import org.memoro.problems.FieldProblem;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.problems.Problems;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers a repeated POST with the first answer, when both carry the same {@code Idempotency-Key}
 * (draft-ietf-httpapi-idempotency-key-header).
 *
 * <p>The key counts per account, method and path for 24 hours. Another body with the same key is refused (409), so is a
 * repetition while the first request runs. Answers 5xx are not kept: they may be tried again.
 */
final class IdempotencyFilter implements WebFilter, Ordered {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final int LARGEST_BODY = 1024 * 1024;

    private final IdempotentRequests requests;
    private final TenantTransactions transactions;

    IdempotencyFilter(IdempotentRequests requests, TenantTransactions transactions) {
        this.requests = requests;
        this.transactions = transactions;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 100; // after security, which says whose request this is
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String key = request.getHeaders().getFirst(HEADER);
        if (key == null
                || !HttpMethod.POST.equals(request.getMethod())
                || !request.getPath().value().startsWith("/api/")) {
            return chain.filter(exchange);
        }
        if (!KEY.matcher(key).matches()) {
            return Mono.error(ProblemException.validation(
                    java.util.List.of(new FieldProblem("#" + HEADER, "must be 1 to 128 visible ASCII characters."))));
        }
        return account()
                .flatMap(userId -> once(
                        exchange,
                        chain,
                        new Request(userId, "POST", request.getPath().value() + query(request), key)));
    }

    private Mono<Void> once(ServerWebExchange exchange, WebFilterChain chain, Request request) {
        return body(exchange).flatMap(body -> {
            String hash = hash(body);
            Mono<Boolean> claimed = transactions.inTransaction(request.userId(), requests.claim(request, hash));
            return claimed.flatMap(first -> first
                    ? run(exchange, chain, request, hash, body)
                    : transactions
                            .inTransaction(request.userId(), requests.find(request))
                            .switchIfEmpty(Mono.error(inProgress()))
                            .flatMap(answer -> repeat(exchange, answer, hash)));
        });
    }

    private Mono<Void> run(
            ServerWebExchange exchange, WebFilterChain chain, Request request, String hash, byte[] body) {
        RecordedResponse response = new RecordedResponse(exchange.getResponse());
        ServerWebExchange recorded = exchange.mutate()
                .request(withBody(exchange.getRequest(), body))
                .response(response)
                .build();
        response.beforeWriting(() -> keep(response, request, hash));
        return chain.filter(recorded)
                .then(Mono.defer(() -> response.isRecorded() ? Mono.empty() : keep(response, request, hash)))
                .onErrorResume(failure -> answerFailure(recorded, request, failure));
    }

    /** A problem of the caller is an answer like any other; a fault of ours may be tried again. */
    private Mono<Void> answerFailure(ServerWebExchange recorded, Request request, Throwable failure) {
        ProblemException problem = Problems.of(failure);
        return problem.type().status().is4xxClientError()
                ? Problems.write(recorded, problem)
                : forget(request).then(Mono.error(failure));
    }

    private Mono<Void> keep(RecordedResponse response, Request request, String hash) {
        HttpStatusCode status = response.getStatusCode();
        if (status != null && status.is5xxServerError()) {
            return forget(request);
        }
        HttpHeaders headers = response.getHeaders();
        Answer answer = new Answer(
                hash,
                status == null ? 200 : status.value(),
                headers.getFirst(HttpHeaders.CONTENT_TYPE),
                headers.getFirst(HttpHeaders.LOCATION),
                headers.getFirst(HttpHeaders.ETAG),
                response.body());
        return transactions
                .inTransaction(request.userId(), requests.keep(request, answer))
                .then();
    }

    private Mono<Void> forget(Request request) {
        return transactions
                .inTransaction(request.userId(), requests.forget(request))
                .then();
    }

    private static Mono<Void> repeat(ServerWebExchange exchange, Answer answer, String hash) {
        if (!answer.bodyHash().equals(hash)) {
            return Mono.error(
                    ProblemException.of(HttpProblem.IDEMPOTENCY_KEY_REUSED, "Take a new key for another request."));
        }
        Integer status = answer.status();
        if (status == null) {
            return Mono.error(inProgress());
        }
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(status));
        setIfKnown(response, HttpHeaders.CONTENT_TYPE, answer.contentType());
        setIfKnown(response, HttpHeaders.LOCATION, answer.location());
        setIfKnown(response, HttpHeaders.ETAG, answer.etag());
        byte[] body = answer.body();
        return body == null || body.length == 0
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static void setIfKnown(
            ServerHttpResponse response, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            response.getHeaders().set(name, value);
        }
    }

    private static ProblemException inProgress() {
        return ProblemException.of(
                HttpProblem.REQUEST_IN_PROGRESS, "The first request with this key has not been answered yet.");
    }

    private static Mono<UUID> account() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .map(authentication -> UUID.fromString(authentication.getName()));
    }

    private static Mono<byte[]> body(ServerWebExchange exchange) {
        return DataBufferUtils.join(exchange.getRequest().getBody(), LARGEST_BODY)
                .map(IdempotencyFilter::bytes)
                .defaultIfEmpty(new byte[0]);
    }

    private static ServerHttpRequest withBody(ServerHttpRequest request, byte[] body) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return body.length == 0
                        ? Flux.empty()
                        : Flux.just(
                                org.springframework.core.io.buffer.DefaultDataBufferFactory.sharedInstance.wrap(body));
            }
        };
    }

    private static String query(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
