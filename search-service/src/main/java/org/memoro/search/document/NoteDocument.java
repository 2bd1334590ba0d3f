package org.memoro.search.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A note as it is kept for searching. */
public record NoteDocument(
        UUID id,
        long version,
        String notes,
        LocalDate occurredOn,
        @Nullable Instant occurredAt,
        @Nullable String threadId,
        Instant createdAt,
        List<Person> people) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    public NoteDocument {
        people = List.copyOf(people);
    }

    /** Someone the note is about. */
    public record Person(UUID contactId, String displayName) {}

    /** The words it is found by: a date or a name that stands beside the note counts as much as one in it. */
    String lexicalText() {
        String names = people.stream().map(Person::displayName).collect(Collectors.joining(", "));
        return DATE.format(occurredOn) + (names.isEmpty() ? "" : ", " + names) + ": " + notes;
    }

    /** What it shares with the other notes of one conversation: a thread, or the same person on the same day. */
    @Nullable
    String threadKey() {
        if (threadId != null) {
            return "thread " + threadId;
        }
        return people.isEmpty()
                ? null
                : "day " + occurredOn + " " + people.getFirst().contactId();
    }

    /** Where it stands in its thread: when it happened or, where only a day is known, when on that day it was written. */
    Instant threadAt() {
        if (occurredAt != null) {
            return occurredAt;
        }
        boolean writtenThatDay = LocalDate.ofInstant(createdAt, ZoneOffset.UTC).equals(occurredOn);
        return writtenThatDay
                ? createdAt
                : occurredOn.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
