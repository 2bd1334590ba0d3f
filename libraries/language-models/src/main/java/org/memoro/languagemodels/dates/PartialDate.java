package org.memoro.languagemodels.dates;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day, ISO week, month or year, no more exact than what was said; written as in EDTF. */
public record PartialDate(Precision precision, LocalDate first) {

    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");

    /** How exact a date is. */
    public enum Precision {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    public static PartialDate day(LocalDate day) {
        return new PartialDate(Precision.DAY, day);
    }

    public static PartialDate weekOf(LocalDate day) {
        return new PartialDate(Precision.WEEK, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    public static PartialDate month(YearMonth month) {
        return new PartialDate(Precision.MONTH, month.atDay(1));
    }

    public static PartialDate year(int year) {
        return new PartialDate(Precision.YEAR, LocalDate.of(year, 1, 1));
    }

    /** Reads {@code YYYY}, {@code YYYY-MM}, {@code YYYY-Www} or {@code YYYY-MM-DD}; empty when it is no such date. */
    public static Optional<PartialDate> parse(String text) {
        try {
            Matcher week = WEEK.matcher(text);
            if (week.matches()) {
                return Optional.of(week(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2))));
            }
            return switch (text.length()) {
                case 4 -> Optional.of(year(Integer.parseInt(text)));
                case 7 -> Optional.of(month(YearMonth.parse(text)));
                case 10 -> Optional.of(day(LocalDate.parse(text)));
                default -> Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The last day that is still part of this date. */
    public LocalDate last() {
        return switch (precision) {
            case DAY -> first;
            case WEEK -> first.plusDays(6);
            case MONTH -> first.with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> first.with(TemporalAdjusters.lastDayOfYear());
        };
    }

    @Override
    public String toString() {
        return switch (precision) {
            case DAY -> first.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        first.get(IsoFields.WEEK_BASED_YEAR),
                        first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> first.format(DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT));
            case YEAR -> String.format(Locale.ROOT, "%04d", first.getYear());
        };
    }

    private static PartialDate week(int year, int week) {
        LocalDate monday = LocalDate.of(year, 1, 4)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(week - 1L);
        if (week < 1 || monday.get(IsoFields.WEEK_BASED_YEAR) != year) {
            throw new DateTimeException("No such week");
        }
        return new PartialDate(Precision.WEEK, monday);
    }
}
