package org.memoro.languagemodels.dates;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.Token;
import org.memoro.languagemodels.text.WordList;

/** The words of a text as the date rules see them: months, weekdays, counts and ordinals by position. */
final class CalendarWords {

    private static final Map<String, Integer> MONTHS = positions("months");
    private static final Map<String, Integer> WEEKDAYS = positions("weekdays");

    /** The words from zero to twenty, each at its number. */
    static final List<String> COUNTS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    private static final List<String> ORDINALS = List.of(
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");

    private final List<Token> tokens;

    /** Each word of a section with the number of its line, counted from 1. */
    private static Map<String, Integer> positions(String section) {
        Map<String, Integer> positions = new HashMap<>();
        List<String> lines = WordList.sections("dates/calendar.txt").getOrDefault(section, List.of());
        for (int i = 0; i < lines.size(); i++) {
            for (String word : lines.get(i).split(" ")) {
                positions.put(Folding.fold(word), i + 1);
            }
        }
        return Map.copyOf(positions);
    }

    CalendarWords(List<Token> tokens) {
        this.tokens = tokens;
    }

    int size() {
        return tokens.size();
    }

    Token token(int at) {
        return tokens.get(at);
    }

    String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).word() : "";
    }

    boolean is(int at, String... words) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(words);
    }

    /** Whether the words stand here one after another. */
    boolean follows(int at, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals(word(at + i))) {
                return false;
            }
        }
        return true;
    }

    boolean isCapitalised(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isCapitalised();
    }

    /** The month named here, 1 to 12, or 0. */
    int month(int at) {
        return MONTHS.getOrDefault(word(at), 0);
    }

    /** The token after a month's name and the full stop of its abbreviation. */
    int afterMonth(int at) {
        boolean abbreviated = word(at).length() <= 4 && word(at + 1).equals(".");
        return abbreviated ? at + 2 : at + 1;
    }

    /** The weekday named here; the short forms that are words or names too need a capital. */
    @Nullable
    DayOfWeek weekday(int at) {
        DayOfWeek day = dayNamed(word(at));
        boolean shortForm = day != null && word(at).length() <= 5 && !word(at).endsWith("day");
        boolean onlyADay = is(at, "tues", "thurs", "thur", "weds")
                || (is(at - 1, "on", "last", "this", "next", "by", "until", "since") && !is(at + 1, "nav"))
                || is(at + 1, "nite", "night", "evening", "morning", "afternoon");
        return shortForm && !isCapitalised(at) && !onlyADay && !isLowerCaseDay(at) ? null : day;
    }

    /** "drinks w/ tom mon, the crown": a short form that is hardly another word, at the end of what is told. */
    boolean isLowerCaseDay(int at) {
        return is(at, "mon", "tue", "wed", "fri")
                && at > 0
                && (at + 1 >= size() || is(at + 1, ",", ".", ";", "!", "w/", "@", ")", "-", "–"))
                && !is(
                        at - 1, "we", "they", "to", "was", "were", "be", "who", "i", "got", "just", "are", "is", "the",
                        "a", ".", "!", "?", ":", "stir", "he", "she");
    }

    private static @Nullable DayOfWeek dayNamed(String word) {
        Integer day = WEEKDAYS.get(word);
        return day == null ? null : DayOfWeek.of(day);
    }

    /** The weekday named here in the plural, as in "two Sundays ago". */
    @Nullable
    DayOfWeek weekdays(int at) {
        String word = word(at);
        return word.endsWith("days") ? dayNamed(word.substring(0, word.length() - 1)) : null;
    }

    boolean isShortWeekday(int at) {
        return weekday(at) != null && word(at).length() <= 5 && !word(at).endsWith("day");
    }

    /** The number of one token, or -1. */
    int digits(int at) {
        String word = word(at);
        boolean number = !word.isEmpty() && word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(word) : -1;
    }

    /** A count in digits or words, or -1; "a", "an" and "a couple of" count too: see {@link #afterCount}. */
    int count(int at) {
        int digits = digits(at);
        if (digits >= 0) {
            return digits;
        }
        if (is(at, "a", "an")) {
            return is(at + 1, "couple") ? 2 : 1;
        }
        if (is(at, "couple")) {
            return 2;
        }
        return COUNTS.indexOf(word(at));
    }

    int afterCount(int at) {
        int next = is(at, "a") && is(at + 1, "couple") ? at + 2 : at + 1;
        return is(next - 1, "couple") && is(next, "of") ? next + 1 : next;
    }

    /** A year in four digits or in words, or -1; see {@link #afterYear}. */
    int year(int at) {
        int digits = digits(at);
        if (digits >= 0) {
            return word(at).length() == 4 && digits >= 1800 && digits < 2200 ? digits : -1;
        }
        SpokenNumbers.Spoken spoken = SpokenNumbers.year(this, at);
        return spoken == null ? -1 : spoken.value();
    }

    int afterYear(int at) {
        SpokenNumbers.Spoken spoken = digits(at) >= 0 ? null : SpokenNumbers.year(this, at);
        return spoken == null ? at + 1 : spoken.end();
    }

    /** A day of the month as a plain number or an ordinal, or -1. */
    int dayOfMonth(int at) {
        int plain = digits(at);
        int day = plain >= 0 && word(at).length() <= 2 ? plain : ordinal(at);
        return day >= 1 && day <= 31 ? day : -1;
    }

    int afterDayOfMonth(int at) {
        return digits(at) >= 0 ? at + 1 : afterOrdinal(at);
    }

    /** An ordinal such as "3rd", "third", "twenty-first" or "twenty first", or -1. */
    int ordinal(int at) {
        String word = word(at);
        if (word.length() >= 3 && Character.isDigit(word.charAt(0))) {
            return numericOrdinal(word);
        }
        if (is(at, "twenty", "thirty")) {
            int unit = ORDINALS.indexOf(word(at + 1));
            return unit >= 1 && unit <= 9 ? (is(at, "twenty") ? 20 : 30) + unit : -1;
        }
        if (word.startsWith("twenty-") || word.startsWith("thirty-")) {
            int unit = ORDINALS.indexOf(word.substring(7));
            return unit >= 1 ? (word.startsWith("twenty") ? 20 : 30) + unit : -1;
        }
        if (word.equals("thirtieth")) {
            return 30;
        }
        int ordinal = ORDINALS.indexOf(word);
        return ordinal >= 1 ? ordinal : -1;
    }

    int afterOrdinal(int at) {
        return is(at, "twenty", "thirty") ? at + 2 : at + 1;
    }

    private static int numericOrdinal(String word) {
        String digits = word.substring(0, word.length() - 2);
        boolean ordinal = List.of("st", "nd", "rd", "th").contains(word.substring(word.length() - 2))
                && digits.length() <= 2
                && digits.chars().allMatch(Character::isDigit);
        return ordinal ? Integer.parseInt(digits) : -1;
    }
}
