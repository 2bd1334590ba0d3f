package org.memoro.interactions.enrichment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a note's current version is understood, as people see it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Enrichment(
        EnrichmentState state,
        @Nullable String provider,
        @Nullable String model,
        boolean searchable,
        Instant updatedAt,
        @Nullable Failure error) {

    /** Why a part of it failed, and when it is tried again. */
    @Schema(name = "EnrichmentFailure")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Failure(String code, @Nullable Instant nextAttemptAt) {}

    /** Reads the columns that every query about notes selects for it. */
    public static Enrichment of(Readable row) {
        String code = row.get("error_code", String.class);
        boolean off = isTrue(row, "enrichment_off");
        Failure error = code == null || off ? null : new Failure(code, row.get("next_attempt_at", Instant.class));
        return new Enrichment(
                EnrichmentState.of(off, error != null, isTrue(row, "facts_applied")),
                row.get("provider", String.class),
                row.get("model", String.class),
                isTrue(row, "searchable"),
                row.get("enrichment_updated_at", Instant.class),
                error);
    }

    private static boolean isTrue(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
