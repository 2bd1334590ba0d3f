package org.memoro.search.rebuild;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Where a rebuild stands; its text goes to whoever drives it, and comes back with the next request. */
record Place(Instant begun, Stage stage, UUID after) {
    private static final UUID FIRST = new UUID(0, 0);

    static Place beginning(Instant now) {
        return new Place(now, Stage.CONTACTS, FIRST);
    }

    /** Reads what {@link #text} wrote; {@link IllegalArgumentException} for anything else. */
    static Place parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a place: " + parts.length + " parts");
        }
        try {
            return new Place(
                    Instant.ofEpochMilli(Long.parseLong(parts[0])),
                    Stage.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                    UUID.fromString(parts[2]));
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    String text() {
        return begun.toEpochMilli() + " " + stage.name().toLowerCase(Locale.ROOT) + " " + after;
    }

    Place after(UUID last) {
        return new Place(begun, stage, last);
    }

    Place atNextStage() {
        return new Place(begun, stage.next(), FIRST);
    }
}
