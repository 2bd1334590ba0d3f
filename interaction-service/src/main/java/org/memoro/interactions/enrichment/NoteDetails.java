package org.memoro.interactions.enrichment;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Day and place of a note, and what they were taken from. */
record NoteDetails(
        LocalDate occurredOn,
        String occurredOnSource,
        @Nullable Instant occurredAt,
        Instant writtenAt,
        ZoneId zone,
        @Nullable String location,
        @Nullable String locationSource) {
    private static final String TYPED = "typed";
    private static final String NOTE = "note";
    private static final String DEFAULT = "default";

    static NoteDetails of(Readable row) {
        return new NoteDetails(
                row.get("occurred_on", LocalDate.class),
                row.get("occurred_on_source", String.class),
                row.get("occurred_at", Instant.class),
                row.get("written_at", Instant.class),
                ZoneId.of(row.get("zone", String.class)),
                row.get("location", String.class),
                row.get("location_source", String.class));
    }

    /** The same note with what its facts say; what a person typed stays. */
    NoteDetails with(@Nullable LocalDate recognisedDay, @Nullable String recognisedPlace) {
        boolean dayTyped = occurredOnSource.equals(TYPED);
        boolean placeTyped = TYPED.equals(locationSource);
        LocalDate day = recognisedDay == null ? writtenAt.atZone(zone).toLocalDate() : recognisedDay;
        return new NoteDetails(
                dayTyped ? occurredOn : day,
                dayTyped ? TYPED : recognisedDay == null ? DEFAULT : NOTE,
                occurredAt,
                writtenAt,
                zone,
                placeTyped ? location : recognisedPlace,
                placeTyped ? TYPED : recognisedPlace == null ? null : NOTE);
    }
}
