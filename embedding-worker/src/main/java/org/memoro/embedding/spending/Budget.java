package org.memoro.embedding.spending;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
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

    private final Spending spending;
    private final TenantTransactions transactions;
    private final Ai ai;
    private final Clock clock;

    Budget(Spending spending, TenantTransactions transactions, EmbeddingWorkerProperties properties, Clock clock) {
        this.spending = spending;
        this.transactions = transactions;
        this.ai = properties.ai();
        this.clock = clock;
    }

    /** Whether the account may ask the provider; calls that run at the same time may overshoot by their own cost. */
    public Mono<Boolean> isLeft(UUID account) {
        return transactions
                .inTransaction(account, spending.cost(account, month()))
                .map(cost -> cost.compareTo(ai.monthlyBudget()) < 0);
    }

    /** Books what reading a note cost. */
    public Mono<Void> book(UUID account, ModelUsage usage) {
        return book(account, usage, costOf(usage, ai.inputPrice()));
    }

    /** Books what embedding a text cost. */
    public Mono<Void> bookEmbedding(UUID account, ModelUsage usage) {
        return book(account, usage, costOf(usage, ai.embeddingPrice()));
    }

    /** When the next month brings a new budget. */
    public Instant renewedAt() {
        return month().plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Mono<Void> book(UUID account, ModelUsage usage, BigDecimal cost) {
        return transactions.inTransaction(account, spending.add(account, month(), usage, cost));
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
