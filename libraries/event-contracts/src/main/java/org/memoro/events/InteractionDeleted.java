package org.memoro.events;

import java.util.UUID;

/** A note was deleted; nothing that only it supported may stay. */
public record InteractionDeleted(UUID eventId, UUID userId, UUID interactionId, long version) implements MemoroEvent {

    /** The event with a new event id. */
    public static InteractionDeleted of(UUID userId, UUID interactionId, long version) {
        return new InteractionDeleted(UUID.randomUUID(), userId, interactionId, version);
    }

    @Override
    public String topic() {
        return Topics.INTERACTION;
    }

    @Override
    public String key() {
        return interactionId.toString();
    }
}
