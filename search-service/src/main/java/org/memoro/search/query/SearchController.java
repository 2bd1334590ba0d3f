package org.memoro.search.query;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.Caller;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The search of the public API. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class SearchController {
    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @Operation(summary = "Finds notes and contacts by meaning, words, names and dates, the best first")
    @GetMapping("/api/v1/search")
    Mono<SearchAnswer> search(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable UUID contactId,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String mode) {
        Filter filter = new Filter(contactId, tag, from, to);
        return search.run(caller, SearchRequest.of(q, mode, type, filter, limit, cursor));
    }
}
