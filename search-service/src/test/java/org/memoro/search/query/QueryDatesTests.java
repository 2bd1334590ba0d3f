package org.memoro.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryDatesTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hiking in March             | 2024-03-30
            hiking in march 2025        | 2025-03-01
            on 3 March, 2025            | 2025-03-14
            Sept 2024 trip              | 2024-09-09
            trips of 2023               | 2023-12-31
            what about 2025-06          | 2025-06-30
            what about 2025-06-07       | 2025-06-07
            the concert in May          | 2025-05-05
            may 2025                    | 2025-05-05
            last May                    | 2025-05-05
            what did I do yesterday     | 2026-03-01
            last month                  | 2026-02-15
            who did I meet last year    | 2025-01-01
            """)
    void fits(String question, LocalDate date) {
        assertThat(QueryDates.in(question, TODAY).fit(date)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hiking in march 2025        | 2024-03-01
            hiking in March             | 2024-04-30
            what may Anna like          | 2025-05-05
            they march on               | 2025-03-05
            what about 2025-06-07       | 2025-06-08
            the decision                | 2025-12-01
            room 12024                  | 2024-01-01
            no date at all              | 2026-03-02
            """)
    void doesNotFit(String question, LocalDate date) {
        assertThat(QueryDates.in(question, TODAY).fit(date)).isFalse();
    }
}
