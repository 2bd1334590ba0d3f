package org.memoro.languagemodels.dates;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.dates.DatePhrase.Form;
import org.memoro.languagemodels.dates.PartialDate.Precision;

/** Weeks, months and years: last week, in May, next September, early 2027, since 2019, the 20th of next month. */
final class Periods implements DateRule {

    @Override
    public @Nullable Reading read(CalendarWords words, int at, LocalDate today) {
        int start = afterPartOfPeriod(words, at);
        Reading month = month(words, start, today);
        if (month != null) {
            return month;
        }
        Reading qualified = qualified(words, start, today);
        if (qualified != null) {
            return qualified;
        }
        Reading weekOfYear = weekOfYear(words, at);
        if (weekOfYear != null) {
            return weekOfYear;
        }
        Reading day = dayOfMonth(words, start, today);
        return day != null ? day : year(words, start);
    }

    /** "the end of", "early", "late": we keep the period itself. */
    private static int afterPartOfPeriod(CalendarWords words, int at) {
        int next = words.is(at, "the") ? at + 1 : at;
        if (words.is(next, "end", "beginning", "start", "middle") && words.is(next + 1, "of")) {
            return words.is(next + 2, "the") ? next + 3 : next + 2;
        }
        return words.is(at, "early", "late", "mid", "mid-", "later", "earlier") ? at + 1 : at;
    }

    private static @Nullable Reading month(CalendarWords words, int at, LocalDate today) {
        boolean which = words.is(at, "this", "next", "last");
        int monthAt = which ? at + 1 : at;
        int month = words.month(monthAt);
        if (month == 0 || (which && words.is(monthAt, "may", "march") && !words.isCapitalised(monthAt))) {
            return null;
        }
        int end = words.afterMonth(monthAt);
        if (words.is(end - 1, ".") && (end >= words.size() || words.isCapitalised(end))) {
            end--;
        }
        int yearAt = words.is(end, ",", "of") ? end + 1 : end;
        int year = words.year(yearAt);
        if (year > 0) {
            return Reading.of(words.afterYear(yearAt), PartialDate.month(YearMonth.of(year, month)), Form.PERIOD);
        }
        if (which) {
            return Reading.of(end, PartialDate.month(shifted(words.word(at), month, today)), Form.RELATIVE);
        }
        if (words.is(end, "next", "last", "this") && words.is(end + 1, "year")) {
            int shift = words.is(end, "next") ? 1 : words.is(end, "last") ? -1 : 0;
            return Reading.of(end + 2, PartialDate.month(YearMonth.of(today.getYear() + shift, month)), Form.RELATIVE);
        }
        return isMonthHere(words, monthAt) ? Reading.yearless(end, month, today) : null;
    }

    private static YearMonth shifted(String which, int month, LocalDate today) {
        YearMonth named = YearMonth.of(today.getYear(), month);
        YearMonth now = YearMonth.from(today);
        return switch (which) {
            case "next" -> named.isAfter(now) ? named : named.plusYears(1);
            case "last" -> named.isBefore(now) ? named : named.minusYears(1);
            default -> named;
        };
    }

    /** "may" and "march" are words, "April" and "June" names: alone they need a preposition of time. */
    private static boolean isMonthHere(CalendarWords words, int at) {
        boolean introduced = words.is(
                        at - 1, "in", "until", "till", "since", "by", "from", "of", "for", "early", "late", "mid",
                        "around", "through", "before", "after", "during", "til", "to", "due")
                || (words.is(at - 1, "the") && words.is(at - 2, "in"));
        boolean modal = words.is(at, "may")
                && !words.isCapitalised(at)
                && !words.is(at - 1, "in", "until", "since", "by", "of");
        return introduced && !modal && !words.is(at + 1, "'s") && words.word(at).length() >= 3;
    }

    private static @Nullable Reading qualified(CalendarWords words, int at, LocalDate today) {
        if ((words.is(at, "the", "over", "at", "on") && words.is(at + 1, "weekend"))
                || words.follows(at, "the", "weekend")) {
            return weekend(at + 2, "", today);
        }
        boolean whole = words.is(at, "year", "month", "week")
                && words.is(at - 1, "the")
                && words.is(at - 2, "of")
                && words.is(at - 3, "end", "beginning", "start", "middle");
        if (whole) {
            return switch (words.word(at)) {
                case "week" -> week(at + 1, today);
                case "month" -> Reading.of(at + 1, PartialDate.month(YearMonth.from(today)), Form.RELATIVE);
                default -> Reading.of(at + 1, PartialDate.year(today.getYear()), Form.RELATIVE);
            };
        }
        if (!words.is(at, "this", "next", "last", "past", "coming", "previous", "following", "current")) {
            return null;
        }
        int shift =
                switch (words.word(at)) {
                    case "next", "coming", "following" -> 1;
                    case "last", "past", "previous" -> -1;
                    default -> 0;
                };
        return switch (words.word(at + 1)) {
            case "week" -> words.is(at + 2, "of", "in") ? null : week(at + 2, today.plusWeeks(shift));
            case "weekend" -> weekend(at + 2, words.word(at), today);
            case "month" ->
                Reading.of(at + 2, PartialDate.month(YearMonth.from(today).plusMonths(shift)), Form.RELATIVE);
            case "year" -> Reading.of(at + 2, PartialDate.year(today.getYear() + shift), Form.RELATIVE);
            default -> null;
        };
    }

