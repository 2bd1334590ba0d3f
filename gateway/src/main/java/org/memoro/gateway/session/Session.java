package org.memoro.gateway.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is signed in, as its owner sees it.
 *
 * @param current whether it is the one that asks
 * @param expiresAt when it ends if it is not seen again
 */
record Session(
        UUID id,
        boolean current,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt) {}
