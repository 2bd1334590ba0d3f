package org.memoro.gateway.session;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;
import org.memoro.api.Page;
import org.memoro.gateway.account.SignedIn;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where an account is signed in, newest first. */
@Service
class ListSessions {
    private final Sessions sessions;
    private final TenantTransactions transactions;
    private final Clock clock;

    ListSessions(Sessions sessions, TenantTransactions transactions, Clock clock) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<Page<Session>> of(SignedIn who, int limit, Cursor from) {
        @Nullable UUID before = from.isStart() ? null : from.uuid(0);
        return transactions
                .inTransaction(
                        who.accountId(),
                        sessions.list(who, before, clock.instant(), limit + 1).collectList())
                .map(rows -> Page.of(rows, limit, last -> Cursor.encode(last.id())));
    }
}
