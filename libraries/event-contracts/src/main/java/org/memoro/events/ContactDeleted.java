package org.memoro.events;

import java.util.UUID;

/** A contact was deleted. */
public record ContactDeleted(UUID eventId, UUID userId, UUID contactId, long version) implements MemoroEvent {

    /** The event with a new event id. */
    public static ContactDeleted of(UUID userId, UUID contactId, long version) {
        return new ContactDeleted(UUID.randomUUID(), userId, contactId, version);
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
