package org.memoro.outbox;

import org.memoro.events.MemoroEvent;
import org.memoro.sql.SqlFile;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Remembers which events were handled, so that one delivered twice takes effect once. */
public final class Inbox {
    private static final SqlFile INSERT_SEEN = SqlFile.load("inbox/insert_seen_event", "userId", "consumer", "eventId");
    private static final SqlFile PURGE = SqlFile.load("inbox/purge_old_rows");

    private final DatabaseClient database;
    private final TenantTransactions transactions;

    Inbox(DatabaseClient database, TenantTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Runs the effect in one transaction of the event's account, unless this consumer has handled the event before. */
    public Mono<Void> once(String consumer, MemoroEvent event, Mono<Void> effect) {
        return transactions.inTransaction(
                event.userId(), firstSeen(consumer, event).flatMap(first -> first ? effect : Mono.<Void>empty()));
    }

    /** Forgets events older than any topic keeps them. */
    Mono<Long> purge() {
        return transactions.asRelay(PURGE.on(database).fetch().rowsUpdated());
    }

    private Mono<Boolean> firstSeen(String consumer, MemoroEvent event) {
        return INSERT_SEEN
                .on(database)
                .bind("userId", event.userId())
                .bind("consumer", consumer)
                .bind("eventId", event.eventId())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
