package org.memoro.internaltokens;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an account lets its notes travel in order to be understood. */
public enum EnrichmentMode {
    ON,
    LOCAL_ONLY,
    OFF;

    /** The word the API, the tokens and the database use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static EnrichmentMode of(String word) {
        for (EnrichmentMode mode : values()) {
            if (mode.word().equals(word)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("No such enrichment mode");
    }
}
