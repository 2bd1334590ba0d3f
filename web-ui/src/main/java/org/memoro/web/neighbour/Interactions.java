package org.memoro.web.neighbour;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The notes of the visitor, kept by interaction-service. */
@Component
public class Interactions {

    private static final String PATH = "/api/v1/interactions";
    private static final ParameterizedTypeReference<Slice<Interaction>> SLICE = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Interaction> ONE = new ParameterizedTypeReference<>() {};

    private final Neighbour interactionService;

    Interactions(@Qualifier("interactionService") Neighbour interactionService) {
        this.interactionService = interactionService;
    }

    /** Newest first, of one person or of all. */
    public Mono<Slice<Interaction>> list(@Nullable UUID contactId, @Nullable String cursor, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        Neighbour.put(parameters, "contactId", contactId);
        Neighbour.put(parameters, "cursor", cursor);
        parameters.put("limit", limit);
        return interactionService.get(PATH, parameters, SLICE);
    }

    public Mono<Interaction> get(UUID id) {
        return interactionService.get(PATH + "/" + id, Map.of(), ONE);
    }

    public Mono<Interaction> record(Map<String, ?> note) {
        return interactionService.post(PATH, note, ONE);
    }

    public Mono<Interaction> change(UUID id, @Nullable Long version, Map<String, ?> patch) {
        return interactionService.patch(PATH + "/" + id, version, patch, ONE);
    }

    public Mono<Void> delete(UUID id) {
        return interactionService.send(HttpMethod.DELETE, PATH + "/" + id);
    }

    public Mono<Void> restore(UUID id) {
        return interactionService.send(HttpMethod.POST, PATH + "/" + id + "/restore");
    }

    public Mono<Void> understandAgain(UUID id) {
        return interactionService.send(HttpMethod.POST, PATH + "/" + id + "/enrichment");
    }

    public Flux<ServerSentEvent<String>> events(@Nullable String lastEventId) {
        return interactionService.listen(PATH + "/events", lastEventId);
    }
}
