package org.memoro.interactions.interaction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a note's day comes from: a person, the note's text, or the day it was written. */
public enum OccurredOnSource {
    TYPED,
    NOTE,
    DEFAULT;

    static OccurredOnSource of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word the API and the database use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
