package org.memoro.embedding.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.embedding.RunningWorker;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.languagemodels.ModelUsage;
import org.memoro.tenancy.TenantTransactions;

/** What a month is, and what counts in it. */
class BudgetMonthTests {
    private static final ModelUsage ALL_OF_IT = new ModelUsage("model", 1, 1, new BigDecimal("2.00"));

    private static RunningWorker worker;

    private final UUID account = worker.account(EnrichmentMode.ON);

    @BeforeAll
    static void start() {
        worker = RunningWorker.start();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @Test
    void beginsAnewWithTheMonthInUtcWhereverTheServerStands() {
        spend("2026-11-30T23:59:59.999Z");

        assertThat(isLeft("2026-11-30T23:59:59.999Z")).isFalse();
        assertThat(reserved("2026-11-30T23:59:59.999Z")).isFalse();
        assertThat(isLeft("2026-12-01T00:00:00Z")).isTrue();
        assertThat(reserved("2026-12-01T00:00:00Z")).isTrue();
        assertThat(at("2026-11-30T23:59:59.999Z").renewedAt()).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(at("2026-12-31T12:00:00Z").renewedAt()).isEqualTo("2027-01-01T00:00:00Z");
    }

    @Test
    void leavesNothingSetAsideByAProcessThatDied() {
        Budget late = at("2026-11-20T12:01:01Z");
        reserveAllOf("2026-11-20T12:00:00Z");
        assertThat(at("2026-11-20T12:00:30Z").reserve(account).blockOptional()).isEmpty();

        assertThat(late.reserve(account).blockOptional()).isPresent();
    }

    @Test
    void countsTokensAtTheirPriceWhereTheProviderNamesNoCost() {
        Budget priced = new Budget(
                worker.bean(Spending.class),
                worker.bean(ProviderCalls.class),
                worker.bean(TenantTransactions.class),
                priced(),
                worker.bean(SpendingMetrics.class),
                Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneId.of("UTC")));

        priced.settle(account, call(priced), "engine", new ModelUsage("model", 1_000_000, 250_000, null))
                .block();

        assertThat(cost("2026-11-20T12:00:00Z")).isEqualByComparingTo("1.50");
        assertThat(priced.isLeft(account).block()).isTrue();
    }

    private void spend(String moment) {
        Budget budget = at(moment);
        budget.settle(account, call(budget), "engine", ALL_OF_IT).block();
    }

    /** Each call sets aside a cent. */
    private void reserveAllOf(String moment) {
        for (int i = 0; i < 200; i++) {
            call(at(moment));
        }
    }

    private UUID call(Budget budget) {
        return budget.reserve(account).blockOptional().orElseThrow();
    }

    private boolean isLeft(String moment) {
        return Boolean.TRUE.equals(at(moment).isLeft(account).block());
    }

    private boolean reserved(String moment) {
        return at(moment).reserve(account).blockOptional().isPresent();
    }

    private BigDecimal cost(String moment) {
        return worker.bean(TenantTransactions.class)
                .inTransaction(
                        account,
                        worker.bean(Spending.class)
                                .cost(
                                        account,
                                        java.time.LocalDate.parse(moment.substring(0, 10))
                                                .withDayOfMonth(1)))
                .block();
    }

    /** With the time zone that a server in Auckland has: it must not matter. */
    private static Budget at(String moment) {
        return new Budget(
                worker.bean(Spending.class),
                worker.bean(ProviderCalls.class),
                worker.bean(TenantTransactions.class),
                worker.bean(EmbeddingWorkerProperties.class),
                worker.bean(SpendingMetrics.class),
                Clock.fixed(Instant.parse(moment), ZoneId.of("Pacific/Auckland")));
    }

    private static EmbeddingWorkerProperties priced() {
        return new org.springframework.boot.context.properties.bind.Binder(
                        new org.springframework.boot.context.properties.source.MapConfigurationPropertySource(
                                java.util.Map.of("memoro.ai.input-price", "1.00", "memoro.ai.output-price", "2.00")))
                .bindOrCreate("memoro", EmbeddingWorkerProperties.class);
    }
}
