package org.memoro.internaltokens;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.memoro.problems.FieldProblem;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/** Turns what can go wrong in a call to one service into our three exceptions. */
final class InternalErrors implements ExchangeFilterFunction {
    private final String service;

    InternalErrors(String service) {
        this.service = service;
    }

    /** The members of a problem answer that callers look at. */
    private record Problem(
            @Nullable String code,
            @Nullable String detail,
            @Nullable List<FieldProblem> errors) {
        static final Problem NONE = new Problem(null, null, null);

        String slug() {
            return code == null ? "" : code;
        }

        List<FieldProblem> list() {
            return errors == null ? List.of() : errors;
        }
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request)
                .onErrorMap(InternalErrors::isPassing, e -> new DependencyUnavailable(service, e))
                .flatMap(this::check);
    }

    private Mono<ClientResponse> check(ClientResponse answer) {
        if (answer.statusCode().isError()) {
            return refusal(answer).flatMap(Mono::error);
        }
        return Mono.just(answer.mutate()
                .body(body -> body.onErrorMap(InternalErrors::isPassing, e -> new DependencyUnavailable(service, e)))
                .build());
    }

    private Mono<InternalCallException> refusal(ClientResponse answer) {
        int status = answer.statusCode().value();
        if (isPassing(status)) {
            return answer.releaseBody().thenReturn(new DependencyUnavailable(service, null));
        }
        return answer.bodyToMono(Problem.class)
                .onErrorReturn(Problem.NONE)
                .defaultIfEmpty(Problem.NONE)
                .map(problem -> status == 404
                        ? new NotThere(problem.slug(), problem.detail())
                        : new InternalCallException(status, problem.slug(), problem.detail(), problem.list(), null));
    }

    /** 401: the gateway has a new key or the clock jumped, and the next token will do; 429: later. */
    private static boolean isPassing(int status) {
        return status >= 500 || status == 401 || status == 429;
    }

    private static boolean isPassing(Throwable e) {
        return e instanceof WebClientRequestException
                || e instanceof IOException
                || e instanceof TimeoutException
                || e instanceof io.netty.handler.timeout.TimeoutException;
    }
}
