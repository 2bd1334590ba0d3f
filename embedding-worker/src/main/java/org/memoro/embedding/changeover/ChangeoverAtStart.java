package org.memoro.embedding.changeover;

import org.jspecify.annotations.Nullable;
import org.memoro.embedding.note.ReadNote;
import org.memoro.tenancy.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Looks once after each start whether the settings name another model than the notes were embedded with. */
@Component
@ConditionalOnProperty(name = "memoro.embedding-worker.consume", havingValue = "true", matchIfMissing = true)
class ChangeoverAtStart implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ChangeoverAtStart.class);

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
                        .flatMap(mode -> changeover.begin(account, mode))
                        .onErrorResume(failure -> {
                            log.debug("An account's model is looked at later: {}", failure.toString());
                            return Mono.empty();
                        }))
                .subscribe(
                        done -> {},
                        failure -> log.warn("Accounts could not be looked through for a changed model", failure));
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
