package org.memoro.contacts.exporting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.relationship.RelatedContact;

/**
 * What two contacts are to each other: {@code contact} is {@code of}'s {@code relation}.
 *
 * @param inverse what {@code of} is to {@code contact}, when that was said
 */
record ExportedRelationship(
        UUID id,
        RelatedContact of,
        String relation,
        RelatedContact contact,
        @Nullable String inverse,
        boolean typed,
        @Nullable UUID interactionId,
        Instant createdAt) {}
