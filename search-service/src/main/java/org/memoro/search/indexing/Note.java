package org.memoro.search.indexing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.search.document.NoteDocument;
import org.memoro.search.document.NoteDocument.Person;

/** A note as interaction-service tells it. */
record Note(
        UUID id,
        long version,
        boolean deleted,
        @Nullable String notes,
        @Nullable LocalDate occurredOn,
        @Nullable Instant occurredAt,
        @Nullable String threadId,
        @Nullable List<Participant> participants,
        @Nullable Instant createdAt) {

    /** Someone the note is about. */
    record Participant(UUID contactId, @Nullable String displayName) {
        Person person() {
            return new Person(contactId, displayName == null ? "" : displayName);
        }
    }

    NoteDocument document() {
        if (notes == null || occurredOn == null || createdAt == null) {
            throw new IllegalStateException("interaction-service told a note without text or date");
        }
        return new NoteDocument(id, version, notes, occurredOn, occurredAt, threadId, createdAt, people());
    }

    private List<Person> people() {
        return participants == null
                ? List.of()
                : participants.stream().map(Participant::person).toList();
    }
}
