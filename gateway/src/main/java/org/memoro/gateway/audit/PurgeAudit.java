package org.memoro.gateway.audit;

import java.time.Clock;
import java.time.Duration;
import org.memoro.tenancy.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets what happened to accounts longer ago than anybody needs to know. */
@Component
class PurgeAudit implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(PurgeAudit.class);
    private static final Duration PAUSE = Duration.ofHours(6);

    private final AuditEntries entries;
    private final TenantTransactions transactions;
    private final AuditSettings settings;
    private final Clock clock;
    private final Disposable.Swap running = Disposables.swap();

    PurgeAudit(AuditEntries entries, TenantTransactions transactions, AuditSettings settings, Clock clock) {
        this.entries = entries;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        running.update(Flux.interval(PAUSE)
                .onBackpressureDrop()
                .concatMap(tick -> purge())
                .subscribe());
    }

    /** How many lines were forgotten. */
    Mono<Long> purge() {
        return Mono.defer(
                        () -> transactions.asRelay(entries.purge(clock.instant().minus(settings.keep()))))
                .onErrorResume(failure -> {
                    log.warn("Old audit lines could not be purged; it is tried again in {}", PAUSE, failure);
                    return Mono.just(0L);
                });
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
