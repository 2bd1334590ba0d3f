package org.memoro.events;

import java.util.UUID;

/** A contact was created, edited or restored. */
public record ContactChanged(UUID eventId, UUID userId, UUID contactId, long version, boolean nameChanged)
        implements MemoroEvent {

    /** The event with a new event id. */
    public static ContactChanged of(UUID userId, UUID contactId, long version, boolean nameChanged) {
        return new ContactChanged(UUID.randomUUID(), userId, contactId, version, nameChanged);
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
