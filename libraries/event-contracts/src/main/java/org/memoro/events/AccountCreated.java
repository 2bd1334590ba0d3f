package org.memoro.events;

import java.util.UUID;

/** An account was made. */
public record AccountCreated(UUID eventId, UUID userId) implements MemoroEvent {

    /** The event with a new event id. */
    public static AccountCreated of(UUID userId) {
        return new AccountCreated(UUID.randomUUID(), userId);
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
