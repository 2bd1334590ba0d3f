package org.memoro.interactions.interaction;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a patch of a note may say, for the description of the API; {@link NotePatch} reads it. */
record NoteChanges(
        @Schema(minLength = 1, maxLength = 20_000) @Nullable String notes,
        @Schema(format = "date") @Nullable String occurredOn,
        @Schema(format = "date-time") @Nullable String occurredAt,
        @Schema(maxLength = 500) @Nullable String location,
        @Nullable List<String> contactIds,
        @Schema(maxLength = 128) @Nullable String threadId) {}
