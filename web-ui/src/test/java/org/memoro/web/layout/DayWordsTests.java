package org.memoro.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.memoro.web.neighbour.Birthday;

class DayWordsTests {

    private final DayWords days = new DayWords(Instant.parse("2026-05-14T22:30:00Z"), ZoneId.of("Europe/Vienna"));

    @Test
    void liveInTheZoneOfTheVisitor() {
        assertThat(days.today()).isEqualTo("2026-05-15");
        assertThat(days.time(Instant.parse("2026-05-14T22:30:00Z"))).isEqualTo("00:30");
    }

    @Test
    void nameTheYearOnlyWhenItIsAnother() {
        assertThat(days.day(LocalDate.parse("2026-05-02"))).isEqualTo("2 May");
        assertThat(days.day(LocalDate.parse("2024-12-03"))).isEqualTo("3 December 2024");
    }

    @Test
    void sayHowFarAwayADayIs() {
        assertThat(days.recent(LocalDate.parse("2026-05-14"))).isEqualTo("Yesterday");
        assertThat(days.recent(LocalDate.parse("2026-05-12"))).isEqualTo("Tuesday");
        assertThat(days.recent(LocalDate.parse("2026-05-20"))).isEqualTo("20 May");
        assertThat(days.until(LocalDate.parse("2026-06-02"))).isEqualTo("in 18 days");
    }

    @Test
    void keepALeapDayOnTheLastOfFebruary() {
        Birthday leap = new Birthday(1988, 2, 29);

        assertThat(leap.next(LocalDate.parse("2026-02-28"))).isEqualTo("2026-02-28");
        assertThat(leap.next(LocalDate.parse("2026-03-01"))).isEqualTo("2027-02-28");
        assertThat(leap.next(LocalDate.parse("2028-01-01"))).isEqualTo("2028-02-29");
        assertThat(new Birthday(2026, 2, 29).exists()).isFalse();
    }
}
