package org.memoro.outbox;

import org.memoro.problems.HttpProblem;
import org.memoro.problems.Problems;
import org.memoro.tenancy.AccountErased;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers a change that came too late, with a token that was good a moment ago: there is nobody any more to sign in. */
final class ErasedAccountHandler implements WebExceptionHandler, Ordered {

    @Override
    public int getOrder() {
        return -3; // before the handler of all other problems at -2
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return failure instanceof AccountErased && !exchange.getResponse().isCommitted()
                ? Problems.write(exchange, HttpProblem.NOT_SIGNED_IN, "This account is deleted.")
                : Mono.error(failure);
    }
}
