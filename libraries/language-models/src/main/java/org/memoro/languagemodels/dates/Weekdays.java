package org.memoro.languagemodels.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.dates.DatePhrase.Form;

/** Weekdays, alone or with last, this or next, or beside a week or a day of the month. */
final class Weekdays implements DateRule {

    @Override
    public @Nullable Reading read(CalendarWords words, int at, LocalDate today) {
        Reading week = weekThenDay(words, at, today);
        if (week != null) {
            return week;
        }
        Reading weeksBack = weeksBack(words, at, today);
        if (weeksBack != null) {
            return weeksBack;
        }
        int qualified = at;
        String which = "";
        if (words.is(at, "this", "next", "last", "coming", "following", "previous", "past", "upcoming")) {
            which = words.word(at);
            qualified = at + 1;
        }
        if (words.is(qualified, "coming", "upcoming", "past") && !which.isEmpty()) {
            which = words.word(qualified);
            qualified++;
        }
        DayOfWeek weekday = words.weekday(qualified);
        if (weekday == null || isPartOfAName(words, at)) {
            return null;
        }
        int end = afterPartOfDay(words, qualified + 1);
        if (which.isEmpty()) {
            return bare(words, qualified, end, weekday, today);
        }
        return Reading.day(end, qualified(which, weekday, today), Form.RELATIVE);
    }

    private static @Nullable Reading bare(CalendarWords words, int at, int end, DayOfWeek weekday, LocalDate today) {
        Reading dated = withDayOfMonth(words, at + 1, weekday, today);
        if (dated != null) {
            return dated;
        }
        int week = words.is(end, "of", "in") ? end + 1 : end;
        if (words.is(week, "next", "last", "this") && words.is(week + 1, "week")) {
            return Reading.day(week + 2, inWeek(words.word(week), weekday, today), Form.RELATIVE);
        }
        Reading weeksOn = weeksFromNow(words, end, weekday, today);
        if (weeksOn != null) {
            return weeksOn;
        }
        if (words.follows(end, "after", "next") || words.is(end, "week") || isLoneShortForm(words, at)) {
            return null;
        }
        LocalDate past = today.with(TemporalAdjusters.previous(weekday));
        LocalDate future = today.with(TemporalAdjusters.next(weekday));
        return Reading.days(end, past, future, Form.WEEKDAY);
    }

    /** "Monday two weeks from now", "Thursday, two years ago": that day of the week that is meant. */
    private static @Nullable Reading weeksFromNow(CalendarWords words, int at, DayOfWeek weekday, LocalDate today) {
        int start = words.is(at, ",", "in") ? at + 1 : at;
        Reading span = new RelativeDays().read(words, start, today);
        if (span == null || span.form() != Form.RELATIVE || span.said() == PartialDate.Precision.DAY) {
            return null;
        }
        LocalDate monday = span.past().first().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Reading.day(span.end(), monday.plusDays(weekday.getValue() - 1L), Form.RELATIVE);
    }

    /** "two Sundays ago", "the Sunday before last". */
    private static @Nullable Reading weeksBack(CalendarWords words, int at, LocalDate today) {
        int start = words.is(at, "the") ? at + 1 : at;
        DayOfWeek weekday = words.weekday(start);
        if (weekday != null && words.follows(start + 1, "before", "last")) {
            return Reading.day(
                    start + 3, today.with(TemporalAdjusters.previous(weekday)).minusWeeks(1), Form.RELATIVE);
        }
        int count = words.count(at);
        DayOfWeek counted = count < 1 ? null : words.weekdays(words.afterCount(at));
        int end = count < 1 ? at : words.afterCount(at) + 1;
        return counted != null && words.is(end, "ago", "back")
                ? Reading.day(
                        end + 1, today.with(TemporalAdjusters.previous(counted)).minusWeeks(count - 1L), Form.RELATIVE)
                : null;
    }

    private static LocalDate qualified(String which, DayOfWeek weekday, LocalDate today) {
        return switch (which) {
            case "last", "past" -> today.with(TemporalAdjusters.previous(weekday));
            case "coming", "upcoming" -> today.with(TemporalAdjusters.next(weekday));
            default -> inWeek(which, weekday, today);
        };
    }

