package org.memoro.languagemodels;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A model gave no usable answer; says why in a word and, where known, how long to wait before asking again. */
public final class ModelUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient @Nullable Duration retryAfter;
    private transient @Nullable ModelUsage spent;

    public ModelUnavailableException(Reason reason, String message, @Nullable Duration retryAfter) {
        this(reason, message, retryAfter, null);
    }

    public ModelUnavailableException(
            Reason reason, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    /** The reason as the word used in events and pages, such as {@code rate-limited}. */
    public String code() {
        return reason.code;
    }

    /** How long the provider asked to wait; null when it did not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What was paid for answers that could not be used; null when nothing was. */
    public @Nullable ModelUsage spent() {
        return spent;
    }

    /** Remembers what was paid before the model failed. */
    public ModelUnavailableException after(@Nullable ModelUsage alreadySpent) {
        spent = alreadySpent;
        return this;
    }

    /** Why no answer came. */
    public enum Reason {
        RATE_LIMITED("rate-limited"),
        CREDITS_EXHAUSTED("credits-exhausted"),
        NOT_AUTHORISED("not-authorised"),
        REQUEST_REJECTED("request-rejected"),
        TIMED_OUT("timed-out"),
        UNREACHABLE("unreachable"),
        PROVIDER_FAILED("provider-failed"),
        REFUSED("refused"),
        INVALID_ANSWER("invalid-answer");

        private final String code;

        Reason(String code) {
            this.code = code;
        }
    }
}
