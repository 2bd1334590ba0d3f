package org.memoro.embedding.spending;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.memoro.languagemodels.ModelUsage;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What each account used at the provider, month by month. */
@Repository
class Spending {
    private static final SqlFile FIND_COST = SqlFile.load("enrichment/spending/find_month_cost", "userId", "month");
    private static final SqlFile ADD =
            SqlFile.load("enrichment/spending/add_spending", "userId", "month", "inputTokens", "outputTokens", "cost");

    private static final SqlFile LOCK = SqlFile.load("enrichment/spending/lock_month", "userId", "month");

    private final DatabaseClient database;

    Spending(DatabaseClient database) {
        this.database = database;
    }

    Mono<BigDecimal> cost(UUID userId, LocalDate month) {
        return FIND_COST
                .on(database)
                .bind("userId", userId)
                .bind("month", month)
                .mapValue(BigDecimal.class)
                .one()
                .defaultIfEmpty(BigDecimal.ZERO);
    }

    /** Nobody else looks at what is left of the month until the transaction ends. */
    Mono<Void> lock(UUID userId, LocalDate month) {
        return LOCK.on(database).bind("userId", userId).bind("month", month).then();
    }

    Mono<Void> add(UUID userId, LocalDate month, ModelUsage usage, BigDecimal cost) {
        return ADD.on(database)
                .bind("userId", userId)
                .bind("month", month)
                .bind("inputTokens", usage.inputTokens())
                .bind("outputTokens", usage.outputTokens())
                .bind("cost", cost)
                .then();
    }
}
