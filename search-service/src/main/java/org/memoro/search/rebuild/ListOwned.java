package org.memoro.search.rebuild;

import java.util.List;
import java.util.UUID;
import org.memoro.internaltokens.InternalHttp;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks the owners what there is. */
@Component
class ListOwned {
    private static final String PURPOSE = "index";

    private final InternalHttp http;

    /** Ids as interaction-service tells them. */
    private record Ids(List<UUID> items) {}

    /** Contacts as contact-service tells them; only who they are counts here. */
    private record Names(List<Name> items) {}

    /** One of them. */
    private record Name(UUID id) {}

    ListOwned(InternalHttp http) {
        this.http = http;
    }

    /** Notes in the order of their ids. */
    Mono<List<UUID>> notes(UUID userId, UUID after, int limit) {
        return ask("interaction-service", userId)
                .uri("/internal/v1/interactions?after={after}&limit={limit}", after, limit)
                .retrieve()
                .bodyToMono(Ids.class)
                .map(Ids::items);
    }

    /** Contacts in the order of their ids. */
    Mono<List<UUID>> contacts(UUID userId, UUID after, int limit) {
        return ask("contact-service", userId)
                .uri("/internal/v1/contacts/names")
                .retrieve()
                .bodyToMono(Names.class)
                .map(names -> names.items().stream()
                        .map(Name::id)
                        .filter(id -> id.toString().compareTo(after.toString()) > 0)
                        .limit(limit)
                        .toList());
    }

    private WebClient.RequestHeadersUriSpec<?> ask(String service, UUID userId) {
        return http.forWork(service, userId, PURPOSE).get();
    }
}
