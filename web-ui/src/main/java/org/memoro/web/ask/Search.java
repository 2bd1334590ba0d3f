package org.memoro.web.ask;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.web.neighbour.Neighbour;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds notes and people, by asking search-service. */
@Component
class Search {

    private static final ParameterizedTypeReference<Found> FOUND = new ParameterizedTypeReference<>() {};

    private final Neighbour searchService;

    Search(@Qualifier("searchService") Neighbour searchService) {
        this.searchService = searchService;
    }

    /** What is looked for, and how. */
    record Question(
            String text,
            String mode,
            @Nullable UUID person,
            @Nullable String cursor) {}

    /** One page of what was found; the mode is what was really used. */
    record Found(
            List<Hit> items,
            @Nullable String nextCursor,
            @Nullable String mode) {}

    /** A passage that matches, with where the matching words stand in it. */
    record Hit(
            String type,
            UUID id,
            @Nullable List<Named> contacts,
            @Nullable LocalDate occurredOn,
            @Nullable String snippet,
            @Nullable List<List<Integer>> highlights,
            @Nullable List<String> matched) {

        Hit {
            contacts = Objects.requireNonNullElse(contacts, List.of());
            snippet = Objects.requireNonNullElse(snippet, "");
            highlights = Objects.requireNonNullElse(highlights, List.of());
            matched = Objects.requireNonNullElse(matched, List.of());
        }
    }

    /** A person in a passage. */
    record Named(UUID id, String displayName) {}

    Mono<Found> ask(Question question, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("q", question.text());
        parameters.put("mode", question.mode());
        parameters.put("limit", limit);
        Neighbour.put(parameters, "contactId", question.person());
        Neighbour.put(parameters, "cursor", question.cursor());
        return searchService.get("/api/v1/search", parameters, FOUND);
    }
}
