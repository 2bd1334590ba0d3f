package org.memoro.languagemodels.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateGrammarTests {

    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final DateGrammar grammar = new DateGrammar();

    @ParameterizedTest
    @CsvSource({
        "today,2026-11-20",
        "this morning,2026-11-20",
        "yesterday evening,2026-11-19",
        "last night,2026-11-19",
        "the day before yesterday,2026-11-18",
        "tomorrow,2026-11-21",
        "three days ago,2026-11-17",
        "on Saturday,2026-11-14",
        "last Sunday,2026-11-15",
        "on 3 October,2026-10-03",
        "on the 3rd of October,2026-10-03",
        "October 3rd,2026-10-03",
        "17/11,2026-11-17",
        "17.11.,2026-11-17",
        "17.11.2026,2026-11-17",
        "2026-11-17,2026-11-17",
        "17-Nov-2026,2026-11-17",
        "12 Dec,2025-12-12",
        "last week,2026-W46",
        "in September,2026-09",
        "last year,2025",
        "since 2019,2019",
        "November 2024,2024-11",
        "two months ago,2026-09",
        "in nineteen ninety-six,1996",
        "in two thousand and four,2004",
        "October twenty twenty-four,2024-10",
        "on fifteen August nineteen hundred and three,1903-08-15",
        "on the 12th,2026-11-12",
        "20261016,2026-10-16",
        "last Easter,2026-04-05",
        "on Good Friday 2019,2019-04-19",
        "Thanksgiving 2025,2025-11-27",
        "three weeks after Easter,2026-04-26",
        "Eid al-Fitr 2023,2023-04-21"
    })
    void readsThePast(String text, String expected) {
        assertThat(only(text).behind()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "in May,2027-05",
        "on 3 March,2027-03-03",
        "on Friday,2026-11-27",
        "next Tuesday,2026-11-24",
        "next week on Tuesday,2026-11-24",
        "in two weeks,2026-W49",
        "next month,2026-12",
        "next January,2027-01",
        "7-9 December,2026-12-07",
        "the 20th of next month,2026-12-20",
        "on 29 February,2028-02-29",
        "New Year's Eve,2026-12-31",
        "next year,2027",
        "on Friday 4/12,2026-12-04",
        "by the 27.,2026-11-27",
        "16 days from 13/12,2026-12-29",
        "'Thursday, two years from now',2028-11-23",
        "next Easter,2027-03-28",
        "at Whit Monday,2027-05-17"
    })
    void readsTheFuture(String text, String expected) {
        assertThat(only(text).ahead()).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It may take a while.",
                "This may be late.",
                "They march on.",
                "on 4/5",
                "05.13 percent",
                "every Friday",
                "on Black Friday",
                "Friday after next",
                "day after day",
                "31 February",
                "two to four people",
                "room 2019",
                "April said hello",
                "on the 27 bus",
                "up the 21st.",
                "an Easter egg",
                "a Christmas market",
                "for two thousand friends",
                "twenty people",
                "number 20261399",
                "he sat in the sun",
                "for three weeks",
                "99/99/2026"
            })
    void readsNothingIntoOtherWords(String text) {
        assertThat(grammar.find(text, TODAY)).isEmpty();
    }

    @Test
    void tellsWhereTheDateStands() {
        String text = "🙂 Met Tom on 3 March 2025, again.";

        DatePhrase phrase = grammar.find(text, TODAY).getFirst();

        assertThat(text.substring(phrase.start(), phrase.end())).isEqualTo("3 March 2025");
        assertThat(phrase.form()).isEqualTo(DatePhrase.Form.FULL);
    }

    @Test
    void findsSeveralDatesInOrder() {
        assertThat(grammar.find("Yesterday we planned Monday and 5 May.", TODAY))
                .extracting(phrase -> phrase.ahead().toString())
                .containsExactly("2026-11-19", "2026-11-23", "2027-05-05");
    }

    @ParameterizedTest
    @CsvSource({"2026-W47,true", "2026-W60,false", "2026-02-30,false", "2026-13,false", "26,false", "2026,true"})
    void parsesOnlyDatesThatExist(String text, boolean valid) {
        assertThat(PartialDate.parse(text).isPresent()).isEqualTo(valid);
        PartialDate.parse(text).ifPresent(date -> assertThat(date).hasToString(text));
    }

    private DatePhrase only(String text) {
        List<DatePhrase> phrases = grammar.find(text, TODAY);
        assertThat(phrases).as(text).hasSize(1);
        return phrases.getFirst();
    }
}
