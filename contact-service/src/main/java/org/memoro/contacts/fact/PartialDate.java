package org.memoro.contacts.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A year, a month, a week or a day, as a note tells it: the days from its first to its last. */
public record PartialDate(LocalDate first, LocalDate last) {

    /** Reads {@code 2026}, {@code 2026-05}, {@code 2026-W20} or {@code 2026-05-12}; null for anything else. */
    public static @Nullable PartialDate parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == 4) {
                int year = Integer.parseInt(text);
                return new PartialDate(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            }
            if (text.contains("W")) {
                LocalDate monday = LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE);
                return new PartialDate(monday, monday.plusDays(6));
            }
            if (text.length() == 7) {
                YearMonth month = YearMonth.parse(text);
                return new PartialDate(month.atDay(1), month.atEndOfMonth());
            }
            LocalDate day = LocalDate.parse(text);
            return new PartialDate(day, day);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** Whether it is one day. */
    public boolean isDay() {
        return first.equals(last);
    }
}
