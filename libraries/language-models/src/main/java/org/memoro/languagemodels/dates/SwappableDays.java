package org.memoro.languagemodels.dates;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.dates.DatePhrase.Form;
import org.memoro.languagemodels.dates.PartialDate.Precision;
import org.memoro.languagemodels.text.Token;

/** Days such as 5/11, which are two different ones: for a reader who knows that a near one is meant. */
public final class SwappableDays {

    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})/(\\d{1,2})");

    /** What is told soon after it happened lies no further back than this. */
    private static final long NEAR = 31;

    /** The other order must lie at least this far back, so that nobody can mean it. */
    private static final long FAR = 75;

    private SwappableDays() {}

    /** The order whose last such day is near, where the other one's is far; null when both are, or none is. */
    public static @Nullable DatePhrase near(Token token, LocalDate today) {
        Matcher matcher = DAY_AND_MONTH.matcher(token.word());
        if (!matcher.matches()) {
            return null;
        }
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(2));
        Reading dayFirst = Reading.yearless(1, second, first, today);
        Reading monthFirst = Reading.yearless(1, first, second, today);
        if (dayFirst == null || monthFirst == null) {
            return null;
        }
        long one = daysBack(dayFirst, today);
        long two = daysBack(monthFirst, today);
        if (Math.min(one, two) > NEAR || Math.max(one, two) < FAR) {
            return null;
        }
        PartialDate day = (one < two ? dayFirst : monthFirst).past();
        return new DatePhrase(token.start(), token.end(), day, day, Form.YEARLESS, Precision.DAY);
    }

    private static long daysBack(Reading reading, LocalDate today) {
        return ChronoUnit.DAYS.between(reading.past().first(), today);
    }
}
