package org.memoro.events;

import java.util.UUID;

/** An account's settings changed. */
public record AccountChanged(UUID eventId, UUID userId) implements MemoroEvent {

    /** The event with a new event id. */
    public static AccountChanged of(UUID userId) {
        return new AccountChanged(UUID.randomUUID(), userId);
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
