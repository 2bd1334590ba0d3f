package org.memoro.embedding.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.ModelUsage;

/** The provider cannot be used now; carries the reason in a word and, where known, how long to wait. */
public final class ProviderUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String BUDGET_EXHAUSTED = "budget-exhausted";

    private final String code;
    private final @Nullable Duration retryAfter;
    private final transient @Nullable ModelUsage spent;

    public ProviderUnavailable(String code, @Nullable Duration retryAfter) {
        this(code, retryAfter, null);
    }

    ProviderUnavailable(String code, @Nullable Duration retryAfter, @Nullable ModelUsage spent) {
        // Expected at any time and handled where it is caught: a stack trace would tell nobody anything.
        super(code, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
        this.spent = spent;
    }

    /** The account has used up what it may spend in a month. */
    public static ProviderUnavailable budgetExhausted() {
        return new ProviderUnavailable(BUDGET_EXHAUSTED, null);
    }

    /** Whether the account's budget, not the provider, is in the way. */
    public boolean isBudgetExhausted() {
        return code.equals(BUDGET_EXHAUSTED);
    }

    /** The reason as events and pages name it, such as {@code rate-limited}. */
    public String code() {
        return code;
    }

    /** How long the provider asks to wait; null when it did not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What was paid for answers that could not be used; null when nothing was. */
    public @Nullable ModelUsage spent() {
        return spent;
    }
}
