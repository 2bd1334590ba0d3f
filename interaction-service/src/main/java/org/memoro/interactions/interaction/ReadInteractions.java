package org.memoro.interactions.interaction;

import java.util.List;
import java.util.UUID;
import org.memoro.api.Page;
import org.memoro.interactions.InteractionProblem;
import org.memoro.interactions.participant.ListParticipants;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows notes with the people in them. */
@Component
class ReadInteractions {
    private final Interactions interactions;
    private final ListParticipants participants;
    private final TenantTransactions transactions;

    ReadInteractions(Interactions interactions, ListParticipants participants, TenantTransactions transactions) {
        this.interactions = interactions;
        this.participants = participants;
        this.transactions = transactions;
    }

    Mono<InteractionResponse> one(UUID userId, UUID id) {
        Mono<InteractionResponse> found = interactions
                .find(userId, id)
                .filter(interaction -> !interaction.isDeleted())
                .flatMap(interaction -> withParticipants(userId, interaction))
                .switchIfEmpty(Mono.error(InteractionProblem::notFound));
        return transactions.inTransaction(userId, found);
    }

    /** For other services, who must know tombstones as well. */
    Mono<InternalNote> forServices(UUID userId, UUID id) {
        Mono<InternalNote> found = interactions
                .find(userId, id)
                .flatMap(interaction -> participants
                        .of(userId, List.of(id))
                        .map(people -> InternalNote.of(interaction, people.getOrDefault(id, List.of()))))
                .switchIfEmpty(Mono.error(InteractionProblem::notFound));
        return transactions.inTransaction(userId, found);
    }

    /** The ids of living notes that come next. */
    Mono<List<UUID>> ids(UUID userId, UUID after, int limit) {
        return transactions.inTransaction(
                userId, interactions.ids(userId, after, limit).collectList());
    }

    Mono<Page<InteractionResponse>> list(UUID userId, InteractionFilter filter, int limit) {
        Mono<Page<InteractionResponse>> page = interactions
                .list(userId, filter, limit + 1)
                .collectList()
                .map(rows -> Page.of(rows, limit, NewestFirst::cursorAt))
                .flatMap(rows -> withParticipants(userId, rows));
        return transactions.inTransaction(userId, page);
    }

    /** Runs in the caller's transaction. */
    Mono<InteractionResponse> withParticipants(UUID userId, Interaction interaction) {
        return participants
                .of(userId, List.of(interaction.id()))
                .map(people -> InteractionResponse.of(interaction, people.getOrDefault(interaction.id(), List.of())));
    }

    private Mono<Page<InteractionResponse>> withParticipants(UUID userId, Page<Interaction> page) {
        List<UUID> ids = page.items().stream().map(Interaction::id).toList();
        return participants
                .of(userId, ids)
                .map(people -> page.map(interaction ->
                        InteractionResponse.of(interaction, people.getOrDefault(interaction.id(), List.of()))));
    }
}
