package org.memoro.languagemodels.dates;

import java.time.LocalDate;
import java.time.YearMonth;
import org.memoro.languagemodels.dates.PartialDate.Precision;

/**
 * A date found in a text: where it stands (UTF-16 offsets), and what it means when it lies behind or ahead of the day of
 * writing; both are the same where the words leave no choice. {@code said} is how exact the words are: "two months ago"
 * counts to a day but says a month.
 */
public record DatePhrase(int start, int end, PartialDate past, PartialDate future, Form form, Precision said) {

    /** How the date was said, which decides what it may be used for. */
    public enum Form {
        /** Day, month and year are written. */
        FULL,
        /** Day and month are written, the year is not. */
        YEARLESS,
        /** Counted from the day of writing, as in "yesterday" or "next May". */
        RELATIVE,
        /** A weekday alone. */
        WEEKDAY,
        /** A month or year, written out. */
        PERIOD
    }

    public boolean isDay() {
        return past.precision() == Precision.DAY;
    }

    /** Whether day and month of a calendar are written, as a birthday needs. */
    public boolean namesCalendarDay() {
        return form == Form.FULL || form == Form.YEARLESS;
    }

    /** The reading that lies behind the day of writing, no more exact than the words. */
    public PartialDate behind() {
        return asSaid(past);
    }

    /** The reading that lies ahead of the day of writing, no more exact than the words. */
    public PartialDate ahead() {
        return asSaid(future);
    }

    /** Whether no reading lies behind the given day. */
    public boolean isOnlyAhead(LocalDate today) {
        return past.first().isAfter(today);
    }

    /** Whether no reading lies ahead of the given day. */
    public boolean isOnlyBehind(LocalDate today) {
        return !future.last().isAfter(today);
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    private PartialDate asSaid(PartialDate date) {
        if (said.compareTo(date.precision()) <= 0) {
            return date;
        }
        return switch (said) {
            case DAY -> date;
            case WEEK -> PartialDate.weekOf(date.first());
            case MONTH -> PartialDate.month(YearMonth.from(date.first()));
            case YEAR -> PartialDate.year(date.first().getYear());
        };
    }
}
