package org.memoro.contacts.fact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;

/** Which facts are asked for, and from where on. */
public record FactQuery(
        @Nullable UUID interactionId,
        @Nullable UUID contactId,
        @Nullable FactState state,
        Cursor after,
        int limit) {}
