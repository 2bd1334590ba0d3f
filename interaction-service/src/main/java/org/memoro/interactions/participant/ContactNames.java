package org.memoro.interactions.participant;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** A living contact, or one merged into another. */
    private record Item(
            UUID id, String displayName, @Nullable UUID mergedInto) {}

    /** The names by id; an id that is missing is no contact of this account, or a deleted one. */
    Mono<Map<UUID, ContactName>> find(UUID userId, Collection<UUID> ids) {
        return lookUp(userId, ids)
                .flatMap(found -> withSurvivors(userId, found))
                .map(ContactNames::named);
    }

    private Mono<Map<UUID, Item>> withSurvivors(UUID userId, Map<UUID, Item> found) {
        Set<UUID> missing = new HashSet<>();
        for (Item item : found.values()) {
            if (item.mergedInto() != null && !found.containsKey(item.mergedInto())) {
                missing.add(item.mergedInto());
            }
        }
        return lookUp(userId, missing).map(survivors -> {
            Map<UUID, Item> all = new HashMap<>(found);
            all.putAll(survivors);
            return all;
        });
    }

    private static Map<UUID, ContactName> named(Map<UUID, Item> found) {
        Map<UUID, ContactName> names = new HashMap<>();
        for (Item item : found.values()) {
            Item survivor = item.mergedInto() == null ? item : found.getOrDefault(item.mergedInto(), item);
            UUID shown = item.mergedInto() == null ? item.id() : item.mergedInto();
            names.put(item.id(), new ContactName(item.id(), shown, survivor.displayName()));
        }
        return names;
    }

    private Mono<Map<UUID, Item>> lookUp(UUID userId, Collection<UUID> ids) {
        return Flux.fromIterable(ids)
                .distinct()
                .buffer(PER_CALL)
                .concatMap(some -> ask(userId, some))
                .flatMapIterable(Answer::items)
                .collectMap(Item::id);
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
