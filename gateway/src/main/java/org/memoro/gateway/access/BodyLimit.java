package org.memoro.gateway.access;

import io.netty.channel.ChannelException;
import java.util.concurrent.atomic.AtomicLong;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.problems.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes no request larger than 1 MiB, announced or not. */
@Component
class BodyLimit implements WebFilter, Ordered {
    static final long MOST = 1024 * 1024;
    private static final String DETAIL = "A request may be up to 1 MiB.";
    private static final String SLOW = "The request took too long to arrive.";

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 30;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > MOST) {
            return Problems.write(exchange, HttpProblem.TOO_LARGE, DETAIL);
        }
        return chain.filter(
                exchange.mutate().request(counted(exchange.getRequest())).build());
    }

    private static ServerHttpRequest counted(ServerHttpRequest request) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong seen = new AtomicLong();
                return super.getBody()
                        .map(buffer -> within(buffer, seen))
                        // Netty's time limits: here it is the client that is slow, not a service behind us.
                        .onErrorMap(
                                ChannelException.class, e -> ProblemException.of(HttpProblem.REQUEST_TIMEOUT, SLOW));
            }
        };
    }

    private static DataBuffer within(DataBuffer buffer, AtomicLong seen) {
        if (seen.addAndGet(buffer.readableByteCount()) > MOST) {
            DataBufferUtils.release(buffer);
            throw ProblemException.of(HttpProblem.TOO_LARGE, DETAIL);
        }
        return buffer;
    }
}
