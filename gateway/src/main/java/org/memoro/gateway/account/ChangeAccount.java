package org.memoro.gateway.account;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Etags;
import org.memoro.events.AccountChanged;
import org.memoro.gateway.audit.AuditKind;
import org.memoro.gateway.audit.RecordAudit;
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
    private final RecordAudit recordAudit;

    ChangeAccount(Accounts accounts, TenantTransactions transactions, Outbox outbox, RecordAudit recordAudit) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.outbox = outbox;
        this.recordAudit = recordAudit;
    }

    /** Somebody else's change came in between. */
    private static final class LostRace extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Mono<Account> change(SignedIn who, JsonNode patch, @Nullable String ifMatch) {
        return transactions
                .inTransaction(who.accountId(), once(who, patch, ifMatch))
                .retryWhen(Retry.max(RACES).filter(LostRace.class::isInstance));
    }

    private Mono<Account> once(SignedIn who, JsonNode patch, @Nullable String ifMatch) {
        return accounts.find(who.accountId())
                .switchIfEmpty(
                        Mono.error(() -> ProblemException.of(HttpProblem.NOT_FOUND, "There is no such account.")))
                .flatMap(account -> {
                    Etags.requireMatch(ifMatch, account.version());
                    Account changed = SettingsPatch.of(patch).applyTo(account);
                    return changed.equals(account) ? Mono.just(account) : save(who, account, changed);
                });
    }

    private Mono<Account> save(SignedIn who, Account account, Account changed) {
        return accounts.updateSettings(changed)
                .filter(saved -> saved)
                .switchIfEmpty(Mono.error(LostRace::new))
                .then(outbox.append(AccountChanged.of(changed.id())))
                .then(recordAudit.of(
                        who.accountId(), who.does(AuditKind.SETTINGS_CHANGED, membersChanged(account, changed))))
                .then(Mono.defer(() -> accounts.find(changed.id())));
    }

    /** Which, not to what: the trail says that something changed, the account says what it is now. */
    private static String[] membersChanged(Account from, Account to) {
        return Stream.of(
                        from.timeZone().equals(to.timeZone()) ? null : "timeZone",
                        from.enrichment() == to.enrichment() ? null : "enrichment",
                        from.appearance().equals(to.appearance()) ? null : "appearance")
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }
}
