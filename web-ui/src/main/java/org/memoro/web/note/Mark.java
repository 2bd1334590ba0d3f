package org.memoro.web.note;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stretch of a note's words; with a kind it carries the pen line of the facts that were read from it. */
public record Mark(
        String text,
        @Nullable String kind,
        @Nullable String state,
        @Nullable String facts,
        @Nullable UUID person) {

    static Mark plain(String text) {
        return new Mark(text, null, null, null, null);
    }
}
