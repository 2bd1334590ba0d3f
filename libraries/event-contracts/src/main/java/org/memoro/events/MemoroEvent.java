package org.memoro.events;

import java.util.UUID;

/** Something that happened in one service and that others may want to know. */
public sealed interface MemoroEvent
        permits InteractionRecorded,
                InteractionParticipantsChanged,
                InteractionDeleted,
                InteractionEnriched,
                EnrichmentFailed,
                ContactChanged,
                ContactDeleted,
                ContactMerged,
                FactsApplied,
                InteractionIndexed,
                AccountCreated,
                AccountChanged,
                AccountDeleted {

    /** Names this event for ever: whoever has seen it, has handled it. */
    UUID eventId();

    /** The account whose data changed. */
    UUID userId();

    /** The Kafka topic the event is published to. */
    String topic();

    /** Events of one key are read in the order in which they were written. */
    String key();
}
