package org.memoro.contacts.relationship;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who a name means: one contact, several who may be meant, or nobody we know. */
public record WhoIsMeant(@Nullable UUID contactId, List<UUID> candidates) {

    public WhoIsMeant {
        candidates = List.copyOf(candidates);
    }

    public static WhoIsMeant one(UUID contactId) {
        return new WhoIsMeant(contactId, List.of());
    }

    public static WhoIsMeant oneOf(List<UUID> candidates) {
        return new WhoIsMeant(null, candidates);
    }

    public static WhoIsMeant nobody() {
        return new WhoIsMeant(null, List.of());
    }

    /** Whether nobody we know can be meant. */
    public boolean isNobody() {
        return contactId == null && candidates.isEmpty();
    }
}
