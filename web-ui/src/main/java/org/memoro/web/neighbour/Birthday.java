package org.memoro.web.neighbour;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/** A day of the year, and the year when it is known. */
public record Birthday(@Nullable Integer year, int month, int day) {

    /** The first birthday on or after this day; a 29 February is kept on the 28th in other years. */
    public LocalDate next(LocalDate from) {
        MonthDay monthDay = MonthDay.of(month, day);
        LocalDate thisYear = monthDay.atYear(from.getYear());
        return thisYear.isBefore(from) ? monthDay.atYear(from.getYear() + 1) : thisYear;
    }

    /** The age reached on that birthday, when the year is known. */
    public @Nullable Integer age(LocalDate on) {
        return year == null ? null : on.getYear() - year;
    }

    /** Whether the calendar has this day. */
    public boolean exists() {
        try {
            MonthDay monthDay = MonthDay.of(month, day);
            return year == null || (year > 0 && monthDay.isValidYear(year));
        } catch (DateTimeException none) {
            return false;
        }
    }
}
