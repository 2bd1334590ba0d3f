package org.memoro.interactions.enrichment;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.interactions.participant.RecognisedPerson;
import org.memoro.interactions.participant.Role;

/** What contact-service has read out of one version of a note: who was there, when and where. */
record NoteFacts(
        long version,
        @Nullable List<Person> items,
        @Nullable Day interactionDate,
        @Nullable Place place) {

    /** Someone the note names. */
    record Person(UUID contactId, String displayName, String role) {}

    /** A date as exact as the note gives it. */
    record Day(@Nullable String date) {}

    /** A venue, a city, or both. */
    record Place(@Nullable String name, @Nullable String city) {}

    /** A note whose facts are all gone. */
    static NoteFacts none(long version) {
        return new NoteFacts(version, List.of(), null, null);
    }

    List<RecognisedPerson> people() {
        return items == null
                ? List.of()
                : items.stream()
                        .map(person ->
                                new RecognisedPerson(person.contactId(), person.displayName(), Role.of(person.role())))
                        .toList();
    }

    /** The day, if the note is exact to the day; "in May" does not replace the day of writing. */
    @Nullable
    LocalDate day() {
        if (interactionDate == null || interactionDate.date() == null) {
            return null;
        }
        try {
            return LocalDate.parse(interactionDate.date());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Nullable
    String location() {
        if (place == null) {
            return null;
        }
        String text = Stream.of(place.name(), place.city())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text;
    }
}
