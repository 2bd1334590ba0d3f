package org.memoro.languagemodels.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memoro.languagemodels.Extraction.Fact;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.offline.Phrasings.Phrasing;

/** What happened to people, in the many ways in which that is told, and what only sounds like it. */
class NewsPhrasingTests {

    /** Jobs and moves have a table of their own. */
    private static final Set<FactType> ELSEWHERE = Set.of(FactType.JOB, FactType.MOVE);

    static Stream<Phrasing> news() {
        return Phrasings.of("news");
    }

    @ParameterizedTest
    @MethodSource("news")
    void saysWhatHappenedToWhomAndHowSureThatIs(Phrasing phrasing) {
        List<String> read = phrasing.read().people().stream()
                .flatMap(person -> person.facts().stream()
                        .filter(fact -> !ELSEWHERE.contains(fact.type()))
                        .map(fact -> reading(person, fact)))
                .toList();
        assertThat(read.isEmpty() ? "-" : String.join("; ", read)).isEqualTo(phrasing.expected());
    }

    private static String reading(Person person, Fact fact) {
        return (person.mention() + ": " + fact.type() + " " + fact.status()
                        + (fact.isNews() ? "" : ", no news")
                        + (fact.needsConfirmation() ? ", asks" : ""))
                .toLowerCase(Locale.ROOT);
    }
}
