package org.memoro.events;

import java.util.UUID;

/** A note was written, edited, restored, or is to be understood again. */
public record InteractionRecorded(UUID eventId, UUID userId, UUID interactionId, long version, boolean retry)
        implements MemoroEvent {

    /** The event with a new event id. */
    public static InteractionRecorded of(UUID userId, UUID interactionId, long version, boolean retry) {
        return new InteractionRecorded(UUID.randomUUID(), userId, interactionId, version, retry);
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
