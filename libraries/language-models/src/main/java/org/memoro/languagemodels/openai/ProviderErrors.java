package org.memoro.languagemodels.openai;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.ModelUnavailableException;
import org.memoro.languagemodels.ModelUnavailableException.Reason;
import tools.jackson.databind.JsonNode;

/**
 * What a provider's error means for us. The provider's own words are left out: they may repeat the note.
 */
final class ProviderErrors {

    /** A provider that asks for more is asked again earlier than it likes. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private ProviderErrors() {}

    static ModelUnavailableException ofStatus(int status, @Nullable String retryAfter) {
        return new ModelUnavailableException(reason(status), "The provider answered " + status, wait(retryAfter));
    }

    /** An error that came as the answer with status 200, as OpenRouter sends once generation has begun. */
    static ModelUnavailableException inAnswer(JsonNode error, @Nullable String retryAfter) {
        int code = error.path("code").asInt(0);
        return new ModelUnavailableException(
                code == 0 ? Reason.PROVIDER_FAILED : reason(code),
                "The provider answered an error" + (code == 0 ? "" : " " + code),
                wait(retryAfter));
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401 -> Reason.NOT_AUTHORISED;
            case 402 -> Reason.CREDITS_EXHAUSTED;
            case 403 -> Reason.REFUSED;
            case 408, 504, 522, 524 -> Reason.TIMED_OUT;
            case 429 -> Reason.RATE_LIMITED;
            default -> status >= 500 ? Reason.PROVIDER_FAILED : Reason.REQUEST_REJECTED;
        };
    }

    /** Seconds or a date, as HTTP allows. */
    private static @Nullable Duration wait(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return null;
        }
        Duration wait = parsed(retryAfter.strip());
        if (wait == null) {
            return null;
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static @Nullable Duration parsed(String value) {
        try {
            boolean seconds =
                    !value.isEmpty() && value.length() < 10 && value.chars().allMatch(Character::isDigit);
            return seconds
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            Instant.now(),
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
