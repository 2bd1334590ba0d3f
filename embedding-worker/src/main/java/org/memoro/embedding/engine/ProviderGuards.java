package org.memoro.embedding.engine;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.embedding.EmbeddingWorkerProperties.Ai;
import org.memoro.languagemodels.ModelUnavailableException;
import org.memoro.languagemodels.ModelUnavailableException.Reason;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The limits of each kind of call to the provider, every number with its reason. */
@Component
class ProviderGuards implements DisposableBean {
    /** As many notes as are understood at a time when the provider does the work. */
    private static final int EXTRACTIONS_AT_ONCE = Provider.NOTES_AT_ONCE;
    /** Every note in the works, and the job that asks again for two. */
    private static final int EMBEDDINGS_AT_ONCE = Provider.NOTES_AT_ONCE + 2;
    /** Searches come in bursts and last milliseconds; more at once than this would only wait for each other. */
    private static final int QUERIES_AT_ONCE = 16;

    /** An extraction ends by its own clock, which also tells what was spent; the limiter is the net below. */
    private static final Duration OWN_CLOCK = Duration.ofMillis(500);

    /** What says something about the provider; the rest says something about one note, the key or the purse. */
    private static final Set<Reason> PROVIDER_FAULTS =
            EnumSet.of(Reason.RATE_LIMITED, Reason.TIMED_OUT, Reason.UNREACHABLE, Reason.PROVIDER_FAILED);

    private final Scheduler threads = Schedulers.newBoundedElastic(
            EXTRACTIONS_AT_ONCE + EMBEDDINGS_AT_ONCE + QUERIES_AT_ONCE, 1_000, "provider", 60, true);

    private final ProviderGuard extraction;
    private final ProviderGuard embedding;
    private final ProviderGuard query;

    ProviderGuards(
            EmbeddingWorkerProperties properties,
            ProviderPause pause,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            TimeLimiterRegistry limiters) {
        Ai ai = properties.ai();
        // Each kind has a breaker of its own: a search that waits 700 ms calls slow what a note calls quick enough.
        Limits limits = new Limits(pause, breakers, bulkheads, limiters);
        this.extraction = limits.guard(
                "provider-extraction", ai.extractionTimeout().plus(OWN_CLOCK), EXTRACTIONS_AT_ONCE, threads);
        this.embedding = limits.guard("provider-embedding", ai.embeddingTimeout(), EMBEDDINGS_AT_ONCE, threads);
        this.query = limits.guard("provider-query", ai.queryTimeout(), QUERIES_AT_ONCE, threads);
    }

    ProviderGuard extraction() {
        return extraction;
    }

    ProviderGuard embedding() {
        return embedding;
    }

    ProviderGuard query() {
        return query;
    }

    @Override
    public void destroy() {
        threads.dispose();
    }

    /** Builds guards that are seen in the metrics under their name. */
    private record Limits(
            ProviderPause pause,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            TimeLimiterRegistry limiters) {

        ProviderGuard guard(String name, Duration timeout, int atOnce, Scheduler threads) {
            return new ProviderGuard(
                    bulkhead(name, atOnce), breaker(name, timeout), limiter(name, timeout), pause, threads);
        }

        private Bulkhead bulkhead(String name, int atOnce) {
            return bulkheads.bulkhead(
                    name,
                    BulkheadConfig.custom()
                            .maxConcurrentCalls(atOnce)
                            // Whoever finds it full has something better to do than to hold a thread.
                            .maxWaitDuration(Duration.ZERO)
                            .build());
        }

        private TimeLimiter limiter(String name, Duration timeout) {
            return limiters.timeLimiter(
                    name,
                    TimeLimiterConfig.custom()
                            // The whole call, body included: a provider that drips is as bad as one that hangs.
                            .timeoutDuration(timeout)
                            .cancelRunningFuture(true)
                            .build());
        }

        private CircuitBreaker breaker(String name, Duration timeout) {
            return breakers.circuitBreaker(
                    name,
                    CircuitBreakerConfig.custom()
                            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                            // A minute of ordinary use; longer memories keep a recovered provider shut out.
                            .slidingWindowSize(20)
                            // A hang costs its whole time-out, so five calls are enough to know.
                            .minimumNumberOfCalls(5)
                            .failureRateThreshold(50)
                            // Answers that take half of what is allowed are the usual sign of an overload.
                            .slowCallDurationThreshold(timeout.dividedBy(2))
                            .slowCallRateThreshold(80)
                            // Most outages of providers are shorter; meanwhile the engines in this JVM do the work.
                            .waitDurationInOpenState(Duration.ofSeconds(30))
                            .permittedNumberOfCallsInHalfOpenState(3)
                            // A lost trial call must not keep the breaker half-open for ever.
                            .maxWaitDurationInHalfOpenState(timeout.multipliedBy(3))
                            .recordException(Limits::isFaultOfTheProvider)
                            .build());
        }

        private static boolean isFaultOfTheProvider(Throwable failure) {
            return failure instanceof TimeoutException
                    || (failure instanceof ModelUnavailableException model && PROVIDER_FAULTS.contains(model.reason()));
        }
    }
}
