package org.memoro.web.neighbour;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.NotThere;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was understood from the visitor's notes, kept by contact-service. */
@Component
public class Facts {

    private static final String PATH = "/api/v1/facts";
    private static final ParameterizedTypeReference<Slice<Fact>> SLICE = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Fact> ONE = new ParameterizedTypeReference<>() {};
    private static final int WHOLE_PAGE = 200;

    private final Neighbour contactService;

    Facts(@Qualifier("contactService") Neighbour contactService) {
        this.contactService = contactService;
    }

    /** Everything understood from one note. */
    public Mono<List<Fact>> ofNote(UUID interactionId) {
        return all(Map.of("interactionId", interactionId)).collectList();
    }

    /** Everything that waits for a yes or no, over all notes; at most one page, which is plenty to look at. */
    public Mono<List<Fact>> toCheck() {
        return contactService
                .get(PATH, Map.of("state", "suggested", "limit", WHOLE_PAGE), SLICE)
                .map(Slice::items);
    }

    /** Everything of one kind that counts. */
    public Flux<Fact> kept(String kind) {
        return all(Map.of("state", "kept", "kind", kind))
                .filter(fact -> fact.kind().equals(kind));
    }

    public Mono<Fact> find(UUID interactionId, UUID id) {
        return all(Map.of("interactionId", interactionId))
                .filter(fact -> id.equals(fact.id()))
                .next()
                .switchIfEmpty(Mono.error(() -> new NotThere("fact-not-found")));
    }

    public Mono<Fact> change(UUID id, Map<String, ?> patch) {
        return contactService.patch(PATH + "/" + id, null, patch, ONE);
    }

    private Flux<Fact> all(Map<String, Object> parameters) {
        return page(parameters, null)
                .expand(slice -> slice.nextCursor() == null ? Mono.empty() : page(parameters, slice.nextCursor()))
                .flatMapIterable(Slice::items);
    }

    private Mono<Slice<Fact>> page(Map<String, Object> parameters, @Nullable String cursor) {
        Map<String, Object> paged = new HashMap<>(parameters);
        Neighbour.put(paged, "cursor", cursor);
        paged.put("limit", WHOLE_PAGE);
        return contactService.get(PATH, paged, SLICE);
    }
}
