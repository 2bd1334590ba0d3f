package org.memoro.embedding.spending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.memoro.languagemodels.ModelUsage;
import org.springframework.stereotype.Component;

/** What all accounts together use up at the provider; whose it was, only the account's own rows say. */
@Component
class SpendingMetrics {
    private final Map<Purpose, Counter> read = new EnumMap<>(Purpose.class);
    private final Map<Purpose, Counter> written = new EnumMap<>(Purpose.class);
    private final Map<Purpose, Counter> cost = new EnumMap<>(Purpose.class);

    SpendingMetrics(MeterRegistry meters) {
        for (Purpose purpose : Purpose.values()) {
            read.put(purpose, tokens(meters, purpose, "input"));
            written.put(purpose, tokens(meters, purpose, "output"));
            cost.put(
                    purpose,
                    Counter.builder("memoro.provider.cost")
                            .description(
                                    "What calls to the provider cost, as it says itself or by the prices configured")
                            .baseUnit("dollars")
                            .tag("purpose", purpose.word())
                            .register(meters));
        }
    }

    void spent(Purpose purpose, ModelUsage usage, BigDecimal dollars) {
        add(read, purpose, (double) usage.inputTokens());
        add(written, purpose, (double) usage.outputTokens());
        add(cost, purpose, dollars.doubleValue());
    }

    private static void add(Map<Purpose, Counter> counters, Purpose purpose, double amount) {
        Objects.requireNonNull(counters.get(purpose)).increment(amount);
    }

    private static Counter tokens(MeterRegistry meters, Purpose purpose, String direction) {
        return Counter.builder("memoro.provider.tokens")
                .description("Tokens that the provider read and wrote")
                .tag("purpose", purpose.word())
                .tag("direction", direction)
                .register(meters);
    }
}
