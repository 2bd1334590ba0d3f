package org.memoro.search.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a search goes by. */
enum SearchMode {
    HYBRID,
    SEMANTIC,
    LEXICAL;

    boolean usesMeaning() {
        return this != LEXICAL;
    }

    boolean usesWords() {
        return this != SEMANTIC;
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
