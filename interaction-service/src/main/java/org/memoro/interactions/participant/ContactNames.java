package org.memoro.interactions.participant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.InternalHttp;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks contact-service which contacts an account has, and what they are called. */
@Component
class ContactNames {
    private static final int PER_CALL = 200;

    private final InternalHttp http;

    ContactNames(InternalHttp http) {
        this.http = http;
    }

    /** What contact-service is asked. */
    private record Question(Collection<UUID> ids) {}

    /** What it answers. */
    private record Answer(List<Item> items) {}

    /** A living contact, or one merged into another, whose name it then has. */
    private record Item(
            UUID id, String displayName, @Nullable UUID mergedInto) {
        ContactName name() {
            return new ContactName(id, mergedInto == null ? id : mergedInto, displayName);
        }
    }

    /** The names by id; an id that is missing is no contact of this account, or a deleted one. */
    Mono<Map<UUID, ContactName>> find(UUID userId, Collection<UUID> ids) {
        return Flux.fromIterable(ids)
                .distinct()
                .buffer(PER_CALL)
                .concatMap(some -> ask(userId, some))
                .flatMapIterable(Answer::items)
                .map(Item::name)
                .collectMap(ContactName::contactId);
    }

    private Mono<Answer> ask(UUID userId, List<UUID> ids) {
        return http.forWork("contact-service", userId, "participants")
                .post()
                .uri("/internal/v1/contacts/lookup")
                .bodyValue(new Question(ids))
                .retrieve()
                .bodyToMono(Answer.class);
    }
}
