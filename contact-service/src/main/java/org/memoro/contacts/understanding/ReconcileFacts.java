package org.memoro.contacts.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactState;
import org.memoro.contacts.fact.Facts;
import org.memoro.contacts.fact.WhatFactsSay;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Replaces the facts of a note by those of its newest reading. What is read again keeps its id, what the user decided
 * stays as decided, and what nobody says any more is withdrawn.
 */
@Component
class ReconcileFacts {
    private final Facts facts;

    ReconcileFacts(Facts facts) {
        this.facts = facts;
    }

    /** Replaces them and answers the ids of all contacts that anything was or is said about. */
    Mono<Set<UUID>> reconcile(UUID userId, List<Fact> known, List<Fact> read) {
        return withoutContradictions(userId, known, read).flatMap(believed -> {
            Changes changes = compare(known, believed);
            return facts.delete(userId, changes.withdrawn)
                    .thenMany(Flux.fromIterable(changes.updated))
                    .concatMap(fact -> facts.update(userId, fact))
                    .thenMany(Flux.fromIterable(changes.added))
                    .concatMap(fact -> facts.insert(userId, fact))
                    .then(Mono.just(contactsOf(
                            Stream.of(known, changes.updated, changes.added).flatMap(Collection::stream))));
        });
    }

    /** Withdraws everything of a note that no user decided, and answers the contacts it was said about. */
    Mono<Set<UUID>> withdraw(UUID userId, List<Fact> known) {
        List<UUID> machines =
                known.stream().filter(fact -> !fact.isUsers()).map(Fact::id).toList();
        return facts.delete(userId, machines).then(Mono.just(contactsOf(known.stream())));
    }

    private static Set<UUID> contactsOf(Stream<Fact> facts) {
        return facts.flatMap(fact -> Stream.of(fact.contactId(), fact.memberId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Mono<List<Fact>> withoutContradictions(UUID userId, List<Fact> known, List<Fact> read) {
        Set<UUID> ofThisReading =
                known.stream().filter(fact -> !fact.isUsers()).map(Fact::id).collect(Collectors.toSet());
        Map<UUID, WhatFactsSay> counting = new HashMap<>();
        return Flux.fromStream(read.stream()
                        .map(Fact::contactId)
                        .filter(Objects::nonNull)
                        .distinct())
                .concatMap(id -> facts.deciding(userId, id)
                        .filter(fact -> !ofThisReading.contains(fact.id()))
                        .collectList()
                        .doOnNext(kept -> counting.put(id, new WhatFactsSay(id, kept))))
                .then(Mono.fromSupplier(() -> read.stream()
                        .map(fact -> contradicts(counting, fact) ? fact.in(FactState.SUGGESTED) : fact)
                        .toList()));
    }

    private static boolean contradicts(Map<UUID, WhatFactsSay> counting, Fact fact) {
        return fact.isKept()
                && fact.contactId() != null
                && Objects.requireNonNull(counting.get(fact.contactId())).contradicts(fact);
    }

    /** What a new reading changes. */
    private static final class Changes {
        final List<Fact> added = new ArrayList<>();
        final List<Fact> updated = new ArrayList<>();
        final List<UUID> withdrawn = new ArrayList<>();
    }

    private static Changes compare(List<Fact> known, List<Fact> read) {
        Changes changes = new Changes();
        List<Fact> left = new ArrayList<>(known);
        for (Fact fact : read) {
            Optional<Fact> before = sameAs(fact, left);
            before.ifPresent(left::remove);
            if (before.isEmpty()) {
                changes.added.add(fact);
            } else if (before.get().isUsers()) {
                changes.updated.add(before.get().foundAgain(fact));
            } else {
                changes.updated.add(fact.replacing(before.get()));
            }
        }
        left.stream().filter(fact -> !fact.isUsers()).map(Fact::id).forEach(changes.withdrawn::add);
        return changes;
    }

    private static Optional<Fact> sameAs(Fact fact, List<Fact> known) {
        List<Fact> alike = known.stream()
                .filter(other -> other.kind() == fact.kind() && other.said().equals(fact.said()))
                .toList();
        return alike.stream()
                .filter(other -> other.subject().equals(fact.subject()))
                .findFirst()
                .or(() -> alike.stream()
                        .filter(other ->
                                fact.contactId() != null && fact.contactId().equals(other.contactId()))
                        .findFirst());
    }
}
