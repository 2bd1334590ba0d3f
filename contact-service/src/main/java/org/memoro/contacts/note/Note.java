package org.memoro.contacts.note;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a note.
 *
 * @param version the newest we have heard of
 * @param appliedVersion the one its facts are from; null before the first
 * @param occurredOn null while nobody has told us
 */
public record Note(
        UUID interactionId,
        long version,
        @Nullable Long appliedVersion,
        @Nullable LocalDate occurredOn,
        boolean deleted) {}
