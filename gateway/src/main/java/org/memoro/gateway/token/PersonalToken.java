package org.memoro.gateway.token;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be known of a personal access token after it was shown. */
record PersonalToken(
        UUID id,
        String name,
        Set<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    /** Told in one order by every replica: what did not change must not look changed. */
    PersonalToken {
        scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
    }
}
