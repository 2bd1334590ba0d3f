package org.memoro.languagemodels.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** A day beside the name of its month: 3 March, March 3rd 1991, Sunday the 8th of November, first Friday of July. */
final class MonthDays implements DateRule {

    @Override
    public @Nullable Reading read(CalendarWords words, int at, LocalDate today) {
        int start = at;
        if (words.weekday(at) != null) {
            start = words.is(at + 1, ",") ? at + 2 : at + 1;
        }
        if (words.is(start, "the") && !words.is(start + 1, "may")) {
            start++;
        }
        Reading weekdayOfMonth = weekdayOfMonth(words, start, today);
        if (weekdayOfMonth != null) {
            return weekdayOfMonth;
        }
        int month = words.month(start);
        return month > 0 ? monthFirst(words, start, month, today) : dayFirst(words, start, today);
    }

    private static @Nullable Reading dayFirst(CalendarWords words, int at, LocalDate today) {
        int day = words.dayOfMonth(at);
        if (day < 0) {
            return spokenDayFirst(words, at, today);
        }
        int next = words.afterDayOfMonth(at);
        // "7-9 December" and "7 to 9 December" start on the 7th.
        if (words.is(next, "-", "–", "to", "and", "&") && words.dayOfMonth(next + 1) > day) {
            next = words.afterDayOfMonth(next + 1);
        }
        if (words.is(next, "day") && words.is(next + 1, "of")) {
            next++;
        }
        if (words.is(next, "of", "-", ".")) {
            next++;
        }
        int month = words.month(next);
        return month == 0 ? null : withYear(words, words.afterMonth(next), month, day, today);
    }

    /** "fifteen August": a bare number in words is a day only right before its month. */
    private static @Nullable Reading spokenDayFirst(CalendarWords words, int at, LocalDate today) {
        SpokenNumbers.Spoken day = SpokenNumbers.belowHundred(words, at);
        int month = day == null ? 0 : words.month(day.end());
        return day == null || day.value() > 31 || month == 0 || !words.isCapitalised(day.end())
                ? null
                : withYear(words, words.afterMonth(day.end()), month, day.value(), today);
    }

    private static @Nullable Reading monthFirst(CalendarWords words, int at, int month, LocalDate today) {
        int next = words.afterMonth(at);
        if (words.is(next, "the", "-")) {
            next++;
        }
        int day = words.dayOfMonth(next);
        if (day < 0 || (words.is(next, "second") && words.is(next + 1, "half"))) {
            return null;
        }
        int after = words.afterDayOfMonth(next);
        // "May 20 people came" is a count, and "march 10 miles" a distance.
        boolean capital = words.isCapitalised(at) || words.ordinal(next) > 0;
        return capital || (month != 5 && month != 3) ? withYear(words, after, month, day, today) : null;
    }

    private static @Nullable Reading withYear(CalendarWords words, int at, int month, int day, LocalDate today) {
        int yearAt = words.is(at, ",") || words.is(at, "of", "in") ? at + 1 : at;
        int year = words.year(yearAt);
        if (year > 0) {
            return Reading.full(words.afterYear(yearAt), year, month, day);
        }
        if (words.is(at, "this", "next", "last") && words.is(at + 1, "year")) {
            int shift = words.is(at, "next") ? 1 : words.is(at, "last") ? -1 : 0;
            return Reading.full(at + 2, today.getYear() + shift, month, day);
        }
        return Reading.yearless(at, month, day, today);
    }

    private static @Nullable Reading weekdayOfMonth(CalendarWords words, int at, LocalDate today) {
        int nth = words.is(at, "last") ? -1 : words.ordinal(at);
        DayOfWeek weekday = words.weekday(at + 1);
        if (nth == 0 || nth < -1 || nth > 5 || weekday == null || !words.is(at + 2, "of", "in")) {
            return null;
        }
        int month = words.month(at + 3);
        if (month == 0 || (nth == -1 && !words.is(at, "last"))) {
            return null;
        }
        int end = words.afterMonth(at + 3);
        int year = words.year(end);
        if (year > 0) {
            LocalDate day = nth(YearMonth.of(year, month), nth, weekday);
            return Reading.day(words.afterYear(end), day, DatePhrase.Form.FULL);
        }
        LocalDate thisYear = nth(YearMonth.of(today.getYear(), month), nth, weekday);
        LocalDate past =
                thisYear.isAfter(today) ? nth(YearMonth.of(today.getYear() - 1, month), nth, weekday) : thisYear;
        LocalDate future =
                thisYear.isBefore(today) ? nth(YearMonth.of(today.getYear() + 1, month), nth, weekday) : thisYear;
        return Reading.days(end, past, future, DatePhrase.Form.RELATIVE);
    }

    private static LocalDate nth(YearMonth month, int nth, DayOfWeek weekday) {
        return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
    }
}
