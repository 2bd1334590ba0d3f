package org.memoro.search.rebuild;

import java.util.List;
import java.util.UUID;
import org.memoro.internaltokens.InternalHttp;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the owners what there is. */
@Component
class ListOwned {
    private static final String PURPOSE = "index";

    private final InternalHttp http;

    /** Ids as their owners tell them. */
    private record Ids(List<UUID> items) {}

    ListOwned(InternalHttp http) {
        this.http = http;
    }

    /** Living notes after this one, in the order of their ids. */
    Mono<List<UUID>> notes(UUID userId, UUID after, int limit) {
        return ids("interaction-service", "interactions", userId, after, limit);
    }

    /** Living contacts after this one, in the order of their ids. */
    Mono<List<UUID>> contacts(UUID userId, UUID after, int limit) {
        return ids("contact-service", "contacts", userId, after, limit);
    }

    private Mono<List<UUID>> ids(String service, String what, UUID userId, UUID after, int limit) {
        return http.forWork(service, userId, PURPOSE)
                .get()
                .uri("/internal/v1/{what}?after={after}&limit={limit}", what, after, limit)
                .retrieve()
                .bodyToMono(Ids.class)
                .map(Ids::items);
    }
}
