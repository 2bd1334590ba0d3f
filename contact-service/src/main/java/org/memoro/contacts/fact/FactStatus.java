package org.memoro.contacts.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a fact is so, will be so, may be so, or is denied. */
public enum FactStatus {
    HAPPENED,
    PLANNED,
    UNCERTAIN,
    NEGATED;

    public static FactStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As it is written in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the note says that it is or will be so. */
    public boolean isAsserted() {
        return this == HAPPENED || this == PLANNED;
    }
}
