package org.memoro.languagemodels.dates;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.HijrahChronology;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Feasts, fixed and movable, of the nearest year or of the one that is named. */
final class Holidays implements DateRule {

    /** A feast: its words, and its day in a year; null in a year that has none. */
    private record Feast(List<String> words, IntFunction<@Nullable LocalDate> day) {
        private static Feast of(IntFunction<@Nullable LocalDate> day, String... words) {
            return new Feast(List.of(words), day);
        }
    }

    /** Longer names first, since they begin with shorter ones. */
    private static final List<Feast> FEASTS = List.of(
            Feast.of(fixed(12, 24), "christmas", "eve"),
            Feast.of(fixed(12, 25), "christmas", "day"),
            Feast.of(fixed(12, 24), "xmas", "eve"),
            Feast.of(fixed(12, 25), "xmas", "day"),
            Feast.of(fixed(12, 25), "christmas"),
            Feast.of(fixed(12, 25), "xmas"),
            Feast.of(fixed(12, 24), "heiligabend"),
            Feast.of(fixed(12, 31), "silvester"),
            Feast.of(fixed(12, 6), "nikolaus"),
            Feast.of(fixed(1, 6), "epiphany"),
            Feast.of(fixed(12, 26), "boxing", "day"),
            Feast.of(fixed(12, 31), "new", "year", "'s", "eve"),
            Feast.of(fixed(12, 31), "new", "years", "eve"),
            Feast.of(fixed(12, 31), "nye"),
            Feast.of(fixed(1, 1), "new", "year", "'s", "day"),
            Feast.of(fixed(1, 1), "new", "years", "day"),
            Feast.of(fixed(10, 31), "halloween"),
            Feast.of(fixed(2, 14), "valentine", "'s", "day"),
            Feast.of(fixed(2, 14), "valentines", "day"),
            Feast.of(fixed(3, 17), "st", "patrick", "'s", "day"),
            Feast.of(fixed(4, 1), "april", "fools"),
            Feast.of(fixed(4, 22), "earth", "day"),
            Feast.of(fixed(7, 4), "independence", "day"),
            Feast.of(fixed(11, 1), "all", "saints", "day"),
            Feast.of(weekday(Month.NOVEMBER, 4, THURSDAY), "thanksgiving"),
            Feast.of(weekday(Month.SEPTEMBER, 1, MONDAY), "labor", "day"),
            Feast.of(weekday(Month.MAY, -1, MONDAY), "memorial", "day"),
            Feast.of(weekday(Month.JANUARY, 3, MONDAY), "martin", "luther", "king", "day"),
            Feast.of(afterEaster(-47), "shrove", "tuesday"),
            Feast.of(afterEaster(-46), "ash", "wednesday"),
            Feast.of(afterEaster(-7), "palm", "sunday"),
            Feast.of(afterEaster(-3), "maundy", "thursday"),
            Feast.of(afterEaster(-2), "good", "friday"),
            Feast.of(afterEaster(0), "easter", "sunday"),
            Feast.of(afterEaster(1), "easter", "monday"),
            Feast.of(afterEaster(0), "easter"),
            Feast.of(afterEaster(39), "ascension", "day"),
            Feast.of(afterEaster(49), "pentecost"),
            Feast.of(afterEaster(50), "whit", "monday"),
            Feast.of(hijrah(10, 1), "eid", "al", "fitr"),
            Feast.of(hijrah(10, 1), "eid", "al-fitr"),
            Feast.of(hijrah(12, 10), "eid", "al", "adha"),
            Feast.of(hijrah(12, 10), "eid", "al-adha"));

    @Override
    public @Nullable Reading read(CalendarWords words, int at, LocalDate today) {
        boolean which = words.is(at, "last", "previous", "past", "next", "this", "coming");
        int start = which ? at + 1 : at;
        for (Feast feast : FEASTS) {
            if (words.follows(start, feast.words().toArray(String[]::new))) {
                int end = start + feast.words().size();
                return isDate(words, start, end)
                        ? reading(feast, words, which ? words.word(at) : "", end, today)
                        : null;
            }
        }
        return null;
    }

    /** Christmas and Easter alone are a season and the first part of many words: they need a word of time before. */
    private static boolean isDate(CalendarWords words, int start, int end) {
        boolean season = end == start + 1 && words.is(start, "christmas", "xmas", "easter");
        boolean introduced = words.is(
                        start - 1,
                        "at",
                        "on",
                        "for",
                        "before",
                        "after",
                        "until",
                        "since",
                        "over",
                        "last",
                        "next",
                        "by",
                        "previous",
                        "past",
                        "this",
                        "from",
                        "of",
                        "coming")
                || words.year(end) > 0;
        boolean compound = words.is(
                end,
                "egg",
                "eggs",
                "tree",
                "market",
                "card",
                "cards",
                "dinner",
                "present",
                "presents",
                "party",
                "lunch",
                "break",
                "holidays",
                "weekend",
                "week",
                "island",
                "bunny",
                "cake");
        return (!season || introduced) && !compound;
    }

    private static @Nullable Reading reading(Feast feast, CalendarWords words, String which, int end, LocalDate today) {
        int yearAt = words.is(end, ",", "of", "in") ? end + 1 : end;
        int year = words.year(yearAt);
        if (year > 0) {
            LocalDate day = feast.day().apply(year);
            return day == null ? null : Reading.day(words.afterYear(yearAt), day, DatePhrase.Form.FULL);
        }
        LocalDate behind = nearest(feast, today, -1);
        LocalDate ahead = nearest(feast, today, 1);
        if (behind == null || ahead == null) {
            return null;
        }
        return switch (which) {
            case "last", "previous", "past" -> Reading.day(end, behind, DatePhrase.Form.RELATIVE);
            case "next", "coming" -> Reading.day(end, ahead, DatePhrase.Form.RELATIVE);
            default -> Reading.days(end, behind, ahead, DatePhrase.Form.YEARLESS);
        };
    }

    /** The nearest one up to today, or from today on. */
    private static @Nullable LocalDate nearest(Feast feast, LocalDate today, int step) {
        for (int tries = 0, year = today.getYear(); tries <= 2; tries++, year += step) {
            LocalDate day = feast.day().apply(year);
            if (day != null && (step < 0 ? !day.isAfter(today) : !day.isBefore(today))) {
                return day;
            }
        }
        return null;
    }

    private static IntFunction<@Nullable LocalDate> fixed(int month, int day) {
        return year -> LocalDate.of(year, month, day);
    }

    private static IntFunction<@Nullable LocalDate> weekday(Month month, int nth, DayOfWeek weekday) {
        return year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
    }

    private static IntFunction<@Nullable LocalDate> afterEaster(int days) {
        return year -> easter(year).plusDays(days);
    }

    /** The anonymous Gregorian computus, as given by Meeus, Astronomical Algorithms, chapter 8. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (b - (b + 8) / 25 + 1) / 3;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }

    /** The day of the Umm al-Qura calendar that begins in this year; a Gregorian year without it gives none. */
    private static IntFunction<@Nullable LocalDate> hijrah(int month, int day) {
        return year -> {
            try {
                int about =
                        HijrahChronology.INSTANCE.date(LocalDate.of(year, 1, 1)).get(ChronoField.YEAR);
                for (int hijrahYear = about; hijrahYear <= about + 1; hijrahYear++) {
                    LocalDate date = LocalDate.from(HijrahChronology.INSTANCE.date(hijrahYear, month, day));
                    if (date.getYear() == year) {
                        return date;
                    }
                }
            } catch (DateTimeException outsideTheTables) {
                return null;
            }
            return null;
        };
    }
}
