package org.memoro.events;

import java.util.UUID;

/** A note's facts count from now on; its participants may differ. */
public record FactsApplied(UUID eventId, UUID userId, UUID interactionId, long version) implements MemoroEvent {

    /** The event with a new event id. */
    public static FactsApplied of(UUID userId, UUID interactionId, long version) {
        return new FactsApplied(UUID.randomUUID(), userId, interactionId, version);
    }

    @Override
    public String topic() {
        return Topics.CONTACT;
    }

    @Override
    public String key() {
        return interactionId.toString();
    }
}
