package org.memoro.contacts.relationship;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A relative on somebody's page: {@code contact} is their {@code relation}.
 *
 * @param interactionId the note that told it, or null when it was typed by hand
 */
public record Relationship(
        UUID id,
        Relation relation,
        RelatedContact contact,
        @Nullable UUID interactionId) {}
