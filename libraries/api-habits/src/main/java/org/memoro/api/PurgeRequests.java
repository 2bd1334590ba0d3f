package org.memoro.api;

import java.time.Duration;
import org.memoro.tenancy.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes the answers kept for idempotency keys once their day is over. */
final class PurgeRequests implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(PurgeRequests.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final IdempotentRequests requests;
    private final TenantTransactions transactions;
    private final Disposable.Swap running = Disposables.swap();

    PurgeRequests(IdempotentRequests requests, TenantTransactions transactions) {
        this.requests = requests;
        this.transactions = transactions;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        running.update(Flux.interval(PAUSE)
                .onBackpressureDrop()
                .concatMap(tick -> purge())
                .subscribe());
    }

    Mono<Long> purge() {
        return transactions.asRelay(requests.purge()).onErrorResume(failure -> {
            log.warn("Old idempotency keys could not be purged; it is tried again in {}", PAUSE, failure);
            return Mono.just(0L);
        });
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
