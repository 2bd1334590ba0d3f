package org.memoro.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTests {
    @ParameterizedTest
    @CsvSource({"Anna, Anna Petrova, true", "anna petrová, Petrova, true", "Ann, Anna, false", "Mia, Max, false"})
    void mayMeanOnePersonWhenOneNameHoldsTheOther(String one, String other, boolean expected) {
        assertThat(PersonName.parse(one).mayBe(PersonName.parse(other))).isEqualTo(expected);
    }

    @Test
    void isBareWithoutAFirstOrALastPart() {
        assertThat(PersonName.parse("Anna").isBare()).isTrue();
        assertThat(PersonName.parse("Anna van der Berg")).isEqualTo(new PersonName("Anna", "van der Berg"));
        assertThat(PersonName.of(null, "Weiss", "Dr. Weiss")).isEqualTo(new PersonName(null, "Weiss"));
        assertThat(PersonName.of(null, " ", "Dr. Weiss")).isEqualTo(new PersonName("Dr.", "Weiss"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 3, 3, 2027-03-03",
        "2026-03-03, 3, 3, 2026-03-03",
        "2026-11-20, 2, 29, 2027-02-28",
        "2027-11-20, 2, 29, 2028-02-29"
    })
    void hasABirthdayEveryYear(LocalDate today, int month, int day, LocalDate expected) {
        assertThat(new Birthday(null, month, day).nextOn(today)).isEqualTo(expected);
    }
}
