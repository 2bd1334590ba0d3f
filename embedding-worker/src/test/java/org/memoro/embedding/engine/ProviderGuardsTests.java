package org.memoro.embedding.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.languagemodels.ModelUnavailableException;
import org.memoro.languagemodels.ModelUnavailableException.Reason;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How often, how long and how many at once the provider is asked, and when it is left alone. */
class ProviderGuardsTests {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final AtomicInteger asked = new AtomicInteger();
    private final AClock clock = new AClock();
    private final ProviderGuards guards = guards("20s");

    @AfterEach
    void stop() {
        guards.destroy();
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "TIMED_OUT", "UNREACHABLE", "PROVIDER_FAILED"})
    void stopAskingAfterFiveFaultsOfTheProvider(Reason reason) {
        for (int i = 0; i < 5; i++) {
            assertThat(code(guards.extraction(), failing(reason, null))).isNotEqualTo("answered");
        }

        assertThat(code(guards.extraction(), answering())).isEqualTo("provider-failed");
        assertThat(asked).hasValue(5);
        assertThat(breakers.circuitBreaker("provider-extraction").getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void askAgainOnceTheProviderHasHadItsTime() {
        for (int i = 0; i < 5; i++) {
            code(guards.extraction(), failing(Reason.PROVIDER_FAILED, null));
        }
        breakers.circuitBreaker("provider-extraction").transitionToHalfOpenState();

        for (int i = 0; i < 3; i++) {
            assertThat(code(guards.extraction(), answering())).isEqualTo("answered");
        }

        assertThat(breakers.circuitBreaker("provider-extraction").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "INVALID_ANSWER", "REQUEST_REJECTED"})
    void holdWhatIsTheFaultOfOneNoteAgainstNobody(Reason reason) {
        for (int i = 0; i < 20; i++) {
            code(guards.extraction(), failing(reason, null));
        }

        assertThat(code(guards.extraction(), answering())).isEqualTo("answered");
        assertThat(asked).hasValue(21);
    }

    @Test
    void letNoFaultOfSearchesKeepNotesWaiting() {
        for (int i = 0; i < 5; i++) {
            code(guards.query(), failing(Reason.TIMED_OUT, null));
        }

        assertThat(code(guards.query(), answering())).isEqualTo("provider-failed");
        assertThat(code(guards.extraction(), answering())).isEqualTo("answered");
        assertThat(code(guards.embedding(), answering())).isEqualTo("answered");
    }

    @Test
    void makeFourCallsAtATimeAndSendTheFifthAwayAtOnce() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(4);
        CountDownLatch end = new CountDownLatch(1);
        Mono<Long> four = Flux.range(0, 4)
                .flatMap(each -> guards.extraction().call(() -> {
                    busy.countDown();
                    end.await();
                    return each;
                }))
                .count()
                .cache();
        four.subscribe();
        busy.await();

        assertThat(code(guards.extraction(), answering())).isEqualTo("too-busy");
        assertThat(code(guards.embedding(), answering())).isEqualTo("answered");

        end.countDown();
        assertThat(four.block(Duration.ofSeconds(10))).isEqualTo(4);
        assertThat(code(guards.extraction(), answering())).isEqualTo("answered");
    }

    @Test
    void endACallThatWouldNeverEnd() {
        ProviderGuards impatient = guards("100ms");

        assertThat(code(impatient.extraction(), () -> {
                    new CountDownLatch(1).await();
                    return "never";
                }))
                .isEqualTo("timed-out");
        impatient.destroy();
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, PT40S, PT40S",
        "PROVIDER_FAILED, PT40S, PT40S",
        "RATE_LIMITED, PT20M, PT5M",
        "CREDITS_EXHAUSTED,, PT1M",
        "NOT_AUTHORISED,, PT1M"
    })
    void leaveTheProviderAloneForAsLongAsItAsked(Reason reason, @Nullable Duration asks, Duration pause) {
        code(guards.embedding(), failing(reason, asks));

        clock.now = NOON.plus(pause).minusMillis(1);
        assertThat(code(guards.extraction(), answering())).isNotEqualTo("answered");
        assertThat(code(guards.query(), answering())).isNotEqualTo("answered");
        assertThat(asked).hasValue(1);
        clock.now = NOON.plus(pause);
        assertThat(code(guards.extraction(), answering())).isEqualTo("answered");
    }

    private Callable<String> answering() {
        return () -> {
            asked.incrementAndGet();
            return "answered";
        };
    }

    private Callable<String> failing(Reason reason, @Nullable Duration retryAfter) {
        return () -> {
            asked.incrementAndGet();
            throw new ModelUnavailableException(reason, "x", retryAfter);
        };
    }

    /** The answer, or why there is none. */
    private static String code(ProviderGuard guard, Callable<String> call) {
        return guard.call(call)
                .onErrorResume(ProviderUnavailable.class, why -> Mono.just(why.code()))
                .block(Duration.ofSeconds(10));
    }

    private ProviderGuards guards(String timeout) {
        EmbeddingWorkerProperties properties = new Binder(
                        new MapConfigurationPropertySource(Map.of("memoro.ai.extraction-timeout", timeout)))
                .bindOrCreate("memoro", EmbeddingWorkerProperties.class);
        return new ProviderGuards(
                properties,
                new ProviderPause(properties, clock),
                breakers,
                BulkheadRegistry.ofDefaults(),
                TimeLimiterRegistry.ofDefaults());
    }

    /** Stands still until it is told otherwise. */
    private static final class AClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