    private static LocalDate inWeek(String which, DayOfWeek weekday, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int weeks =
                switch (which) {
                    case "next", "following" -> 1;
                    case "last", "previous" -> -1;
                    default -> 0;
                };
        return monday.plusWeeks(weeks).plusDays(weekday.getValue() - 1L);
    }

    /** "next week on Tuesday". */
    private static @Nullable Reading weekThenDay(CalendarWords words, int at, LocalDate today) {
        if (!words.is(at, "next", "last", "this") || !words.is(at + 1, "week")) {
            return null;
        }
        int day = words.is(at + 2, "on", ",") ? at + 3 : at + 2;
        DayOfWeek weekday = words.weekday(day);
        return weekday == null ? null : Reading.day(day + 1, inWeek(words.word(at), weekday, today), Form.RELATIVE);
    }

    /** "Saturday the 23rd", "Monday 21": the nearest month in which that day is that weekday. */
    private static @Nullable Reading withDayOfMonth(CalendarWords words, int at, DayOfWeek weekday, LocalDate today) {
        int dayAt = words.is(at, "the") ? at + 1 : at;
        int day = words.dayOfMonth(dayAt);
        boolean clock = words.is(words.afterDayOfMonth(dayAt), "am", "pm", "o'clock", "people", "-", ":");
        if (day < 0 || clock) {
            return null;
        }
        LocalDate past = fitting(day, weekday, today, -1);
        LocalDate future = fitting(day, weekday, today, 1);
        int end = words.afterDayOfMonth(dayAt);
        if (past == null || future == null) {
            return null;
        }
        long back = today.toEpochDay() - past.toEpochDay();
        long on = future.toEpochDay() - today.toEpochDay();
        // Only one of them is near enough to be meant without a month.
        if (Math.min(back, on) <= 45 && Math.max(back, on) > 45) {
            return Reading.day(end, back < on ? past : future, Form.RELATIVE);
        }
        return Reading.days(end, past, future, Form.RELATIVE);
    }

    private static @Nullable LocalDate fitting(int day, DayOfWeek weekday, LocalDate today, int step) {
        LocalDate date = today;
        for (int tries = 0; tries < 800; tries++, date = date.plusDays(step)) {
            if (date.getDayOfMonth() == day && date.getDayOfWeek() == weekday) {
                return date;
            }
        }
        return null;
    }

    /** Black Friday and every Friday are no particular day; neither is "a Friday". */
    private static boolean isPartOfAName(CalendarWords words, int at) {
        return words.is(
                at - 1, "black", "good", "every", "each", "most", "ash", "holy", "casual", "a", "easter", "whit",
                "palm", "shrove", "cyber", "some", "any", "first", "second", "third", "fourth", "other");
    }

    /** "Sat" and "Sun" are words too. */
    private static boolean isLoneShortForm(CalendarWords words, int at) {
        if (words.is(at, "sat", "sun")
                && words.is(at + 1, "with", "in", "on", "by", "next", "down", "beside", "shone", "is")) {
            return true;
        }
        boolean unmistakable = words.is(at, "tues", "thurs", "thur", "weds") || endsThere(words, at);
        return words.isShortWeekday(at)
                && at > 0
                && !unmistakable
                && !words.is(at - 1, "on", "since", "until", "by", "from", ",", "and", "last", "next", "this", "(");
    }

    /** "Lunch Fri w/ Tom", "drinks sat nite": the short form in a note without verbs. */
    private static boolean endsThere(CalendarWords words, int at) {
        if (words.isLowerCaseDay(at)) {
            return true;
        }
        return words.isCapitalised(at)
                && !words.is(at - 1, "the", "a", ".", "!", "?", ":")
                && (at + 1 >= words.size()
                        || words.is(
                                at + 1, "w/", "with", "@", ",", ":", "-", "–", "—", "night", "nite", "morning",
                                "evening", "am", "pm", ")", ".", ";", "!"));
    }

    private static int afterPartOfDay(CalendarWords words, int at) {
        return words.is(at, "morning", "afternoon", "evening", "night", "lunchtime", "nite", "eve", "arvo")
                ? at + 1
                : at;
    }
}
