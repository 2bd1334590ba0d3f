package org.memoro.events;

import java.util.UUID;

/** This version of a note can be found by search. */
public record InteractionIndexed(UUID eventId, UUID userId, UUID interactionId, long version) implements MemoroEvent {

    /** The event with a new event id. */
    public static InteractionIndexed of(UUID userId, UUID interactionId, long version) {
        return new InteractionIndexed(UUID.randomUUID(), userId, interactionId, version);
    }

    @Override
    public String topic() {
        return Topics.SEARCH;
    }

    @Override
    public String key() {
        return interactionId.toString();
    }
}
