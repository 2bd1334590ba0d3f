package org.memoro.embedding.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.languagemodels.ModelUnavailableException;
import org.memoro.languagemodels.ModelUnavailableException.Reason;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Leaves the provider alone for as long as it asked to be; all accounts share its key and so its limits. */
@Component
class ProviderPause {
    /** A refused key or an empty purse is not mended within seconds; a minute keeps recovery quick all the same. */
    private static final Duration REFUSED = Duration.ofMinutes(1);

    private final AtomicReference<Pause> current = new AtomicReference<>(new Pause(Instant.EPOCH, ""));
    private final Duration longest;
    private final Clock clock;

    /** Until when nobody asks, and why. */
    private record Pause(Instant until, String code) {}

    ProviderPause(EmbeddingWorkerProperties properties, Clock clock) {
        this.longest = properties.embeddingWorker().longestRetry();
        this.clock = clock;
    }

    /** Empty when the provider may be asked, otherwise a {@link ProviderUnavailable}. */
    Mono<Void> check() {
        return Mono.defer(() -> {
            Pause pause = Objects.requireNonNull(current.get());
            Duration left = Duration.between(clock.instant(), pause.until);
            return left.isPositive() ? Mono.error(new ProviderUnavailable(pause.code, left)) : Mono.empty();
        });
    }

    /** Begins a pause if this failure asks for one; a longer one that already runs stays. */
    void learnFrom(ModelUnavailableException failure) {
        Duration asked = asked(failure);
        if (asked.isPositive()) {
            Instant until = clock.instant().plus(asked.compareTo(longest) < 0 ? asked : longest);
            current.accumulateAndGet(
                    new Pause(until, failure.code()), (old, now) -> old.until.isAfter(now.until) ? old : now);
        }
    }

    private static Duration asked(ModelUnavailableException failure) {
        Duration retryAfter = failure.retryAfter();
        if (retryAfter != null) {
            return retryAfter;
        }
        boolean refused = failure.reason() == Reason.CREDITS_EXHAUSTED || failure.reason() == Reason.NOT_AUTHORISED;
        return refused ? REFUSED : Duration.ZERO;
    }
}