    private static Reading week(int end, LocalDate day) {
        return Reading.of(end, PartialDate.weekOf(day), Form.RELATIVE);
    }

    /** A weekend is said as its week; before Saturday a weekend that is over was last week's. */
    private static Reading weekend(int end, String which, LocalDate today) {
        LocalDate past = today.getDayOfWeek().getValue() >= 6 && !which.equals("last") ? today : today.minusWeeks(1);
        return switch (which) {
            case "last", "past", "previous" -> week(end, past);
            case "next", "following" -> week(end, today.plusWeeks(1));
            case "this", "coming", "current" -> week(end, today);
            default ->
                new Reading(end, PartialDate.weekOf(past), PartialDate.weekOf(today), Form.RELATIVE, Precision.WEEK);
        };
    }

    /** "the first week of 2027": the first ISO week. */
    private static @Nullable Reading weekOfYear(CalendarWords words, int at) {
        int start = words.is(at, "the") ? at + 1 : at;
        int year = words.year(start + 3);
        boolean week = words.is(start, "first", "1st") && words.follows(start + 1, "week", "of") && year > 0;
        return week
                ? Reading.of(words.afterYear(start + 3), PartialDate.weekOf(LocalDate.of(year, 1, 4)), Form.PERIOD)
                : null;
    }

    /** "the 20th of next month", "on the 21st", "by the 27". */
    private static @Nullable Reading dayOfMonth(CalendarWords words, int at, LocalDate today) {
        int dayAt = words.is(at, "the") ? at + 1 : at;
        int day = words.dayOfMonth(dayAt);
        if (day < 1) {
            return null;
        }
        int next = words.afterDayOfMonth(dayAt);
        if (words.ordinal(dayAt) > 0
                && words.is(next, "of")
                && words.is(next + 1, "this", "next", "last")
                && words.is(next + 2, "month")) {
            int shift = words.is(next + 1, "next") ? 1 : words.is(next + 1, "last") ? -1 : 0;
            YearMonth month = YearMonth.from(today).plusMonths(shift);
            return Reading.full(next + 3, month.getYear(), month.getMonthValue(), day);
        }
        boolean alone = words.is(dayAt - 1, "the") && words.is(dayAt - 2, "on", "until", "till", "by", "since", "for");
        boolean digits = Character.isDigit(words.word(dayAt).charAt(0));
        boolean thing = words.is(next, "of", "birthday", "anniversary", "floor", "time", "grade", "district", "-");
        return alone
                        && digits
                        && !thing
                        && (words.ordinal(dayAt) > 0 || endsClause(words, next))
                        && !words.token(next - 1).afterLineBreak()
                ? nearest(next, day, today)
                : null;
    }

    /** A bare number is a day only where no noun follows: "the 27 bus" is none. */
    private static boolean endsClause(CalendarWords words, int at) {
        return at >= words.size() || words.is(at, ".", ",", ";", "!", "?", ")", "and", "but", "with", "at", "because");
    }

    private static @Nullable Reading nearest(int end, int day, LocalDate today) {
        LocalDate past = today;
        while (past.getDayOfMonth() != day) {
            past = past.minusDays(1);
        }
        LocalDate future = today;
        while (future.getDayOfMonth() != day) {
            future = future.plusDays(1);
        }
        return Reading.days(end, past, future, Form.RELATIVE);
    }

    private static @Nullable Reading year(CalendarWords words, int at) {
        int start = words.is(at, "year") ? (words.is(at + 1, "of") ? at + 2 : at + 1) : at;
        int year = words.year(start);
        boolean introduced = start > at
                || words.is(
                        at - 1, "in", "since", "until", "till", "from", "of", "by", "early", "late", "mid", "before",
                        "after", "during", "around", "for")
                || (words.is(at - 1, "and") && words.year(at - 2) > 0);
        int end = words.afterYear(start);
        boolean counted = words.is(end, "people", "euros", "euro", "€", "km", "times", "dollars", "m");
        // "for two thousand friends" counts; a year in words ends its clause or is followed by a small word.
        boolean counts =
                words.is(end - 1, "thousand", "hundred") && end < words.size() && !words.is(end, ".", ",", "and");
        return year > 0 && introduced && !counted && !counts
                ? Reading.of(end, PartialDate.year(year), Form.PERIOD)
                : null;
    }
}
