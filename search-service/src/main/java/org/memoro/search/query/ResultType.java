package org.memoro.search.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be found. */
enum ResultType {
    INTERACTION,
    CONTACT;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
