package org.memoro.events;

import java.util.UUID;

/** A contact became a part of another one. */
public record ContactMerged(UUID eventId, UUID userId, UUID contactId, UUID intoId) implements MemoroEvent {

    /** The event with a new event id. */
    public static ContactMerged of(UUID userId, UUID contactId, UUID intoId) {
        return new ContactMerged(UUID.randomUUID(), userId, contactId, intoId);
    }

    @Override
    public String topic() {
        return Topics.CONTACT;
    }

    @Override
    public String key() {
        return contactId.toString();
    }
}
