package org.memoro.embedding.changeover;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.memoro.embedding.note.ReadNote;
import org.memoro.tenancy.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Looks once after each start whether the settings name another model than the notes were embedded with. */
@Component
@ConditionalOnProperty(name = "memoro.embedding-worker.consume", havingValue = "true", matchIfMissing = true)
class ChangeoverAtStart implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ChangeoverAtStart.class);

    /** Services start together, so the gateway may be there only after a while: two minutes in all. */
    private static final Retry UNTIL_ALL_ARE_UP = Retry.backoff(15, Duration.ofSeconds(1))
            .maxBackoff(Duration.ofSeconds(10))
            .filter(ChangeoverAtStart::mayPass);

    private final Changeover changeover;
    private final VectorCounts counts;
    private final ReadNote readNote;
    private final TenantTransactions transactions;
    private volatile @Nullable Disposable running;

    ChangeoverAtStart(Changeover changeover, VectorCounts counts, ReadNote readNote, TenantTransactions transactions) {
        this.changeover = changeover;
        this.counts = counts;
        this.readNote = readNote;
        this.transactions = transactions;
    }

    /** One account after another: an account that cannot be asked for now is looked at when it is searched. */
    @Override
    public void start() {
        running = transactions
                .asRelay(counts.accounts().collectList())
                .flatMapIterable(accounts -> accounts)
                .concatMap(account -> readNote.mode(account)
                        .retryWhen(UNTIL_ALL_ARE_UP)
                        .flatMap(mode -> changeover.begin(account, mode))
                        .onErrorResume(failure -> {
                            log.debug("An account's model is looked at later: {}", failure.toString());
                            return Mono.empty();
                        }))
                .subscribe(
                        done -> {},
                        failure -> log.warn("Accounts could not be looked through for a changed model", failure));
    }

    /** An account that is gone is refused for good. */
    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof WebClientResponseException answer)
                || answer.getStatusCode().is5xxServerError();
    }

    @Override
    public void stop() {
        Disposable looking = running;
        if (looking != null) {
            looking.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
