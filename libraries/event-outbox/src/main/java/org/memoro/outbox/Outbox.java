package org.memoro.outbox;

import org.memoro.events.MemoroEvent;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Takes events into the running transaction, so that a change and its event are both there or both not. */
public final class Outbox {
    private final OutboxRows rows;
    private final TenantTransactions transactions;
    private final RelaySignal signal;

    Outbox(OutboxRows rows, TenantTransactions transactions, RelaySignal signal) {
        this.rows = rows;
        this.transactions = transactions;
        this.signal = signal;
    }

    /** Appends an event to the running transaction of its account; it is published once that has committed. */
    public Mono<Void> append(MemoroEvent event) {
        return transactions.inTransaction(event.userId(), rows.insert(event).then(wakeRelayAfterCommit()));
    }

    private Mono<Void> wakeRelayAfterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new WakeAfterCommit()))
                .then();
    }

    private final class WakeAfterCommit implements TransactionSynchronization {
        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(signal::wake);
        }
    }
}
