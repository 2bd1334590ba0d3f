package org.memoro.languagemodels.dates;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days and years that are written in words: "fifteen August", "nineteen ninety-six", "two thousand and four". */
final class SpokenNumbers {

    /** Zero to nineteen; twenty and more are put together of {@link #TENS}. */
    private static final List<String> SMALL = CalendarWords.COUNTS.subList(0, 20);

    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety",
            90);

    private static final int EARLIEST = 1500;
    private static final int LATEST = 2199;

    private SpokenNumbers() {}

    /** A number in words and the token after it. */
    record Spoken(int value, int end) {}

    /** A year in words, at least two of them, so that "twenty" alone is none; null when none stands here. */
    static @Nullable Spoken year(CalendarWords words, int at) {
        Spoken first = belowHundred(words, at);
        if (first == null) {
            return null;
        }
        Spoken year = first.value() < 10 ? thousands(words, first) : centuries(words, first);
        return year != null && year.value() >= EARLIEST && year.value() <= LATEST ? year : null;
    }

    /** A number from 1 to 99 in words; null when none stands here. */
    static @Nullable Spoken belowHundred(CalendarWords words, int at) {
        String word = words.word(at);
        int dash = word.indexOf('-');
        if (dash > 0) {
            int unit = SMALL.indexOf(word.substring(dash + 1));
            Integer tens = TENS.get(word.substring(0, dash));
            return tens != null && unit > 0 && unit < 10 ? new Spoken(tens + unit, at + 1) : null;
        }
        int small = SMALL.indexOf(word);
        if (small > 0) {
            return new Spoken(small, at + 1);
        }
        Integer tens = TENS.get(word);
        if (tens == null) {
            return null;
        }
        int unit = SMALL.indexOf(words.word(at + 1));
        return unit > 0 && unit < 10 ? new Spoken(tens + unit, at + 2) : new Spoken(tens, at + 1);
    }

    /** "two thousand", "two thousand and fifteen". */
    private static @Nullable Spoken thousands(CalendarWords words, Spoken first) {
        if (!words.is(first.end(), "thousand")) {
            return null;
        }
        int next = first.end() + 1;
        Spoken rest = belowHundred(words, words.is(next, "and") ? next + 1 : next);
        int thousands = first.value() * 1000;
        return rest == null ? new Spoken(thousands, next) : new Spoken(thousands + rest.value(), rest.end());
    }

    /** "nineteen ninety-six", "nineteen hundred and five", "twenty twenty-six", "nineteen oh five". */
    private static @Nullable Spoken centuries(CalendarWords words, Spoken first) {
        int next = first.end();
        boolean hundred = words.is(next, "hundred");
        if (hundred) {
            next = words.is(next + 1, "and") ? next + 2 : next + 1;
        }
        boolean oh = !hundred && words.is(next, "oh", "o");
        Spoken rest = belowHundred(words, oh ? next + 1 : next);
        boolean fits = rest != null && (oh ? rest.value() < 10 : hundred || rest.value() >= 10);
        if (rest != null && fits) {
            return new Spoken(first.value() * 100 + rest.value(), rest.end());
        }
        return hundred ? new Spoken(first.value() * 100, first.end() + 1) : null;
    }
}
