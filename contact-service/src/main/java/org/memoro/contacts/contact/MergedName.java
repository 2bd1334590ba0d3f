package org.memoro.contacts.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a contact that others link to is called now, and the id it lives on under when it was merged. */
public record MergedName(
        UUID id,
        String displayName,
        @Nullable String nickname,
        @Nullable UUID mergedInto) {

    /** The id to use from now on. */
    public UUID survivor() {
        return mergedInto == null ? id : mergedInto;
    }
}
