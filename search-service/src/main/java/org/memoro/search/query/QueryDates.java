package org.memoro.search.query;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The times a question speaks of: months, years, ISO dates, and a few words that count from today. */
final class QueryDates {
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})(?:-(\\d{2}))?\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(19|20)\\d{2}\\b");
    private static final Pattern MONTH =
            Pattern.compile("\\b(" + String.join("|", monthNames()) + ")\\b\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_NEARBY =
            Pattern.compile("^\\s*(?:\\d{1,2}(?:st|nd|rd|th)?)?\\s*,?\\s*(?:of\\s+)?((?:19|20)\\d{2})\\b");
    private static final Pattern BEFORE_MAY = Pattern.compile(
            "(?:\\d|\\b(?:in|last|this|next|since|until|of|early|late|mid|during|before|after|by|every|from|to))\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_MAY = Pattern.compile("^\\s*(?:\\d|$|[?.!,])");

    private final List<Span> spans;

    private QueryDates(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    /** A day, a month in a year, a month in any year, or a year: what is null may be anything. */
    private record Span(
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day) {
        boolean holds(LocalDate date) {
            return (year == null || year == date.getYear())
                    && (month == null || month == date.getMonthValue())
                    && (day == null || day == date.getDayOfMonth());
        }

        static Span day(LocalDate date) {
            return new Span(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        }

        static Span month(LocalDate date) {
            return new Span(date.getYear(), date.getMonthValue(), null);
        }

        static Span year(LocalDate date) {
            return new Span(date.getYear(), null, null);
        }
    }

    /** Reads the times out of a question asked on a day. */
    static QueryDates in(String question, LocalDate today) {
        List<Span> spans = new ArrayList<>();
        StringBuilder rest = new StringBuilder(question);
        takeIsoDates(rest, spans);
        takeMonths(rest, spans);
        YEAR.matcher(rest).results().forEach(year -> spans.add(new Span(Integer.valueOf(year.group()), null, null)));
        relative(today).forEach((words, span) -> {
            if (question.toLowerCase(Locale.ROOT).contains(words)) {
                spans.add(span);
            }
        });
        return new QueryDates(spans);
    }

    /** Whether the question speaks of a time that holds this day. */
    boolean fit(LocalDate date) {
        return spans.stream().anyMatch(span -> span.holds(date));
    }

    private static void takeIsoDates(StringBuilder text, List<Span> spans) {
        for (MatchResult date : ISO.matcher(text.toString()).results().toList()) {
            Integer day = date.group(3) == null ? null : Integer.valueOf(date.group(3));
            spans.add(new Span(Integer.valueOf(date.group(1)), Integer.valueOf(date.group(2)), day));
            blank(text, date.start(), date.end());
        }
    }

    private static void takeMonths(StringBuilder text, List<Span> spans) {
        for (MatchResult month : MONTH.matcher(text.toString()).results().toList()) {
            String after = text.substring(month.end());
            if (isMonth(month.group(1), text.substring(0, month.start()), after)) {
                Matcher year = YEAR_NEARBY.matcher(after);
                boolean hasYear = year.find();
                spans.add(new Span(hasYear ? Integer.valueOf(year.group(1)) : null, numberOf(month.group(1)), null));
                blank(text, month.start(), hasYear ? month.end() + year.end() : month.end());
            }
        }
    }

    /** "May" and "march" are verbs too, and "may" is one far more often than it is a month. */
    private static boolean isMonth(String name, String before, String after) {
        String word = name.toLowerCase(Locale.ROOT);
        if (!word.equals("may")
                && !word.equals("march")
                && !word.equals("mar")
                && !word.equals("dec")
                && !word.equals("jan")) {
            return true;
        }
        boolean capitalInside = Character.isUpperCase(name.charAt(0)) && !before.isBlank();
        return capitalInside
                || BEFORE_MAY.matcher(before).find()
                || AFTER_MAY.matcher(after).find();
    }

    private static Map<String, Span> relative(LocalDate today) {
        return Map.of(
                "today", Span.day(today),
                "yesterday", Span.day(today.minusDays(1)),
                "this month", Span.month(today),
                "last month", Span.month(today.minusMonths(1)),
                "this year", Span.year(today),
                "last year", Span.year(today.minusYears(1)));
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, ' ');
        }
    }

    private static List<String> monthNames() {
        return List.copyOf(numbers().keySet());
    }

    private static int numberOf(String name) {
        Integer number = numbers().get(name.toLowerCase(Locale.ROOT));
        return number == null ? 0 : number;
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (Month month : Month.values()) {
            String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            numbers.put(full, month.getValue());
            numbers.put(full.substring(0, 3), month.getValue());
        }
        numbers.put("sept", Month.SEPTEMBER.getValue());
        return numbers;
    }
}
