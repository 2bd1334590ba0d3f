package org.memoro.languagemodels.openai;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how long a server asks to be left alone: seconds or a date, as HTTP allows. */
final class RetryAfter {

    /** A provider that asks for more is asked again earlier than it likes. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** Null when the server does not say it, or not so that anybody could read it. */
    static @Nullable Duration of(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .flatMap(value -> wait(value.strip(), headers))
                .map(RetryAfter::bounded)
                .orElse(null);
    }

    private static Optional<Duration> wait(String value, HttpHeaders headers) {
        boolean seconds = !value.isEmpty()
                && value.length() <= MOST_DIGITS
                && value.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return seconds
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : date(value).map(until -> Duration.between(serverTime(headers), until));
    }

    /** A date is meant by the server's own clock, which may differ from ours. */
    private static Instant serverTime(HttpHeaders headers) {
        return headers.firstValue("Date").flatMap(RetryAfter::date).orElseGet(() -> Clock.systemUTC()
                .instant());
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
