package org.memoro.interactions.interaction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.memoro.api.Ids;
import org.memoro.events.InteractionRecorded;
import org.memoro.interactions.participant.CheckContacts;
import org.memoro.interactions.participant.ReplaceTyped;
import org.memoro.interactions.participant.TypedContact;
import org.memoro.internaltokens.Caller;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.outbox.Outbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps a new note at once; understanding it comes after. */
@Component
class RecordInteraction {
    private final Interactions interactions;
    private final CheckContacts checkContacts;
    private final ReplaceTyped replaceTyped;
    private final ReadInteractions read;
    private final TenantTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    RecordInteraction(
            Interactions interactions,
            CheckContacts checkContacts,
            ReplaceTyped replaceTyped,
            ReadInteractions read,
            TenantTransactions transactions,
            Outbox outbox,
            Clock clock) {
        this.interactions = interactions;
        this.checkContacts = checkContacts;
        this.replaceTyped = replaceTyped;
        this.read = read;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<InteractionResponse> run(Caller caller, NoteRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        NoteContent content = NoteRules.content(request, now, caller.zone());
        List<UUID> contactIds = NoteRules.contactIds(request.contacts());
        return checkContacts
                .run(caller.accountId(), contactIds)
                .flatMap(contacts ->
                        transactions.inTransaction(caller.accountId(), write(caller, content, contacts, now)));
    }

    private Mono<InteractionResponse> write(
            Caller caller, NoteContent content, List<TypedContact> contacts, Instant now) {
        UUID userId = caller.accountId();
        UUID id = Ids.next();
        boolean off = caller.enrichment() == EnrichmentMode.OFF;
        return interactions
                .insert(userId, id, content, off, now)
                .delayUntil(written -> contacts.isEmpty() ? Mono.empty() : replaceTyped.replace(userId, id, contacts))
                .delayUntil(written -> outbox.append(InteractionRecorded.of(userId, id, written.version(), false)))
                .flatMap(written -> contacts.isEmpty()
                        ? Mono.just(InteractionResponse.of(written, List.of()))
                        : read.withParticipants(userId, written));
    }
}
