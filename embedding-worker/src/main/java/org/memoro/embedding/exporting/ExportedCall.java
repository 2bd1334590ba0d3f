package org.memoro.embedding.exporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the provider was asked for once, what answered, and what it cost in US dollars; unanswered calls are not told. */
record ExportedCall(
        UUID id,
        String purpose,
        Instant calledAt,
        Instant answeredAt,
        String model,
        @Nullable String engine,
        long inputTokens,
        long outputTokens,
        BigDecimal cost) {}
