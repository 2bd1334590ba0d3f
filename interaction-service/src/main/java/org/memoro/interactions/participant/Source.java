package org.memoro.interactions.participant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a person named a contact for a note, or the note's text does. */
public enum Source {
    TYPED,
    RECOGNISED;

    static Source of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word the API and the database use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
