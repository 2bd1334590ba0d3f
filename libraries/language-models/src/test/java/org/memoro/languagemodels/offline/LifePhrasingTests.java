package org.memoro.languagemodels.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memoro.languagemodels.Extraction.Fact;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.offline.Phrasings.Phrasing;

/** The many ways in which people tell who works where, who moves and who lives where. */
class LifePhrasingTests {

    @ParameterizedTest
    @MethodSource("phrasings")
    void readsWorkMovesAndHomes(Phrasing phrasing) {
        List<String> read = phrasing.read().people().stream()
                .flatMap(LifePhrasingTests::told)
                .toList();
        assertThat(read).containsExactlyInAnyOrderElementsOf(expected(phrasing.expected()));
    }

    private static Stream<Phrasing> phrasings() {
        return Phrasings.of("life");
    }

    private static Stream<String> told(Person person) {
        List<String> told = new ArrayList<>();
        person.facts().stream()
                .filter(fact -> fact.type() == FactType.JOB || fact.type() == FactType.MOVE)
                .forEach(fact -> told.add(told(fact)));
        if (person.location() != null) {
            told.add("in %s %s"
                    .formatted(
                            person.location().place(), lower(person.location().status())));
        }
        return told.stream().map(item -> person.mention() + ": " + item);
    }

    private static String told(Fact fact) {
        boolean employed = fact.type() == FactType.JOB && fact.organization() != null;
        return lower(fact.type()) + " " + lower(fact.status()) + (employed ? " at " + fact.organization() : "");
    }

    /** "Anna: job happened at SAP, move planned; Tom: in Graz current", one item each. */
    private static List<String> expected(String cell) {
        return Stream.of(cell.split("; "))
                .filter(people -> !people.equals("nothing"))
                .map(people -> people.split(": ", 2))
                .flatMap(person -> Stream.of(person[1].split(", ")).map(item -> person[0] + ": " + item))
                .toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
