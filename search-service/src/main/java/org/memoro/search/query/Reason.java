package org.memoro.search.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why something was found. */
enum Reason {
    MEANING,
    WORDS,
    NAME,
    DATE;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
