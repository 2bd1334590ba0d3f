package org.memoro.languagemodels.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.text.Tokenizer;

/** Dates in digits: 2026-11-20, 17/11, 21.3.1991, 05-Aug-2016; where day and month could be swapped, none. */
final class NumericDates implements DateRule {

    /** Nobody names the weekday of a day without its year so far off. */
    private static final long FAR_AWAY = 370;

    private static final long TOO_CLOSE_TO_CALL = 60;

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern NO_YEAR = Pattern.compile("(\\d{1,2})([/.])(\\d{1,2})");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)");
    private static final Pattern MONTH_THEN_DAY = Pattern.compile("([a-z]{3,9})(\\d{1,2})(?:st|nd|rd|th)?");
    private static final Pattern NAMED_YEAR_FIRST = Pattern.compile("(\\d{4})-([a-z]{3,9})-(\\d{1,2})");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})-([a-z]{3,9})-(\\d{4}|\\d{2})");

    @Override
    public @Nullable Reading read(CalendarWords words, int at, LocalDate today) {
        int start = weekdayBefore(words, at);
        String word = words.word(start);
        Matcher matcher = YEAR_FIRST.matcher(word);
        if (matcher.matches()) {
            return Reading.full(start + 1, number(matcher, 1), number(matcher, 3), number(matcher, 4));
        }
        matcher = COMPACT.matcher(word);
        if (matcher.matches()) {
            return Reading.full(start + 1, number(matcher, 1), number(matcher, 2), number(matcher, 3));
        }
        matcher = MONTH_THEN_DAY.matcher(word);
        if (matcher.matches() && matcher.group(1).length() > 3) {
            int month = month(matcher.group(1));
            return month == 0 ? null : Reading.yearless(start + 1, month, number(matcher, 2), today);
        }
        matcher = YEAR_LAST.matcher(word);
        if (matcher.matches()) {
            return dayAndMonth(number(matcher, 1), matcher.group(2), number(matcher, 3))
                    .map(start + 1, year(matcher.group(4), today), today);
        }
        matcher = NAMED_YEAR_FIRST.matcher(word);
        if (matcher.matches()) {
            int month = month(matcher.group(2));
            return month == 0 ? null : Reading.full(start + 1, number(matcher, 1), month, number(matcher, 3));
        }
        matcher = NAMED.matcher(word);
        if (matcher.matches()) {
            int month = month(matcher.group(2));
            return month == 0
                    ? null
                    : Reading.full(start + 1, year(matcher.group(3), today), month, number(matcher, 1));
        }
        matcher = NO_YEAR.matcher(word);
        if (!matcher.matches() || !isDate(words, start)) {
            return null;
        }
        DayOfWeek weekday = start > at ? words.weekday(at) : null;
        Reading settled = weekday == null ? null : fitting(start + 1, matcher, weekday, today);
        return settled != null ? settled : withoutYear(words, start, matcher, today);
    }

    private static int month(String name) {
        return new CalendarWords(Tokenizer.tokens(name)).month(0);
    }

    /** "Friday 7/6": the order of the numbers whose nearest such day is a Friday, or is so sooner. */
    private static @Nullable Reading fitting(int end, Matcher matcher, DayOfWeek weekday, LocalDate today) {
        Reading dayFirst = new DayAndMonth(number(matcher, 1), number(matcher, 3)).map(end, 0, today);
        Reading monthFirst = new DayAndMonth(number(matcher, 3), number(matcher, 1)).map(end, 0, today);
        long one = distance(dayFirst, weekday, today);
        long two = distance(monthFirst, weekday, today);
        if (Math.min(one, two) > FAR_AWAY || Math.abs(one - two) < TOO_CLOSE_TO_CALL) {
            return null;
        }
        return one < two ? dayFirst : monthFirst;
    }

    /** How many days off the nearest reading on that weekday is. */
    private static long distance(@Nullable Reading reading, DayOfWeek weekday, LocalDate today) {
        if (reading == null) {
            return Long.MAX_VALUE / 2;
        }
        return Stream.of(reading.past(), reading.future())
                .map(PartialDate::first)
                .filter(day -> day.getDayOfWeek() == weekday)
                .mapToLong(day -> Math.abs(day.toEpochDay() - today.toEpochDay()))
                .min()
                .orElse(Long.MAX_VALUE / 2);
    }

    private static @Nullable Reading withoutYear(CalendarWords words, int at, Matcher matcher, LocalDate today) {
        // "12.11." is how a German keyboard writes a day; its last stop belongs to the date.
        boolean closing = matcher.group(2).equals(".")
                && words.is(at + 1, ".")
                && !words.token(at + 1).afterSpace();
        boolean endsSentence = at + 2 >= words.size() || words.isCapitalised(at + 2);
        int end = closing && !endsSentence ? at + 2 : at + 1;
        return dayAndMonth(number(matcher, 1), matcher.group(2), number(matcher, 3))
                .map(end, 0, today);
    }

    /** Scores, prices, fractions and times look alike; a date does not follow "at" nor precede a unit. */
    private static boolean isDate(CalendarWords words, int at) {
        boolean measured = words.is(
                at + 1, "percent", "%", "km", "kg", "m", "cm", "euro", "euros", "€", "$", "million", "am", "pm",
                "stars", "hours", "h");
        boolean priced = words.is(
                at - 1, "at", "€", "$", "£", "version", "v", "about", "than", "score", "scored", "rated", "size");
        return !measured && !priced;
    }

    private static int weekdayBefore(CalendarWords words, int at) {
        if (words.weekday(at) == null) {
            return at;
        }
        return words.is(at + 1, ",") ? at + 2 : at + 1;
    }

    /** The two numbers in the only order they can have; 13 to 31 is always the day, and a stop always follows the day first. */
    private static DayAndMonth dayAndMonth(int first, String separator, int second) {
        if (first > 12 || (separator.equals(".") && second <= 12)) {
            return new DayAndMonth(first, second);
        }
        if (second > 12) {
            return new DayAndMonth(second, first);
        }
        return first == second ? new DayAndMonth(first, second) : DayAndMonth.UNKNOWN;
    }

    private static int year(String digits, LocalDate today) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        int thisCentury = today.getYear() / 100 * 100 + year;
        return thisCentury > today.getYear() + 10 ? thisCentury - 100 : thisCentury;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** A day and a month whose order is settled. */
    private record DayAndMonth(int day, int month) {

        private static final DayAndMonth UNKNOWN = new DayAndMonth(0, 0);

        private @Nullable Reading map(int end, int year, LocalDate today) {
            if (day == 0) {
                return null;
            }
            return year == 0 ? Reading.yearless(end, month, day, today) : Reading.full(end, year, month, day);
        }
    }
}
