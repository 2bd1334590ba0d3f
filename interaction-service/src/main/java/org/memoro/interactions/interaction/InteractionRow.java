package org.memoro.interactions.interaction;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.memoro.interactions.enrichment.Enrichment;

/** Turns a row into a note. */
final class InteractionRow {

    private InteractionRow() {}

    static Interaction read(Readable row) {
        Long version = row.get("version", Long.class);
        return new Interaction(
                row.get("id", UUID.class),
                version,
                content(row),
                Enrichment.of(row),
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class),
                row.get("deleted_at", Instant.class));
    }

    private static NoteContent content(Readable row) {
        String locationSource = row.get("location_source", String.class);
        return new NoteContent(
                row.get("notes", String.class),
                row.get("occurred_on", LocalDate.class),
                OccurredOnSource.of(row.get("occurred_on_source", String.class)),
                row.get("occurred_at", Instant.class),
                row.get("written_at", Instant.class),
                ZoneId.of(row.get("zone", String.class)),
                row.get("location", String.class),
                locationSource == null ? null : LocationSource.of(locationSource),
                row.get("thread_id", String.class));
    }
}
