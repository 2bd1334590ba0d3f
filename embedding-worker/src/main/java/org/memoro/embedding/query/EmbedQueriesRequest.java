package org.memoro.embedding.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.problems.FieldProblems;

/** Search texts that are to be embedded. */
record EmbedQueriesRequest(@Nullable List<@Nullable String> texts) {
    private static final int MOST_TEXTS = 16;
    /** As long as a search may be. */
    private static final int LONGEST_TEXT = 1_000;

    List<String> checked() {
        List<@Nullable String> given = texts == null ? List.of() : texts;
        FieldProblems problems = new FieldProblems()
                .check(!given.isEmpty() && given.size() <= MOST_TEXTS, "/texts", "must hold 1 to 16 texts");
        for (int i = 0; i < given.size(); i++) {
            problems.check(isSearchable(given.get(i)), "/texts/" + i, "must have 1 to 1,000 characters");
        }
        problems.throwIfAny();
        return List.copyOf(given);
    }

    private static boolean isSearchable(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_TEXT;
    }
}
