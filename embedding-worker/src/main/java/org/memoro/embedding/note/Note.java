package org.memoro.embedding.note;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A note as interaction-service hands it out; a deleted one has no text. */
public record Note(
        UUID id,
        long version,
        boolean deleted,
        String notes,
        Instant writtenAt,
        @Nullable ZoneId zone,
        List<UUID> typedContactIds,
        List<Person> participants,
        List<Person> mentioned) {

    public Note {
        typedContactIds = List.copyOf(typedContactIds);
        participants = List.copyOf(participants);
        mentioned = List.copyOf(mentioned);
    }

    /** Somebody in the note: typed by its writer, or recognised in its text; the name may not be known yet. */
    public record Person(UUID contactId, @Nullable String displayName, String source) {
        public boolean isTyped() {
            return source.equals("typed");
        }
    }
}
