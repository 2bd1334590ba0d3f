package org.memoro.interactions.interaction;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A note as it arrives: dates and ids still texts, so that each one that is none gets its own problem. */
record NoteRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 20_000) @Nullable
        String notes,

        @Schema(format = "date") @Nullable String occurredOn,
        @Schema(format = "date-time") @Nullable String occurredAt,
        @Schema(format = "date-time") @Nullable String writtenAt,
        @Schema(maxLength = 500) @Nullable String location,
        @Nullable List<@Nullable String> contactIds,
        @Schema(maxLength = 128) @Nullable String threadId) {

    List<@Nullable String> contacts() {
        return contactIds == null ? List.of() : contactIds;
    }
}
