package org.memoro.languagemodels;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What one answer used up; the cost in US dollars is null where the provider does not tell it. */
public record ModelUsage(
        String model,
        long inputTokens,
        long outputTokens,
        @Nullable BigDecimal cost) {

    /** Nothing was spent, because the model runs inside this JVM. */
    public static ModelUsage free(String model) {
        return new ModelUsage(model, 0, 0, null);
    }

    /** Both together, for an answer that took two calls. */
    public ModelUsage plus(ModelUsage other) {
        return new ModelUsage(
                other.model, inputTokens + other.inputTokens, outputTokens + other.outputTokens, sum(cost, other.cost));
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal two) {
        if (one == null) {
            return two;
        }
        return two == null ? one : one.add(two);
    }
}
