package org.memoro.interactions.participant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.memoro.events.ContactChanged;
import org.memoro.events.ContactDeleted;
import org.memoro.events.ContactMerged;
import org.memoro.events.MemoroEvent;
import org.memoro.interactions.InteractionServiceApplication;
import org.memoro.outbox.Inbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Follows contacts that are renamed, merged, deleted, or brought back: notes show them as contact-service does. */
@Component
public class RefreshParticipants {
    private final Participants participants;
    private final ContactNames names;
    private final AnnounceParticipants announce;
    private final TenantTransactions transactions;
    private final Inbox inbox;

    RefreshParticipants(
            Participants participants,
            ContactNames names,
            AnnounceParticipants announce,
            TenantTransactions transactions,
            Inbox inbox) {
        this.participants = participants;
        this.names = names;
        this.announce = announce;
        this.transactions = transactions;
        this.inbox = inbox;
    }

    public Mono<Void> changed(ContactChanged event) {
        return refresh(event, event.contactId(), event.nameChanged());
    }

    public Mono<Void> merged(ContactMerged event) {
        return refresh(event, event.contactId(), true);
    }

    public Mono<Void> deleted(ContactDeleted event) {
        return refresh(event, event.contactId(), true);
    }

    private Mono<Void> refresh(MemoroEvent event, UUID contactId, boolean renamed) {
        UUID userId = event.userId();
        return transactions
                .inTransaction(
                        userId,
                        participants.sameContact(userId, contactId, renamed).collectList())
                .filter(affected -> !affected.isEmpty())
                .flatMap(affected -> names.find(userId, affected)
                        .flatMap(found ->
                                inbox.once(InteractionServiceApplication.NAME, event, keep(userId, affected, found))));
    }

    private Mono<Void> keep(UUID userId, List<UUID> affected, Map<UUID, ContactName> found) {
        List<UUID> gone = affected.stream().filter(id -> !found.containsKey(id)).toList();
        return Flux.concat(participants.hideGone(userId, gone), participants.rename(userId, found.values()))
                .collect(Collectors.toSet())
                .flatMap((Set<UUID> changed) -> announce.of(userId, changed));
    }
}
