package org.memoro.interactions.interaction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Etags;
import org.memoro.events.InteractionRecorded;
import org.memoro.interactions.InteractionProblem;
import org.memoro.interactions.participant.CheckContacts;
import org.memoro.interactions.participant.ReplaceRecognised;
import org.memoro.interactions.participant.ReplaceTyped;
import org.memoro.interactions.participant.TypedContact;
import org.memoro.internaltokens.Caller;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.outbox.Outbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Makes the next version of a note, which is understood anew. */
@Component
class EditInteraction {
    private final Interactions interactions;
    private final CheckContacts checkContacts;
    private final ReplaceTyped replaceTyped;
    private final ReplaceRecognised replaceRecognised;
    private final ReadInteractions read;
    private final TenantTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    EditInteraction(
            Interactions interactions,
            CheckContacts checkContacts,
            ReplaceTyped replaceTyped,
            ReplaceRecognised replaceRecognised,
            ReadInteractions read,
            TenantTransactions transactions,
            Outbox outbox,
            Clock clock) {
        this.interactions = interactions;
        this.checkContacts = checkContacts;
        this.replaceTyped = replaceTyped;
        this.replaceRecognised = replaceRecognised;
        this.read = read;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<InteractionResponse> run(Caller caller, UUID id, @Nullable String ifMatch, JsonNode document) {
        NotePatch patch = new NotePatch(document);
        return contactsOf(caller, patch)
                .flatMap(contacts ->
                        transactions.inTransaction(caller.accountId(), change(caller, id, ifMatch, patch, contacts)));
    }

    private Mono<Optional<List<TypedContact>>> contactsOf(Caller caller, NotePatch patch) {
        Optional<List<UUID>> named = patch.contactIds();
        return named.isEmpty()
                ? Mono.just(Optional.empty())
                : checkContacts.run(caller.accountId(), named.get()).map(Optional::of);
    }

    private Mono<InteractionResponse> change(
            Caller caller, UUID id, @Nullable String ifMatch, NotePatch patch, Optional<List<TypedContact>> contacts) {
        UUID userId = caller.accountId();
        boolean off = caller.enrichment() == EnrichmentMode.OFF;
        return interactions
                .lock(userId, id)
                .filter(current -> !current.isDeleted())
                .switchIfEmpty(Mono.error(InteractionProblem::notFound))
                .doOnNext(current -> Etags.requireMatch(ifMatch, current.version()))
                .flatMap(current -> read.withParticipants(userId, current).flatMap(shown -> {
                    NoteContent typed = patch.apply(current.content());
                    NoteContent next = off ? typed : typed.keepingRecognised(current.content());
                    return next.equals(current.content()) && sameContacts(contacts, shown)
                            ? Mono.just(shown)
                            : write(userId, id, next, contacts, off);
                }));
    }

    private static boolean sameContacts(Optional<List<TypedContact>> contacts, InteractionResponse shown) {
        return contacts.isEmpty()
                || new HashSet<>(shown.contactIds())
                        .equals(new HashSet<>(contacts.get().stream()
                                .map(TypedContact::shownContactId)
                                .toList()));
    }

    private Mono<InteractionResponse> write(
            UUID userId, UUID id, NoteContent content, Optional<List<TypedContact>> contacts, boolean off) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return interactions
                .update(userId, id, content, off, now)
                .delayUntil(
                        written -> contacts.isEmpty() ? Mono.empty() : replaceTyped.replace(userId, id, contacts.get()))
                // Without enrichment nothing will say again who is in the text.
                .delayUntil(written -> off ? replaceRecognised.replace(userId, id, List.of()) : Mono.empty())
                .delayUntil(written -> outbox.append(InteractionRecorded.of(userId, id, written.version(), false)))
                .flatMap(written -> read.withParticipants(userId, written));
    }
}
