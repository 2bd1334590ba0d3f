package org.memoro.search.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** What ranking needs to know about a note. */
record Candidate(UUID id, LocalDate occurredOn, Instant createdAt, Set<UUID> contactIds) {

    Candidate {
        contactIds = Set.copyOf(contactIds);
    }
}
