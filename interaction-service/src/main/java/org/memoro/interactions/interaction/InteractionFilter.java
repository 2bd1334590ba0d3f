package org.memoro.interactions.interaction;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which notes a list holds, and after which place it goes on. */
record InteractionFilter(@Nullable UUID contactId, LocalDate from, LocalDate to, NewestFirst after) {
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    static InteractionFilter of(
            @Nullable UUID contactId, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String cursor) {
        return new InteractionFilter(contactId, within(from, EARLIEST), within(to, LATEST), NewestFirst.after(cursor));
    }

    /** Dates no note can have would only trouble the database. */
    private static LocalDate within(@Nullable LocalDate date, LocalDate otherwise) {
        if (date == null || date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            return date == null ? otherwise : date.isBefore(EARLIEST) ? EARLIEST : LATEST;
        }
        return date;
    }
}
