package org.memoro.interactions.interaction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.interactions.enrichment.Enrichment;

/** One dated note about time with one or more contacts. */
record Interaction(
        UUID id,
        long version,
        NoteContent content,
        Enrichment enrichment,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {

    boolean isDeleted() {
        return deletedAt != null;
    }
}
