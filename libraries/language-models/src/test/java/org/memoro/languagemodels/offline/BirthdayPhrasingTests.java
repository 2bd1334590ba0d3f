package org.memoro.languagemodels.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.Birthday;
import org.memoro.languagemodels.offline.Phrasings.Phrasing;

/** Whose birthday is when, however it is put. */
class BirthdayPhrasingTests {

    static Stream<Phrasing> birthdays() {
        return Phrasings.of("birthdays");
    }

    @ParameterizedTest
    @MethodSource("birthdays")
    void tellsWhoseBirthdayIsWhen(Phrasing phrasing) {
        List<String> items = items(phrasing.read());
        assertThat(items.isEmpty() ? "-" : String.join("; ", items)).isEqualTo(phrasing.expected());
    }

    private static List<String> items(Extraction reading) {
        return reading.people().stream()
                .filter(person -> person.birthday() != null)
                .map(person -> person.mention() + " " + day(person.birthday()))
                .toList();
    }

    /** As in ISO 8601, which writes a day without its year as {@code --05-20}. */
    private static String day(Birthday birthday) {
        String year = birthday.year() == null ? "-" : birthday.year().toString();
        return String.format(Locale.ROOT, "%s-%02d-%02d", year, birthday.month(), birthday.day());
    }
}
