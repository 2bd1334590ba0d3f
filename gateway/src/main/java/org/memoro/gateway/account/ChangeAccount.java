package org.memoro.gateway.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Etags;
import org.memoro.events.AccountChanged;
import org.memoro.outbox.Outbox;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/** Changes what an account has chosen and tells the other services, whose caches may hold it. */
@Service
class ChangeAccount {
    /** Without If-Match the last write wins, so a lost race is simply run again. */
    private static final int RACES = 3;

    private final Accounts accounts;
    private final TenantTransactions transactions;
    private final Outbox outbox;

    ChangeAccount(Accounts accounts, TenantTransactions transactions, Outbox outbox) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Somebody else's change came in between. */
    private static final class LostRace extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Mono<Account> change(UUID accountId, JsonNode patch, @Nullable String ifMatch) {
        return transactions
                .inTransaction(accountId, once(accountId, patch, ifMatch))
                .retryWhen(Retry.max(RACES).filter(LostRace.class::isInstance));
    }

    private Mono<Account> once(UUID accountId, JsonNode patch, @Nullable String ifMatch) {
        return accounts.find(accountId)
                .switchIfEmpty(
                        Mono.error(() -> ProblemException.of(HttpProblem.NOT_FOUND, "There is no such account.")))
                .flatMap(account -> {
                    Etags.requireMatch(ifMatch, account.version());
                    Account changed = SettingsPatch.of(patch).applyTo(account);
                    return changed.equals(account) ? Mono.just(account) : save(changed);
                });
    }

    private Mono<Account> save(Account changed) {
        return accounts.updateSettings(changed)
                .filter(saved -> saved)
                .switchIfEmpty(Mono.error(LostRace::new))
                .then(outbox.append(AccountChanged.of(changed.id())))
                .then(Mono.defer(() -> accounts.find(changed.id())));
    }
}
