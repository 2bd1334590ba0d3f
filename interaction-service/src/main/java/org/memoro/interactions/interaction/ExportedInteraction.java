package org.memoro.interactions.interaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.api.CsvRow;
import org.memoro.interactions.interaction.InteractionResponse.Person;

/** A note as the API shows it; one that was deleted says when. */
record ExportedInteraction(
        @JsonUnwrapped InteractionResponse note, @Nullable Instant deletedAt) {
    static final String HEAD = CsvRow.of(
            "id",
            "occurredOn",
            "occurredAt",
            "writtenAt",
            "location",
            "threadId",
            "people",
            "notes",
            "createdAt",
            "updatedAt");

    UUID id() {
        return note.id();
    }

    boolean isLiving() {
        return deletedAt == null;
    }

    /** For spreadsheets. */
    String row() {
        return CsvRow.of(
                note.id(),
                note.occurredOn(),
                note.occurredAt(),
                note.writtenAt(),
                note.location(),
                note.threadId(),
                people(),
                note.notes(),
                note.createdAt(),
                note.updatedAt());
    }

    private String people() {
        return Stream.concat(note.participants().stream(), note.mentioned().stream())
                .map(Person::displayName)
                .filter(name -> name != null)
                .collect(Collectors.joining("\n"));
    }
}
