package org.memoro.search.large;

import java.time.Duration;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.search.SearchServiceProperties;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/** Lets few searches of large accounts run at the same time: processors and connections are left to everybody else. */
@Component
public class LargeTurns implements DisposableBean {
    /** Whoever waits longer has given up, or asks again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** More would not come to their turn within that time. */
    private static final int WAITING = 50;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final InstrumentedPool<Boolean> turns;

    LargeTurns(SearchServiceProperties properties) {
        this.turns = PoolBuilder.from(Mono.just(true))
                .sizeBetween(0, properties.largeAtOnce())
                .maxPendingAcquire(WAITING)
                .buildPool();
    }

    /** In the order in which they came. */
    public <T> Mono<T> take(Mono<T> search) {
        return Mono.usingWhen(
                turns.acquire(PATIENCE).onErrorMap(full -> ProblemException.of(
                                HttpProblem.RATE_LIMITED,
                                "Others are searching accounts as large as this one; please try again.")
                        .retryAfter(SOON)),
                turn -> search,
                PooledRef::release);
    }

    @Override
    public void destroy() {
        turns.dispose();
    }
}
