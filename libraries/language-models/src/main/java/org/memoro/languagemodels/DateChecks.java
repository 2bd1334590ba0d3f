package org.memoro.languagemodels;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.dates.DateGrammar;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.dates.PartialDate;

/** Checks dates that an engine claims against the calendar and against the words they are read from. */
final class DateChecks {

    private static final int EARLIEST_BIRTH = 1880;

    private final DateGrammar grammar = new DateGrammar();
    private final LocalDate today;

    DateChecks(LocalDate today) {
        this.today = today;
    }

    boolean isPast(String date) {
        return PartialDate.parse(date)
                .filter(parsed -> !parsed.first().isAfter(today))
                .isPresent();
    }

    @Nullable
    String ifReal(@Nullable String date) {
        return date != null && PartialDate.parse(date).isPresent() ? date : null;
    }

    boolean isDayOfYear(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength();
    }

    /** The year when somebody can have been born on that day of it. */
    @Nullable
    Integer yearOfBirth(@Nullable Integer year, int month, int day) {
        if (year == null || year < EARLIEST_BIRTH || year > today.getYear()) {
            return null;
        }
        boolean exists = day <= YearMonth.of(year, month).lengthOfMonth();
        return exists && !LocalDate.of(year, month, day).isAfter(today) ? year : null;
    }

    /** Whether the words hold dates, none of which is this one. */
    boolean contradicts(String quote, @Nullable String date) {
        if (date == null) {
            return false;
        }
        List<DatePhrase> said = grammar.find(quote, today);
        return !said.isEmpty() && said.stream().noneMatch(phrase -> means(phrase, date));
    }

    /** Whether the words can be what the day was read from: they hold a date, or at least the number of the day. */
    boolean mayName(String quote, int month, int day) {
        return !grammar.find(quote, today).isEmpty()
                || Pattern.compile("(?<!\\d)0?" + day + "(?!\\d)")
                        .matcher(quote)
                        .find();
    }

    boolean contradictsDay(String quote, int month, int day) {
        List<DatePhrase> said = grammar.find(quote, today).stream()
                .filter(DatePhrase::namesCalendarDay)
                .toList();
        return !said.isEmpty()
                && said.stream()
                        .map(phrase -> phrase.past().first())
                        .noneMatch(date -> date.getMonthValue() == month && date.getDayOfMonth() == day);
    }

    private static boolean means(DatePhrase phrase, String date) {
        return List.of(phrase.past(), phrase.future(), phrase.behind(), phrase.ahead()).stream()
                .anyMatch(reading -> reading.toString().equals(date));
    }
}
