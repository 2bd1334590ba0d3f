package org.memoro.languagemodels.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.dates.DatePhrase.Form;
import org.memoro.languagemodels.dates.PartialDate.Precision;

/** Days counted from the day of writing: yesterday, tonight, two weeks ago, in a month, three days after tomorrow. */
final class RelativeDays implements DateRule {

    private static final List<DateRule> ANCHORS = List.of(new NumericDates(), new MonthDays(), new Holidays());

    @Override
    public @Nullable Reading read(CalendarWords words, int at, LocalDate today) {
        Reading named = named(words, at, today);
        return named != null ? named : counted(words, at, today);
    }

    private static @Nullable Reading named(CalendarWords words, int at, LocalDate today) {
        int start = words.is(at, "the") ? at + 1 : at;
        if (words.follows(start, "day", "before", "yesterday")) {
            return relative(start + 3, today.minusDays(2));
        }
        if (words.follows(start, "day", "after", "tomorrow")) {
            return relative(start + 3, today.plusDays(2));
        }
        if (words.is(at, "this", "earlier", "later") && isPartOfToday(words, at + 1)) {
            return relative(afterPartOfToday(words, at + 1), today);
        }
        if (words.is(at, "last") && words.is(at + 1, "night", "nite", "evening", "nights")) {
            return relative(at + 2, today.minusDays(1));
        }
        return switch (words.word(at)) {
            case "today", "tonight", "heute", "hoy", "oggi" -> relative(at + 1, today);
            case "gestern", "ayer", "ieri" -> relative(at + 1, today.minusDays(1));
            case "vorgestern", "anteayer" -> relative(at + 1, today.minusDays(2));
            case "yesterday", "yest", "yday", "ystdy", "yesturday", "yesterdays" ->
                relative(afterPartOfDay(words, at + 1), today.minusDays(1));
            case "tomorrow", "tmrw", "tmr", "tomorow" -> relative(afterPartOfDay(words, at + 1), today.plusDays(1));
            default -> null;
        };
    }

    private static boolean isPartOfToday(CalendarWords words, int at) {
        return words.is(at, "morning", "afternoon", "evening", "lunchtime", "noon", "today", "arvo", "aft", "am", "pm")
                || (words.is(at, "a", "p") && words.follows(at + 1, ".", "m"));
    }

    private static int afterPartOfToday(CalendarWords words, int at) {
        if (!words.is(at, "a", "p")) {
            return at + 1;
        }
        return words.is(at + 3, ".") ? at + 4 : at + 3;
    }

    private static int afterPartOfDay(CalendarWords words, int at) {
        return words.is(at, "morning", "afternoon", "evening", "night", "nite", "lunchtime", "noon", "eve")
                ? at + 1
                : at;
    }

    private static @Nullable Reading counted(CalendarWords words, int at, LocalDate today) {
        boolean in = words.is(at, "in", "within");
        Span span = Span.at(words, in ? at + 1 : at);
        if (span == null) {
            return null;
        }
        int next = span.end;
        if (in) {
            boolean ended = !words.is(next, "of", "'", "time") || words.is(next, "time");
            return ended ? span.reading(words.is(next, "time") ? next + 1 : next, span.after(today)) : null;
        }
        if (words.is(next, "ago", "back", "earlier")) {
            return span.reading(next + 1, span.before(today));
        }
        return anchored(words, span, today);
    }

    /** "two days before yesterday", "three weeks from now". */
    private static @Nullable Reading anchored(CalendarWords words, Span span, LocalDate today) {
        int at = span.end;
        boolean before = words.is(at, "before");
        if (!before && !words.is(at, "from", "after")) {
            return null;
        }
        int anchor = words.is(at + 1, "the") ? at + 2 : at + 1;
        if (words.is(anchor, "now")) {
            return span.reading(anchor + 1, span.after(today));
        }
        Reading named = anchor(words, at + 1, today);
        if (named == null) {
            return null;
        }
        LocalDate past = named.past().first();
        LocalDate future = named.future().first();
        return before
                ? Reading.days(named.end(), span.before(past), span.before(future), Form.RELATIVE)
                : Reading.days(named.end(), span.after(past), span.after(future), Form.RELATIVE);
    }

    /** What is counted from: yesterday, the next Monday, a day of the calendar, a feast. */
    private static @Nullable Reading anchor(CalendarWords words, int at, LocalDate today) {
        Reading named = named(words, at, today);
        if (named == null) {
            named = weekdayAhead(words, at, today);
        }
        for (DateRule rule : ANCHORS) {
            if (named == null) {
                named = rule.read(words, at, today);
            }
        }
        return named == null || named.said() != Precision.DAY ? null : named;
    }

    private static @Nullable Reading weekdayAhead(CalendarWords words, int at, LocalDate today) {
        DayOfWeek weekday = words.weekday(at);
        return weekday == null ? null : relative(at + 1, today.with(TemporalAdjusters.next(weekday)));
    }

    private static Reading relative(int end, LocalDate day) {
        return Reading.day(end, day, Form.RELATIVE);
    }

    /** A stretch of time such as "two weeks" or "1 month and 21 days". */
    private record Span(int months, int days, Precision said, int end) {

        private static @Nullable Span at(CalendarWords words, int at) {
            Span first = single(words, at);
            if (first == null) {
                return null;
            }
            int joint = words.is(first.end, ",", "and") ? first.end + 1 : first.end;
            Span second = joint > first.end ? single(words, joint) : null;
            return second == null
                    ? first
                    : new Span(first.months + second.months, first.days + second.days, second.said, second.end);
        }

        private static @Nullable Span single(CalendarWords words, int at) {
            int count = words.count(at);
            if (count < 0 || count > 1000) {
                return null;
            }
            int unit = words.afterCount(at);
            return switch (words.word(unit)) {
                case "day", "days" -> new Span(0, count, Precision.DAY, unit + 1);
                case "week", "weeks", "wk", "wks" -> new Span(0, 7 * count, Precision.WEEK, unit + 1);
                case "fortnight" -> new Span(0, 14 * count, Precision.WEEK, unit + 1);
                case "month", "months" -> new Span(count, 0, Precision.MONTH, unit + 1);
                case "year", "years" -> new Span(12 * count, 0, Precision.YEAR, unit + 1);
                default -> null;
            };
        }

        private LocalDate before(LocalDate day) {
            return day.minus(months, ChronoUnit.MONTHS).minusDays(days);
        }

        private LocalDate after(LocalDate day) {
            return day.plus(months, ChronoUnit.MONTHS).plusDays(days);
        }

        private Reading reading(int end, LocalDate day) {
            PartialDate date = PartialDate.day(day);
            return new Reading(end, date, date, Form.RELATIVE, said);
        }
    }
}
