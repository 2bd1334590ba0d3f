package org.memoro.contacts.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact with what only this service needs to know: who made it, and whether it is still there.
 *
 * @param createdBy a contact the machine made goes when nothing speaks for it any more
 */
public record KeptContact(
        Contact contact,
        Maker createdBy,
        @Nullable Instant deletedAt,
        @Nullable Maker deletedBy,
        @Nullable UUID mergedInto) {

    /** Whether it is to be seen: neither deleted nor merged into another. */
    public boolean isLiving() {
        return deletedAt == null && mergedInto == null;
    }
}
