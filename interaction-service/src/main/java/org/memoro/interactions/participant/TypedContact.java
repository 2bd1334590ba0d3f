package org.memoro.interactions.participant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact that a person named for a note.
 *
 * @param shownContactId the contact that stands for it since a merge; otherwise itself
 * @param displayName null while contact-service could not be asked
 */
public record TypedContact(
        UUID contactId, UUID shownContactId, @Nullable String displayName) {

    static TypedContact unchecked(UUID contactId) {
        return new TypedContact(contactId, contactId, null);
    }
}
