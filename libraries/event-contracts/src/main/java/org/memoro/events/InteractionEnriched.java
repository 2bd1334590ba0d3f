package org.memoro.events;

import java.util.UUID;

/** A note was understood: its extraction ({@code facts}) or its vector ({@code vector}) can be read. */
public record InteractionEnriched(
        UUID eventId, UUID userId, UUID interactionId, long version, boolean facts, boolean vector)
        implements MemoroEvent {

    /** The event with a new event id. */
    public static InteractionEnriched of(UUID userId, UUID interactionId, long version, boolean facts, boolean vector) {
        return new InteractionEnriched(UUID.randomUUID(), userId, interactionId, version, facts, vector);
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
