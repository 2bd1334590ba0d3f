package org.memoro.embedding.enrichment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Keeps looking for missing vectors for as long as the service runs; one round after another, never two at once. */
@Component
@ConditionalOnProperty(name = "memoro.embedding-worker.consume", havingValue = "true", matchIfMissing = true)
class RetryLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RetryLoop.class);

    private final RetryMissingVectors retryMissingVectors;
    private final Duration pause;
    private volatile @Nullable Disposable running;

    RetryLoop(RetryMissingVectors retryMissingVectors, EmbeddingWorkerProperties properties) {
        this.retryMissingVectors = retryMissingVectors;
        this.pause = properties.embeddingWorker().retryEvery();
    }

    @Override
    public void start() {
        running = Mono.defer(retryMissingVectors::retryDue)
                .onErrorResume(failure -> {
                    log.warn("Missing vectors could not be looked for; the next round tries again", failure);
                    return Mono.empty();
                })
                .repeatWhen(rounds -> rounds.delayElements(pause))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable loop = running;
        if (loop != null) {
            loop.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
