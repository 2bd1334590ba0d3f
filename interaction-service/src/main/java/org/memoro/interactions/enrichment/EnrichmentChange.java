package org.memoro.interactions.enrichment;

import io.r2dbc.spi.Readable;
import java.util.UUID;

/** Which version of which note is understood how far. */
public record EnrichmentChange(UUID interactionId, long version, Enrichment enrichment) {

    /** Reads the columns id, version and those of {@link Enrichment#of}. */
    public static EnrichmentChange of(Readable row) {
        Long version = row.get("version", Long.class);
        return new EnrichmentChange(row.get("id", UUID.class), version, Enrichment.of(row));
    }
}
