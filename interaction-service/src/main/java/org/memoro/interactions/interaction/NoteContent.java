package org.memoro.interactions.interaction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a note says, and when and where it was.
 *
 * @param writtenAt what "yesterday" in the text is counted from
 * @param zone the writer's when it was written; days begin by it
 */
record NoteContent(
        String notes,
        LocalDate occurredOn,
        OccurredOnSource occurredOnSource,
        @Nullable Instant occurredAt,
        Instant writtenAt,
        ZoneId zone,
        @Nullable String location,
        @Nullable LocationSource locationSource,
        @Nullable String threadId) {

    /** Takes over day and place that were read out of the text before, where nothing was typed. */
    NoteContent keepingRecognised(NoteContent before) {
        boolean day = occurredOnSource == OccurredOnSource.DEFAULT && before.occurredOnSource == OccurredOnSource.NOTE;
        boolean place = locationSource == null && before.locationSource == LocationSource.NOTE;
        return new NoteContent(
                notes,
                day ? before.occurredOn : occurredOn,
                day ? OccurredOnSource.NOTE : occurredOnSource,
                occurredAt,
                writtenAt,
                zone,
                place ? before.location : location,
                place ? LocationSource.NOTE : locationSource,
                threadId);
    }
}
