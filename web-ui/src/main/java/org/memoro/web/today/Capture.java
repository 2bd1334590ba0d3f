package org.memoro.web.today;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.Face;

/** What stands in the capture box. */
public record Capture(
        String text,
        String occurredOn,
        LocalDate today,
        List<With> with,
        @Nullable String error) {

    /** Someone the note is going to be about, chosen before writing. */
    public record With(UUID id, String name, Face face) {}

    static Capture empty(LocalDate today, List<With> with) {
        return new Capture("", "", today, with, null);
    }
}
