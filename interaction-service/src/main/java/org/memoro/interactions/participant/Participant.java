package org.memoro.interactions.participant;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact that a note is about.
 *
 * @param contactId the contact that stands for it now; another than was typed after a merge
 * @param displayName null until contact-service could be asked
 */
public record Participant(
        UUID interactionId, UUID contactId, @Nullable String displayName, Source source, Role role) {

    static Participant of(Readable row) {
        return new Participant(
                row.get("interaction_id", UUID.class),
                row.get("shown_contact_id", UUID.class),
                row.get("display_name", String.class),
                Source.of(row.get("source", String.class)),
                Role.of(row.get("role", String.class)));
    }
}
