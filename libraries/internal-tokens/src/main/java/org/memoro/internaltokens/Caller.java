package org.memoro.internaltokens;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For whom a request is made: an account, and the service acting for it when no person is waiting. */
public record Caller(
        UUID accountId,
        ZoneId zone,
        EnrichmentMode enrichment,
        Set<String> scopes,
        @Nullable String actor,
        @Nullable String purpose,
        @Nullable String sessionId,
        Instant expiresAt) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether a person's session or personal token stands behind this call, perhaps by way of the pages. */
    boolean isUser() {
        return actor == null || (actor.equals(InternalTokens.PAGES) && purpose == null);
    }
}
