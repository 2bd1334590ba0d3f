package org.memoro.languagemodels.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Feasts that fall on the same day each year. */
final class Holidays implements DateRule {

    @Override
    public @Nullable Reading read(CalendarWords words, int at, LocalDate today) {
        if (words.is(at, "christmas", "xmas")) {
            if (words.is(at + 1, "eve")) {
                return Reading.yearless(at + 2, 12, 24, today);
            }
            boolean day = words.is(at + 1, "day");
            boolean said = day
                    || words.is(at - 1, "at", "on", "for", "before", "after", "until", "since", "over", "last", "next");
            return said ? Reading.yearless(day ? at + 2 : at + 1, 12, 25, today) : null;
        }
        if (words.follows(at, "new", "year") && words.is(at + 2, "'s")) {
            return words.is(at + 3, "eve")
                    ? Reading.yearless(at + 4, 12, 31, today)
                    : words.is(at + 3, "day") ? Reading.yearless(at + 4, 1, 1, today) : null;
        }
        if (words.is(at, "halloween")) {
            return Reading.yearless(at + 1, 10, 31, today);
        }
        if (words.is(at, "valentine") && words.follows(at + 1, "'s", "day")) {
            return Reading.yearless(at + 3, 2, 14, today);
        }
        return null;
    }
}
