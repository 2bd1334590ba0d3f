package org.memoro.search.query;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.memoro.search.contact.ContactHit;
import org.memoro.search.contact.Contacts;
import org.memoro.search.text.Folding;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the contacts a question may be about: by the name it is, or by words known about them. */
@Component
class FindContacts {
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_NAME_WORDS = 4;

    /** A contact that shares less than half of the question is no answer to it. */
    private static final double LEAST_SHARE = 0.5;

    private final Contacts contacts;

    FindContacts(Contacts contacts) {
        this.contacts = contacts;
    }

    /** A contact with its place in the answer; one found by name stands before every note. */
    record RankedContact(ContactHit contact, double score, Reason reason) {}

    Mono<List<RankedContact>> matching(UUID userId, SearchRequest request, Collection<String> lexemes) {
        return byName(userId, request).zipWhen(named -> byWords(userId, request, lexemes), FindContacts::join);
    }

    private Mono<List<RankedContact>> byName(UUID userId, SearchRequest request) {
        String name = Folding.fold(request.text());
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.split(" ").length > MOST_NAME_WORDS) {
            return Mono.just(List.of());
        }
        Filter filter = request.filter();
        return contacts.byName(userId, name, filter.contactId(), filter.tag(), MOST)
                .map(hit -> new RankedContact(hit, 2 + hit.closeness(), Reason.NAME))
                .collectList();
    }

    private Mono<List<RankedContact>> byWords(UUID userId, SearchRequest request, Collection<String> lexemes) {
        if (lexemes.isEmpty()) {
            return Mono.just(List.of());
        }
        Filter filter = request.filter();
        return contacts.byWords(userId, lexemes, filter.contactId(), filter.tag(), MOST)
                .map(hit -> new RankedContact(hit, hit.closeness() / lexemes.size() * LEAST_SHARE, Reason.WORDS))
                .filter(ranked -> ranked.score() >= LEAST_SHARE * LEAST_SHARE)
                .collectList();
    }

    private static List<RankedContact> join(List<RankedContact> named, List<RankedContact> worded) {
        Set<UUID> known = named.stream().map(ranked -> ranked.contact().id()).collect(Collectors.toSet());
        List<RankedContact> joined = new java.util.ArrayList<>(named);
        worded.stream().filter(ranked -> known.add(ranked.contact().id())).forEach(joined::add);
        return joined;
    }
}
