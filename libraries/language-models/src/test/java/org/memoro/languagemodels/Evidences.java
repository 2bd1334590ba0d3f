package org.memoro.languagemodels;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.memoro.languagemodels.Extraction.Evidence;
import org.memoro.languagemodels.Extraction.Person;

/** All receipts of an extraction. */
final class Evidences {

    private Evidences() {}

    static List<Evidence> of(Extraction extraction) {
        Stream<Evidence> meeting = Stream.of(
                        extraction.interactionDate() == null
                                ? null
                                : extraction.interactionDate().evidence(),
                        extraction.place() == null ? null : extraction.place().evidence())
                .filter(Objects::nonNull);
        return Stream.concat(meeting, extraction.people().stream().flatMap(Evidences::ofPerson))
                .toList();
    }

    private static Stream<Evidence> ofPerson(Person person) {
        Stream<Evidence> single = Stream.of(
                        person.evidence(),
                        person.relation() == null ? null : person.relation().evidence(),
                        person.birthday() == null ? null : person.birthday().evidence(),
                        person.location() == null ? null : person.location().evidence())
                .filter(Objects::nonNull);
        Stream<Evidence> lists = Stream.concat(
                person.familyMembers().stream().map(Extraction.FamilyMember::evidence),
                person.facts().stream().map(Extraction.Fact::evidence));
        return Stream.concat(single, lists);
    }
}
