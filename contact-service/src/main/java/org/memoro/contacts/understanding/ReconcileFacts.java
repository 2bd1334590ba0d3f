package org.memoro.contacts.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
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
        ReadAgain readAgain = new ReadAgain(known, read);
        return withoutContradictions(userId, known, read, readAgain).flatMap(believed -> {
            Changes changes = Changes.of(read, believed, readAgain);
            return facts.delete(userId, changes.withdrawn)
                    .thenMany(Flux.fromIterable(changes.updated))
                    .concatMap(fact -> facts.update(userId, fact))
                    .thenMany(Flux.fromIterable(changes.added))
                    .concatMap(fact -> facts.insert(userId, fact))
                    .then(Mono.just(contactsOf(Stream.of(known, read, changes.updated, changes.added)
                            .flatMap(Collection::stream))));
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

    /** What is read, in its order; the machine asks where it contradicts what counts. */
    private Mono<List<Fact>> withoutContradictions(
            UUID userId, List<Fact> known, List<Fact> read, ReadAgain readAgain) {
        Set<UUID> ofThisReading =
                known.stream().filter(fact -> !fact.isUsers()).map(Fact::id).collect(Collectors.toSet());
        Map<UUID, List<Fact>> counting = new HashMap<>();
        return Flux.fromStream(read.stream()
                        .map(Fact::contactId)
                        .filter(Objects::nonNull)
                        .distinct())
                .concatMap(id -> facts.deciding(userId, id)
                        .filter(fact -> !ofThisReading.contains(fact.id()))
                        .collectList()
                        .doOnNext(kept -> counting.put(id, new ArrayList<>(kept))))
                .then(Mono.fromSupplier(() -> read.stream()
                        .map(fact -> believed(counting, fact, readAgain.before(fact)))
                        .toList()));
    }

    private static Fact believed(Map<UUID, List<Fact>> counting, Fact fact, @Nullable Fact before) {
        UUID contactId = fact.contactId();
        if (!fact.isKept() || contactId == null || (before != null && before.isUsers())) {
            return fact;
        }
        List<Fact> kept = Objects.requireNonNull(counting.get(contactId));
        // What counted before the user said otherwise needs no second question.
        boolean asks = !isUnchanged(fact, before) && new WhatFactsSay(contactId, kept).contradicts(fact);
        if (!asks) {
            kept.add(fact);
        }
        return asks ? fact.in(FactState.SUGGESTED) : fact;
    }

    private static boolean isUnchanged(Fact fact, @Nullable Fact before) {
        return before != null
                && before.isKept()
                && before.said().equals(fact.said())
                && fact.contactId() != null
                && fact.contactId().equals(before.contactId());
    }

    /** What a new reading changes. */
    private static final class Changes {
        final List<Fact> added = new ArrayList<>();
        final List<Fact> updated = new ArrayList<>();
        final List<UUID> withdrawn = new ArrayList<>();

        static Changes of(List<Fact> read, List<Fact> believed, ReadAgain readAgain) {
            Changes changes = new Changes();
            for (int i = 0; i < believed.size(); i++) {
                Fact before = readAgain.before(read.get(i));
                Fact fact = isOfAnUndonePlan(believed.get(i), read, readAgain)
                        ? believed.get(i).in(FactState.OFF)
                        : believed.get(i);
                if (before == null) {
                    changes.added.add(fact);
                } else {
                    changes.updated.add(before.isUsers() ? before.foundAgain(fact) : fact.replacing(before));
                }
            }
            readAgain.unread().stream()
                    .filter(fact -> !fact.isUsers())
                    .map(Fact::id)
                    .forEach(changes.withdrawn::add);
            return changes;
        }

        /** Nobody is reminded of a plan that the user undid. */
        private static boolean isOfAnUndonePlan(Fact fact, List<Fact> read, ReadAgain readAgain) {
            return fact.kind() == FactKind.FOLLOW_UP
                    && read.stream()
                            .filter(plan -> plan.kind() != FactKind.FOLLOW_UP && plan.isToldBy(fact))
                            .map(readAgain::before)
                            .anyMatch(plan -> plan != null && plan.isUsers() && plan.state() == FactState.OFF);
        }
    }
}
