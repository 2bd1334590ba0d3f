package org.memoro.contacts.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a fact waits for a yes, counts, or was undone. */
public enum FactState {
    SUGGESTED,
    KEPT,
    OFF;

    /** The state of this word; empty for a word we do not know. */
    public static Optional<FactState> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    /** As it is written in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
