package org.memoro.events;

import java.util.UUID;

/** The people of a note, or their names, changed without a new text. */
public record InteractionParticipantsChanged(UUID eventId, UUID userId, UUID interactionId, long version)
        implements MemoroEvent {

    /** The event with a new event id. */
    public static InteractionParticipantsChanged of(UUID userId, UUID interactionId, long version) {
        return new InteractionParticipantsChanged(UUID.randomUUID(), userId, interactionId, version);
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
