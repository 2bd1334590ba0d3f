package org.memoro.embedding.vector;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.embedding.note.ContactName;
import org.memoro.embedding.note.Note;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.Extraction.Role;
import org.springframework.stereotype.Component;

/** Puts a note's passage together: the people its writer typed or, where none was typed, those it was found to name. */
@Component
public class WritePassage {

    /** The passage of a note that was just read; until its people are settled, the reading itself must name them. */
    public Passage first(Note note, @Nullable Extraction reading, List<ContactName> contacts) {
        Names names = Names.of(contacts);
        return passage(
                note,
                List.of(
                        names.typed(note),
                        names.recognised(note),
                        names.read(reading, Role.PARTICIPANT),
                        names.read(reading, Role.MENTIONED)));
    }

    /** The passage of a note whose people are settled: whom somebody took off it stays off. */
    public Passage settled(Note note, List<ContactName> contacts) {
        Names names = Names.of(contacts);
        return passage(note, List.of(names.typed(note), names.recognised(note), names.mentioned(note)));
    }

    /** The first of these lists that names anybody. */
    private static Passage passage(Note note, List<List<String>> candidates) {
        List<String> names = candidates.stream()
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .orElse(List.of());
        return new Passage(names, note.notes());
    }

    /** What people are called: by the contacts of today, else by what the note says. */
    private record Names(Map<String, String> byContact) {

        static Names of(List<ContactName> contacts) {
            return new Names(contacts.stream()
                    .collect(Collectors.toMap(contact -> contact.id().toString(), ContactName::displayName)));
        }

        List<String> typed(Note note) {
            Map<UUID, Note.Person> people = note.participants().stream()
                    .collect(Collectors.toMap(Note.Person::contactId, person -> person, (one, two) -> one));
            return distinct(note.typedContactIds().stream().map(id -> name(id, people.get(id))));
        }

        List<String> recognised(Note note) {
            return distinct(note.participants().stream()
                    .filter(Predicate.not(Note.Person::isTyped))
                    .map(person -> name(person.contactId(), person)));
        }

        List<String> mentioned(Note note) {
            return distinct(note.mentioned().stream().map(person -> name(person.contactId(), person)));
        }

        List<String> read(@Nullable Extraction reading, Role role) {
            return reading == null
                    ? List.of()
                    : distinct(reading.people().stream()
                            .filter(person -> person.role() == role)
                            .map(this::name));
        }

        private @Nullable String name(UUID contactId, Note.@Nullable Person person) {
            String known = byContact.get(contactId.toString());
            return known != null || person == null ? known : person.displayName();
        }

        private String name(Person person) {
            String contactId = person.contactMatch().contactId();
            String known = contactId == null ? null : byContact.get(contactId);
            return known == null ? person.mention() : known;
        }

        private static List<String> distinct(Stream<@Nullable String> names) {
            return names.filter(Objects::nonNull)
                    .filter(Predicate.not(String::isBlank))
                    .distinct()
                    .toList();
        }
    }
}
