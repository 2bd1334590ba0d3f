package org.memoro.embedding.engine;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.memoro.languagemodels.ModelUnavailableException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Makes one kind of blocking call to the provider: bounded in number and time, not at all while it is known to fail. */
public final class ProviderGuard {
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final TimeLimiter limiter;
    private final ProviderPause pause;
    private final Scheduler threads;

    ProviderGuard(
            Bulkhead bulkhead, CircuitBreaker breaker, TimeLimiter limiter, ProviderPause pause, Scheduler threads) {
        this.bulkhead = bulkhead;
        this.breaker = breaker;
        this.limiter = limiter;
        this.pause = pause;
        this.threads = threads;
    }

    /** What the call answers, or a {@link ProviderUnavailable}. */
    public <T> Mono<T> call(Callable<T> call) {
        return pause.check().then(guarded(call));
    }

    private <T> Mono<T> guarded(Callable<T> call) {
        return Mono.fromCallable(call)
                .subscribeOn(threads)
                .transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .doOnError(ModelUnavailableException.class, pause::learnFrom)
                .onErrorMap(ProviderGuard::unavailable);
    }

    private static Throwable unavailable(Throwable failure) {
        return switch (failure) {
            case ModelUnavailableException model ->
                new ProviderUnavailable(model.code(), model.retryAfter(), model.spent());
            case TimeoutException ignored -> new ProviderUnavailable("timed-out", null);
            case CallNotPermittedException ignored -> new ProviderUnavailable("provider-failed", null);
            case BulkheadFullException ignored -> new ProviderUnavailable("too-busy", null);
            default -> failure;
        };
    }
}
