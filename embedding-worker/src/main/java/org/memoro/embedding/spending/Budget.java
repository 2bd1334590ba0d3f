package org.memoro.embedding.spending;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Ids;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.embedding.EmbeddingWorkerProperties.Ai;
import org.memoro.languagemodels.ModelUsage;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps every account within what it may use at the provider in a calendar month. */
@Component
public class Budget {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** In US dollars: a long note read by a good model. Too much is given back within seconds, too little is overspent. */
    private static final BigDecimal EXPECTED_COST = new BigDecimal("0.01");

    private final Spending spending;
    private final ProviderCalls calls;
    private final TenantTransactions transactions;
    private final Ai ai;
    private final SpendingMetrics metrics;
    private final Clock clock;

    Budget(
            Spending spending,
            ProviderCalls calls,
            TenantTransactions transactions,
            EmbeddingWorkerProperties properties,
            SpendingMetrics metrics,
            Clock clock) {
        this.metrics = metrics;
        this.spending = spending;
        this.calls = calls;
        this.transactions = transactions;
        this.ai = properties.ai();
        this.clock = clock;
    }

    /** Whether the account may have texts embedded; each costs so little that nothing is set aside for it. */
    public Mono<Boolean> isLeft(UUID account) {
        return transactions
                .inTransaction(account, spending.cost(account, month()))
                .map(cost -> cost.compareTo(ai.monthlyBudget()) < 0);
    }

    /**
     * Sets aside what reading a note may cost; empty when what was spent and set aside uses the budget up. Of notes that
     * are read at the same time, the last ones within a budget are so the only ones.
     */
    public Mono<UUID> reserve(UUID account) {
        LocalDate month = month();
        Mono<UUID> opening = calls.open(account, Ids.next(), month, EXPECTED_COST, ai.monthlyBudget(), clock.instant());
        return transactions.inTransaction(account, spending.lock(account, month).then(opening));
    }

    /** Gives back what was set aside for a call that cost nothing. */
    public Mono<Void> release(UUID account, UUID call) {
        return transactions.inTransaction(account, calls.delete(account, call));
    }

    /** Books what reading a note cost, by which model and prompt. */
    public Mono<Void> settle(UUID account, UUID call, String engine, ModelUsage usage) {
        return book(account, call, Purpose.FACTS, engine, usage, costOf(usage, ai.inputPrice()));
    }

    /** Books what embedding a text cost. */
    public Mono<Void> bookEmbedding(UUID account, Purpose purpose, ModelUsage usage) {
        return book(account, Ids.next(), purpose, null, usage, costOf(usage, ai.embeddingPrice()));
    }

    /** When the next month brings a new budget. */
    public Instant renewedAt() {
        return month().plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Mono<Void> book(
            UUID account, UUID call, Purpose purpose, @Nullable String engine, ModelUsage usage, BigDecimal cost) {
        Mono<Void> writing = spending.add(account, month(), usage, cost)
                .then(calls.keep(account, call, purpose, engine, usage, cost, clock.instant()));
        return transactions.inTransaction(account, writing).doOnSuccess(booked -> metrics.spent(purpose, usage, cost));
    }

    private BigDecimal costOf(ModelUsage usage, BigDecimal inputPrice) {
        if (usage.cost() != null) {
            return usage.cost();
        }
        return inputPrice
                .multiply(BigDecimal.valueOf(usage.inputTokens()))
                .add(ai.outputPrice().multiply(BigDecimal.valueOf(usage.outputTokens())))
                .divide(MILLION);
    }

    private LocalDate month() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    }
}
