package org.memoro.embedding.exporting;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What was read out of one version of a note, by whom, and when. */
record ExportedExtraction(
        UUID interactionId,
        long version,
        String provider,
        String model,
        String engine,
        Instant createdAt,
        JsonNode extraction) {}
