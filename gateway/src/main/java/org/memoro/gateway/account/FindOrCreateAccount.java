package org.memoro.gateway.account;

import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.memoro.api.Ids;
import org.memoro.events.AccountChanged;
import org.memoro.events.AccountCreated;
import org.memoro.gateway.GatewaySettings;
import org.memoro.outbox.Outbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The account of whoever signed in: made the first time, brought up to date afterwards. */
@Service
public class FindOrCreateAccount {
    private final Accounts accounts;
    private final TenantTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;
    private final ZoneId usualZone;

    FindOrCreateAccount(
            Accounts accounts, TenantTransactions transactions, Outbox outbox, Clock clock, GatewaySettings settings) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
        this.usualZone = settings.timeZone();
    }

    /** The account's id. */
    public Mono<UUID> of(Person person) {
        return accounts.idOf(person.registrationId(), person.subject())
                .flatMap(accountId -> update(accountId, person))
                .switchIfEmpty(Mono.defer(() -> create(Ids.next(), person)));
    }

    private Mono<UUID> create(UUID accountId, Person person) {
        ZoneId zone = person.zone() == null ? usualZone : person.zone();
        Mono<Boolean> made = accounts.insert(accountId, person, zone.getId(), clock.instant())
                .flatMap(isNew ->
                        isNew ? outbox.append(AccountCreated.of(accountId)).thenReturn(true) : Mono.just(false));
        return transactions
                .inTransaction(accountId, made)
                // Another window of the same person was faster: its account it is.
                .flatMap(isNew ->
                        isNew ? Mono.just(accountId) : accounts.idOf(person.registrationId(), person.subject()));
    }

    private Mono<UUID> update(UUID accountId, Person person) {
        Mono<Void> changed = accounts.updatePerson(accountId, person)
                .flatMap(isNews -> isNews ? outbox.append(AccountChanged.of(accountId)) : Mono.empty());
        return transactions.inTransaction(accountId, changed).thenReturn(accountId);
    }
}
