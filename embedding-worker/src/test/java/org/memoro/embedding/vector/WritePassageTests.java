package org.memoro.embedding.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.embedding.note.ContactName;
import org.memoro.embedding.note.Note;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.ContactMatch;
import org.memoro.languagemodels.Extraction.Evidence;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.Extraction.Role;

class WritePassageTests {
    private final WritePassage writePassage = new WritePassage();
    private final UUID anna = UUID.randomUUID();
    private final List<ContactName> contacts = List.of(new ContactName(anna, "Anna", "Petrova", null, "Anna Petrova"));

    @Test
    void putsTypedPeopleFirst() {
        Note note = note(List.of(anna), new Note.Person(UUID.randomUUID(), "Tom", "recognised"));

        assertThat(writePassage
                        .first(note, reading(person("Mia", Role.PARTICIPANT, null)), contacts)
                        .text())
                .isEqualTo("Anna Petrova: Tea.");
    }

    @Test
    void takesRecognisedPeopleWhereNoneWasTyped() {
        Note note = note(List.of(), new Note.Person(UUID.randomUUID(), "Tom", "recognised"));

        assertThat(writePassage.first(note, null, contacts).names()).containsExactly("Tom");
    }

    @Test
    void takesThePeopleItReadBeforeAnybodySettledThem() {
        Extraction reading = reading(person("Anna", Role.PARTICIPANT, anna), person("Tom", Role.PARTICIPANT, null));

        assertThat(writePassage.first(note(List.of()), reading, contacts).names())
                .containsExactly("Anna Petrova", "Tom");
    }

    @Test
    void takesWhoIsOnlyTalkedAboutWhenNobodyWasThere() {
        assertThat(writePassage
                        .first(note(List.of()), reading(person("Mia", Role.MENTIONED, null)), contacts)
                        .names())
                .containsExactly("Mia");
    }

    @Test
    void leavesOffWhomSomebodyTookOff() {
        assertThat(writePassage.settled(note(List.of()), contacts).text()).isEqualTo("Tea.");
    }

    @Test
    void callsPeopleByTheirNameOfToday() {
        Note note = note(List.of(anna), new Note.Person(anna, "Anna Novak", "typed"));

        assertThat(writePassage.settled(note, contacts).names()).containsExactly("Anna Petrova");
    }

    @Test
    void leavesOutNamesThatAreNotKnownYet() {
        Note note = note(List.of(), new Note.Person(UUID.randomUUID(), "", "recognised"));

        assertThat(writePassage.settled(note, contacts).names()).isEmpty();
    }

    private static Note note(List<UUID> typed, Note.Person... participants) {
        return new Note(
                UUID.randomUUID(), 1, false, "Tea.", Instant.EPOCH, null, typed, List.of(participants), List.of());
    }

    private static Extraction reading(Person... people) {
        return new Extraction("1", null, null, List.of(people));
    }

    private static Person person(String mention, Role role, UUID contactId) {
        ContactMatch match = ContactMatch.among(contactId == null ? List.of() : List.of(contactId.toString()));
        return new Person(
                mention,
                mention,
                null,
                role,
                match,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                new Evidence(mention, 0, 1),
                0.9,
                false);
    }
}
