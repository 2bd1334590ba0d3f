package org.memoro.languagemodels.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.text.Token;
import org.memoro.languagemodels.text.Tokenizer;

/** Finds the dates in a text and reads them against the day of writing; what could mean two days gives none. */
public final class DateGrammar {

    private static final List<DateRule> RULES = List.of(
            new NumericDates(), new MonthDays(), new RelativeDays(), new Weekdays(), new Periods(), new Holidays());

    /** The dates in the order of the text, none inside another. */
    public List<DatePhrase> find(String text, LocalDate today) {
        return find(Tokenizer.tokens(text), today);
    }

    /** The dates among words that are already split. */
    public List<DatePhrase> find(List<Token> tokens, LocalDate today) {
        CalendarWords words = new CalendarWords(tokens);
        List<DatePhrase> phrases = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Reading reading = longest(words, at, today);
            if (reading == null) {
                at++;
            } else {
                phrases.add(phrase(tokens, at, reading));
                at = reading.end();
            }
        }
        return phrases;
    }

    private static @Nullable Reading longest(CalendarWords words, int at, LocalDate today) {
        Reading longest = null;
        for (DateRule rule : RULES) {
            Reading reading = rule.read(words, at, today);
            if (reading != null && (longest == null || reading.end() > longest.end())) {
                longest = reading;
            }
        }
        return longest;
    }

    private static DatePhrase phrase(List<Token> tokens, int from, Reading reading) {
        return new DatePhrase(
                tokens.get(from).start(),
                tokens.get(reading.end() - 1).end(),
                reading.past(),
                reading.future(),
                reading.form(),
                reading.said());
    }
}
