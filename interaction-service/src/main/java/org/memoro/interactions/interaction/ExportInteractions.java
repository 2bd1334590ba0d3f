package org.memoro.interactions.interaction;

import java.util.List;
import java.util.UUID;
import org.memoro.api.KeyPages;
import org.memoro.interactions.participant.ListParticipants;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads every note of an account in full, in the order in which they came, however slowly they are taken. */
@Component
class ExportInteractions {
    /** Two megabytes at most, when every note is as long as a note may be. */
    private static final KeyPages PAGES = KeyPages.of(100);

    private final Interactions interactions;
    private final ListParticipants participants;
    private final TenantTransactions transactions;

    ExportInteractions(Interactions interactions, ListParticipants participants, TenantTransactions transactions) {
        this.interactions = interactions;
        this.participants = participants;
        this.transactions = transactions;
    }

    /** Completes when this account can be read. */
    Mono<Void> check(UUID userId) {
        return transactions.inTransaction(userId, Mono.empty());
    }

    Flux<ExportedInteraction> all(UUID userId) {
        return PAGES.read(
                (after, size) -> transactions.inTransaction(
                        userId,
                        interactions.byId(userId, after, size).collectList().flatMap(rows -> withPeople(userId, rows))),
                ExportedInteraction::id);
    }

    private Mono<List<ExportedInteraction>> withPeople(UUID userId, List<Interaction> rows) {
        return participants
                .of(userId, rows.stream().map(Interaction::id).toList())
                .map(people -> rows.stream()
                        .map(row -> new ExportedInteraction(
                                InteractionResponse.of(row, people.getOrDefault(row.id(), List.of())), row.deletedAt()))
                        .toList());
    }
}
