package org.memoro.interactions.interaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;

/** A place in the order of notes: newest day first, then the newest written, then by id. */
record NewestFirst(LocalDate occurredOn, Instant createdAt, UUID id) {
    private static final NewestFirst START =
            new NewestFirst(LocalDate.of(9999, 12, 31), Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    static NewestFirst after(@Nullable String cursor) {
        Cursor place = Cursor.decode(cursor);
        return place.isStart() ? START : new NewestFirst(place.date(0), place.instant(1), place.uuid(2));
    }

    static String cursorAt(Interaction interaction) {
        return Cursor.encode(interaction.content().occurredOn(), interaction.createdAt(), interaction.id());
    }
}
