package org.memoro.web.neighbour;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One browser in which the visitor is signed in. */
public record BrowserSession(
        UUID id,
        boolean current,
        @Nullable String userAgent,
        @Nullable Instant createdAt,
        @Nullable Instant lastSeenAt,
        @Nullable Instant expiresAt) {}
