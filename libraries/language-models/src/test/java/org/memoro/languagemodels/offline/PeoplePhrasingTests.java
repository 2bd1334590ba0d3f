package org.memoro.languagemodels.offline;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.ContactMatch;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.ExtractionRequest;
import org.memoro.languagemodels.KnownContact;

/**
 * Who is named, who that is among the contacts, and who is whose relative, however it is put.
 *
 * <p>Each line of the table is a note, a tab and the people read from it with {@code |} between them, {@code -} for none:
 * {@code Anna=Petrova (my cousin) {son Max}} is the contact Anna Petrova, the writer's cousin and Max's mother;
 * {@code Sam=?} may be more than one contact.
 */
class PeoplePhrasingTests {

    private static final OfflineExtractor EXTRACTOR = new OfflineExtractor();
    private static final Instant WRITTEN = Instant.parse("2026-05-20T18:00:00Z");
    private static final List<KnownContact> CONTACTS = List.of(
            known("Anna", "Petrova"),
            known("Tom", "Weber"),
            known("Sam", "Okafor"),
            known("Sam", "Reed"),
            known("Elizabeth", "Brown", "Liz"),
            known("Priya", "Nair"),
            known("Will", "Turner"),
            known("Rosa", "Delgado"),
            known("Jürgen", "Maier"),
            known("Adelaide", "Moon"),
            known("April", "Dean"),
            known("Tiffany", "Gold"),
            known("Bruce", "Lee"));

    @ParameterizedTest
    @CsvFileSource(resources = "/phrasings/people.tsv", delimiter = '\t', quoteCharacter = '`')
    void tellsWhoIsWho(String note, String people) {
        ExtractionRequest request = new ExtractionRequest(note, WRITTEN, ZoneId.of("Europe/London"), CONTACTS);
        assertThat(written(EXTRACTOR.extract(request))).isEqualTo(people);
    }

    private static String written(Extraction reading) {
        return reading.people().isEmpty()
                ? "-"
                : reading.people().stream().map(PeoplePhrasingTests::written).collect(joining(" | "));
    }

    private static String written(Person person) {
        String mine = person.relation() == null
                ? ""
                : " (my " + word(person.relation().type()) + ")";
        String family = person.familyMembers().stream()
                .filter(member -> member.name() != null)
                .map(member -> word(member.relation()) + " " + member.name())
                .collect(joining(", "));
        return person.mention() + contact(person.contactMatch()) + mine + (family.isEmpty() ? "" : " {" + family + "}");
    }

    private static String contact(ContactMatch match) {
        return switch (match.status()) {
            case KNOWN -> "=" + Objects.requireNonNull(match.contactId()).split(" ")[1];
            case AMBIGUOUS -> "=?";
            case NEW -> "";
        };
    }

    private static String word(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static KnownContact known(String first, String last, String... nicknames) {
        return new KnownContact(first + " " + last, first, last, List.of(nicknames));
    }
}
