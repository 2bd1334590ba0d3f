package org.memoro.interactions.enrichment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where the understanding of a note stands. */
public enum EnrichmentState {
    PENDING,
    DONE,
    FAILED,
    OFF;

    /** {@code done} means that the facts can be read; an account's wish for none and a failure say more than that. */
    static EnrichmentState of(boolean off, boolean failed, boolean factsApplied) {
        if (off) {
            return OFF;
        }
        if (failed) {
            return FAILED;
        }
        return factsApplied ? DONE : PENDING;
    }

    /** The word the API uses. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
