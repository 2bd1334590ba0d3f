package org.memoro.problems;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Answers no request on the event loop that reads it.
 *
 * <p>Reactor Netty 1.3.7 stops reading a keep-alive connection for good when a request that came right after an answer
 * is itself answered while it is being read (reactor-netty issue 4361): about every twentieth sign-in hung. The fixed
 * release needs a Netty that is not to be had complete yet; until then every request makes one hop to another thread.
 */
public final class AsynchronousAnswers implements WebFilter, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).subscribeOn(Schedulers.parallel());
    }
}
