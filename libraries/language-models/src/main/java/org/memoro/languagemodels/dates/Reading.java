package org.memoro.languagemodels.dates;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.dates.DatePhrase.Form;
import org.memoro.languagemodels.dates.PartialDate.Precision;

/** What a rule made of the words up to (not including) the token {@code end}. */
record Reading(int end, PartialDate past, PartialDate future, Form form, Precision said) {

    static Reading of(int end, PartialDate date, Form form) {
        return new Reading(end, date, date, form, date.precision());
    }

    static Reading day(int end, LocalDate day, Form form) {
        return of(end, PartialDate.day(day), form);
    }

    static Reading days(int end, LocalDate past, LocalDate future, Form form) {
        return new Reading(end, PartialDate.day(past), PartialDate.day(future), form, Precision.DAY);
    }

    /** A day and month without a year: the last one not after today, and the next one not before it. */
    static @Nullable Reading yearless(int end, int month, int day, LocalDate today) {
        LocalDate past = nearest(month, day, today, -1);
        LocalDate future = nearest(month, day, today, 1);
        return past == null || future == null ? null : days(end, past, future, Form.YEARLESS);
    }

    /** A month without a year: the running one counts as behind and as ahead. */
    static Reading yearless(int end, int month, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        YearMonth named = now.withMonth(month);
        YearMonth past = named.isAfter(now) ? named.minusYears(1) : named;
        YearMonth future = named.isBefore(now) ? named.plusYears(1) : named;
        return new Reading(end, PartialDate.month(past), PartialDate.month(future), Form.PERIOD, Precision.MONTH);
    }

    static @Nullable Reading full(int end, int year, int month, int day) {
        LocalDate date = dayOrNull(year, month, day);
        return date == null ? null : day(end, date, Form.FULL);
    }

    Reading to(int newEnd) {
        return new Reading(newEnd, past, future, form, said);
    }

    private static @Nullable LocalDate nearest(int month, int day, LocalDate today, int step) {
        // Eight years are enough to meet a leap year whichever century it is.
        for (int year = today.getYear(), tries = 0; tries <= 8; year += step, tries++) {
            LocalDate date = dayOrNull(year, month, day);
            if (date != null && (step < 0 ? !date.isAfter(today) : !date.isBefore(today))) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable LocalDate dayOrNull(int year, int month, int day) {
        boolean valid = month >= 1 && month <= 12 && day >= 1;
        return valid && day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
    }
}
