package org.memoro.gateway.token;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;
import org.memoro.api.Page;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The personal access tokens an account has, newest first. */
@Service
class ListTokens {
    private final PersonalTokens tokens;
    private final TenantTransactions transactions;

    ListTokens(PersonalTokens tokens, TenantTransactions transactions) {
        this.tokens = tokens;
        this.transactions = transactions;
    }

    Mono<Page<PersonalToken>> of(UUID accountId, int limit, Cursor from) {
        @Nullable UUID before = from.isStart() ? null : from.uuid(0);
        return transactions
                .inTransaction(
                        accountId, tokens.list(accountId, before, limit + 1).collectList())
                .map(rows -> Page.of(rows, limit, last -> Cursor.encode(last.id())));
    }
}
