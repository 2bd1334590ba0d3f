package org.memoro.web.neighbour;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The people of the visitor, kept by contact-service. */
@Component
public class Contacts {

    private static final ParameterizedTypeReference<Slice<Contact>> SLICE = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Contact> ONE = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<ContactContext> CONTEXT = new ParameterizedTypeReference<>() {};
    private static final int WHOLE_PAGE = 200;

    private final Neighbour contactService;

    Contacts(@Qualifier("contactService") Neighbour contactService) {
        this.contactService = contactService;
    }

    public Mono<Slice<Contact>> list(Filter filter) {
        return contactService.get("/api/v1/contacts", filter.parameters(), SLICE);
    }

    /** Every contact, one page after another. */
    public Flux<Contact> all() {
        Filter first = new Filter(null, null, "name", null, WHOLE_PAGE);
        return list(first)
                .expand(slice -> slice.nextCursor() == null ? Mono.empty() : list(first.from(slice.nextCursor())))
                .flatMapIterable(Slice::items);
    }

    public Mono<Contact> get(UUID id) {
        return contactService.get("/api/v1/contacts/" + id, Map.of(), ONE);
    }

    public Mono<ContactContext> context(UUID id) {
        return contactService.get("/api/v1/contacts/" + id + "/context", Map.of(), CONTEXT);
    }

    public Mono<Contact> add(Map<String, ?> contact) {
        return contactService.post("/api/v1/contacts", contact, ONE);
    }

    public Mono<Contact> change(UUID id, @Nullable Long version, Map<String, ?> patch) {
        return contactService.patch("/api/v1/contacts/" + id, version, patch, ONE);
    }

    public Mono<Void> delete(UUID id) {
        return contactService.send(HttpMethod.DELETE, "/api/v1/contacts/" + id);
    }

    public Mono<Void> restore(UUID id) {
        return contactService.send(HttpMethod.POST, "/api/v1/contacts/" + id + "/restore");
    }

    /** Which contacts, in which order, from where. */
    public record Filter(
            @Nullable String query,
            @Nullable String tag,
            String sort,
            @Nullable String cursor,
            int limit) {

        public Filter from(@Nullable String next) {
            return new Filter(query, tag, sort, next, limit);
        }

        Map<String, Object> parameters() {
            Map<String, Object> parameters = new HashMap<>();
            Neighbour.put(parameters, "query", query);
            Neighbour.put(parameters, "tag", tag);
            Neighbour.put(parameters, "cursor", cursor);
            parameters.put("sort", sort);
            parameters.put("limit", limit);
            return parameters;
        }
    }
}
