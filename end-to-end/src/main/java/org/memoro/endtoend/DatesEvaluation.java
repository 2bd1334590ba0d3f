package org.memoro.endtoend;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.memoro.languagemodels.dates.DateGrammar;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.dates.PartialDate;
import org.memoro.languagemodels.dates.PartialDate.Precision;
import tools.jackson.databind.JsonNode;

/**
 * Reads dates out of sentences whose dates are known: {@code {text, reference, gold:[{start, end, type, values}]}} a line,
 * a value being a day or a pair of first day and day after the last.
 *
 * <p>A date is right when it touches the words of a known one and its reading behind or ahead of the day of writing is one
 * of the values. A sentence without dates is a negative.
 */
final class DatesEvaluation {
    private final Path file;
    private final DateGrammar grammar = new DateGrammar();

    DatesEvaluation(Path file) {
        this.file = file;
    }

    void run() {
        Counts all = Counts.NONE;
        int negatives = 0;
        int hit = 0;
        for (JsonNode sentence : JsonLines.read(file)) {
            Counts counts = compare(sentence);
            all = all.plus(counts);
            boolean isNegative = sentence.path("gold").isEmpty();
            negatives += isNegative ? 1 : 0;
            hit += isNegative && counts.wrong() > 0 ? 1 : 0;
        }
        System.out.println("Dates (" + file.getFileName() + "): " + all);
        System.out.println("  sentences without a date: " + negatives + ", with a false one found: " + hit);
    }

    private Counts compare(JsonNode sentence) {
        LocalDate today = LocalDate.parse(sentence.path("reference").asString().substring(0, 10));
        List<DatePhrase> found =
                new ArrayList<>(grammar.find(sentence.path("text").asString(), today));
        int missed = 0;
        int right = 0;
        for (JsonNode known : sentence.path("gold")) {
            DatePhrase match = found.stream()
                    .filter(phrase -> touches(phrase, known) && means(phrase, known.path("values")))
                    .findFirst()
                    .orElse(null);
            if (match == null) {
                missed++;
            } else {
                right++;
                found.remove(match);
            }
        }
        return new Counts(right, found.size(), missed);
    }

    private static boolean touches(DatePhrase phrase, JsonNode known) {
        return phrase.start() < known.path("end").asInt()
                && phrase.end() > known.path("start").asInt();
    }

    private static boolean means(DatePhrase phrase, JsonNode values) {
        return Stream.of(phrase.past(), phrase.future(), phrase.behind(), phrase.ahead())
                .anyMatch(date -> values.valueStream().anyMatch(value -> is(date, value)));
    }

    private static boolean is(PartialDate date, JsonNode value) {
        return value.isString()
                ? date.precision() == Precision.DAY && date.first().toString().equals(value.asString())
                : date.first().toString().equals(value.path(0).asString())
                        && date.last()
                                .plusDays(1)
                                .toString()
                                .equals(value.path(1).asString());
    }
}
