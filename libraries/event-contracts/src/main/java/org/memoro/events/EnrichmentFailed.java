package org.memoro.events;

import java.time.Instant;
import java.util.UUID;

/** A part of understanding a note failed and is tried again at {@code nextAttemptAt}. */
public record EnrichmentFailed(
        UUID eventId, UUID userId, UUID interactionId, long version, String code, Instant nextAttemptAt)
        implements MemoroEvent {

    /** The event with a new event id. */
    public static EnrichmentFailed of(
            UUID userId, UUID interactionId, long version, String code, Instant nextAttemptAt) {
        return new EnrichmentFailed(UUID.randomUUID(), userId, interactionId, version, code, nextAttemptAt);
    }

    @Override
    public String topic() {
        return Topics.ENRICHMENT;
    }

    @Override
    public String key() {
        return userId.toString();
    }
}
