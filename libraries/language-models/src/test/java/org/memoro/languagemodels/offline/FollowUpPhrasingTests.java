package org.memoro.languagemodels.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.offline.Phrasings.Phrasing;

/** What the writer has still to do for whom, however it is put. */
class FollowUpPhrasingTests {

    static Stream<Phrasing> followUps() {
        return Phrasings.of("followups");
    }

    @ParameterizedTest
    @MethodSource("followUps")
    void tellsWhatIsToBeDoneByWhen(Phrasing phrasing) {
        List<String> items = plans(phrasing.read());
        assertThat(items.isEmpty() ? "-" : String.join("; ", items)).isEqualTo(phrasing.expected());
    }

    @ParameterizedTest
    @MethodSource("followUps")
    void makesNoNewsOfIt(Phrasing phrasing) {
        assertThat(phrasing.read().people()).allMatch(person -> person.news() == null);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Saw Anna. I have to send her the book by Friday., send her the book by Friday
                    Remind me to call Anna on Friday.,                call Anna on Friday
                    TODO: book a table with Anna for Saturday,        book a table with Anna for Saturday
                    Lunch with Anna. I owe her a call next week.,     owe her a call next week
                    """)
    void wordsItByWhatIsToBeDone(String note, String errand) {
        assertThat(new Phrasing(note, "").read().people())
                .flatExtracting(person -> person.facts())
                .extracting(fact -> fact.summary())
                .contains(errand);
    }

    private static List<String> plans(Extraction reading) {
        return reading.people().stream()
                .flatMap(person -> person.facts().stream()
                        .filter(fact -> fact.status() == FactStatus.PLANNED)
                        .map(fact -> person.mention() + " " + fact.date() + (fact.needsConfirmation() ? " ?" : "")))
                .toList();
    }
}
