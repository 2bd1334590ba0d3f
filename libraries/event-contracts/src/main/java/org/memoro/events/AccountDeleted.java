package org.memoro.events;

import java.util.UUID;

/** An account is erased; every service forgets it. */
public record AccountDeleted(UUID eventId, UUID userId) implements MemoroEvent {

    /** The event with a new event id. */
    public static AccountDeleted of(UUID userId) {
        return new AccountDeleted(UUID.randomUUID(), userId);
    }

    @Override
    public String topic() {
        return Topics.ACCOUNT;
    }

    @Override
    public String key() {
        return userId.toString();
    }
}
