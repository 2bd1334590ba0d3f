package org.memoro.interactions.interaction;

import java.util.Locale;

/** Where a note's place comes from: a person, or the note's text. */
enum LocationSource {
    TYPED,
    NOTE;

    static LocationSource of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
