package org.memoro.languagemodels;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A note as its writer left it: the text, the moment and place of writing, and the people already known. */
public record ExtractionRequest(String text, Instant writtenAt, ZoneId zone, List<KnownContact> contacts) {

    public ExtractionRequest {
        contacts = List.copyOf(contacts);
    }

    /** The writer's own calendar day, which every relative date is counted from. */
    public LocalDate today() {
        return LocalDate.ofInstant(writtenAt, zone);
    }
}
