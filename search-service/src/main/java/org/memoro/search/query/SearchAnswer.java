package org.memoro.search.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param mode what the search really went by
 * @param model whose sense of meaning it went by; null when it went by words alone
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SearchAnswer(
        List<Item> items,
        @Nullable String nextCursor,
        SearchMode mode,
        @Nullable String model,
        long tookMillis) {

    /** One thing found, with the passage that shows why; highlights are UTF-16 ranges of the snippet. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Item(
            ResultType type,
            UUID id,
            List<Person> contacts,
            @Nullable LocalDate occurredOn,
            String snippet,
            List<List<Integer>> highlights,
            double score,
            List<Reason> matched) {}

    /** A contact, by the name it has today. */
    record Person(UUID id, String displayName) {}
}
