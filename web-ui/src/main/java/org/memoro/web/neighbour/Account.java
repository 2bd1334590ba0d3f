package org.memoro.web.neighbour;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the gateway keeps about the visitor, as far as a page shows it. */
public record Account(
        String timeZone, String enrichment, @Nullable Instant createdAt) {}
