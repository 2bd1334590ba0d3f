package org.memoro.search.large;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/**
 * Sees to it that a large account which is searched has indexes of the model that answers it, and that nobody else has any.
 *
 * <p>One thing at a time, behind everybody's back: until an index is complete searches compare every vector, as in any account.
 */
@Component
public class KeepNearIndexes implements SmartInitializingSingleton, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(KeepNearIndexes.class);

    private static final int ACCOUNTS_IN_MEMORY = 10_000;

    /** Long enough that a search costs nothing, short enough to make up for a build that failed. */
    private static final Duration LOOKED_AT_AGAIN_AFTER = Duration.ofMinutes(10);

    /** After what a start has to do. */
    private static final Duration TIDIED_FIRST_AFTER = Duration.ofMinutes(1);

    /** What is left over costs nothing but room. */
    private static final Duration TIDIED_EVERY = Duration.ofHours(1);

    private static final Duration ANOTHER_EMITS = Duration.ofSeconds(1);

    private final ProvideNearIndexes provide;
    private final TidyNearIndexes tidy;
    private final Sinks.Many<Mono<Void>> tasks = Sinks.many().unicast().onBackpressureBuffer();
    private final Disposable.Composite running = Disposables.composite();
    private final Cache<Wanted, Boolean> lookedAt = Caffeine.newBuilder()
            .maximumSize(ACCOUNTS_IN_MEMORY)
            .expireAfterWrite(LOOKED_AT_AGAIN_AFTER)
            .build();

    KeepNearIndexes(ProvideNearIndexes provide, TidyNearIndexes tidy) {
        this.provide = provide;
        this.tidy = tidy;
    }

    private record Wanted(UUID userId, String model, int dimensions) {}

    @Override
    public void afterSingletonsInstantiated() {
        running.add(tasks.asFlux().concatMap(KeepNearIndexes::survived).subscribe());
        running.add(Flux.interval(TIDIED_FIRST_AFTER, TIDIED_EVERY)
                .onBackpressureDrop()
                .subscribe(tick -> later(tidy.ofAll())));
    }

    @Override
    public void destroy() {
        running.dispose();
    }

    /** Remembers that a large account was searched without an index; what is to be done about it is done later. */
    public void want(UUID userId, String model, int dimensions) {
        if (lookedAt.asMap().putIfAbsent(new Wanted(userId, model, dimensions), true) == null) {
            later(provide.of(userId, model, dimensions));
        }
    }

    /** Remembers that an account is gone: its rows are, but there may be an index with its id in the name. */
    public void forget(UUID userId) {
        later(tidy.of(userId));
    }

    private void later(Mono<Void> task) {
        tasks.emitNext(task, EmitFailureHandler.busyLooping(ANOTHER_EMITS));
    }

    /** Whoever searches next wants it again. */
    private static Mono<Void> survived(Mono<Void> task) {
        return task.onErrorResume(failure -> {
            log.warn("The indexes of large accounts are left as they are for now: {}", failure.toString());
            return Mono.empty();
        });
    }
}
