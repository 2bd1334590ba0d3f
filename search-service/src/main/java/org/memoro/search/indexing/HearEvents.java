package org.memoro.search.indexing;

import java.time.Clock;
import org.memoro.events.AccountDeleted;
import org.memoro.events.ContactChanged;
import org.memoro.events.ContactDeleted;
import org.memoro.events.ContactMerged;
import org.memoro.events.InteractionDeleted;
import org.memoro.events.InteractionEnriched;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.events.MemoroEvent;
import org.memoro.events.Topics;
import org.memoro.outbox.Erasure;
import org.memoro.outbox.EventSubscription;
import org.memoro.outbox.Inbox;
import org.memoro.search.contact.RefreshContact;
import org.memoro.search.document.Documents;
import org.memoro.search.large.KeepNearIndexes;
import org.memoro.search.thread.RefreshContexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What search does when it hears of a change: it asks the owner first, and takes the answer in within its inbox. */
@Configuration(proxyBeanMethods = false)
class HearEvents {
    private static final String CONSUMER = "search-service";

    /** Two accounts do not wait for each other; more would not be faster where the model has two processors. */
    private static final int ACCOUNTS_AT_ONCE = 2;

    private final Inbox inbox;
    private final IndexNote indexNote;
    private final RefreshContact refreshContact;
    private final Documents documents;
    private final RefreshContexts refreshContexts;
    private final Erasure erasure;
    private final KeepNearIndexes keepNearIndexes;
    private final Clock clock;

    HearEvents(
            Inbox inbox,
            IndexNote indexNote,
            RefreshContact refreshContact,
            Documents documents,
            RefreshContexts refreshContexts,
            Erasure erasure,
            KeepNearIndexes keepNearIndexes,
            Clock clock) {
        this.inbox = inbox;
        this.indexNote = indexNote;
        this.refreshContact = refreshContact;
        this.documents = documents;
        this.refreshContexts = refreshContexts;
        this.erasure = erasure;
        this.keepNearIndexes = keepNearIndexes;
        this.clock = clock;
    }

    @Bean
    EventSubscription hearEnrichments() {
        return new EventSubscription(CONSUMER, Topics.ENRICHMENT, this::onEnrichment, ACCOUNTS_AT_ONCE);
    }

    @Bean
    EventSubscription hearInteractions() {
        return new EventSubscription(CONSUMER, Topics.INTERACTION, this::onInteraction);
    }

    @Bean
    EventSubscription hearContacts() {
        return new EventSubscription(CONSUMER, Topics.CONTACT, this::onContact);
    }

    @Bean
    EventSubscription hearAccounts() {
        return new EventSubscription(CONSUMER, Topics.ACCOUNT, this::onAccount);
    }

    private Mono<Void> onEnrichment(MemoroEvent event) {
        return event instanceof InteractionEnriched enriched
                ? takeNote(
                        event,
                        indexNote.prepareUnderstood(enriched.userId(), enriched.interactionId(), enriched.vector()))
                : Mono.empty();
    }

    private Mono<Void> onInteraction(MemoroEvent event) {
        return switch (event) {
            case InteractionParticipantsChanged changed ->
                takeNote(event, indexNote.preparePeopleChanged(changed.userId(), changed.interactionId()));
            case InteractionDeleted deleted ->
                inbox.once(
                                CONSUMER,
                                event,
                                documents
                                        .bury(
                                                deleted.userId(),
                                                deleted.interactionId(),
                                                deleted.version(),
                                                clock.instant())
                                        .then())
                        .then(refreshContexts.of(deleted.userId()));
            default -> Mono.empty();
        };
    }

    private Mono<Void> onContact(MemoroEvent event) {
        return switch (event) {
            case ContactChanged changed -> take(event, refreshContact.prepare(event.userId(), changed.contactId()));
            case ContactDeleted deleted -> take(event, refreshContact.prepare(event.userId(), deleted.contactId()));
            case ContactMerged merged ->
                take(
                        event,
                        refreshContact
                                .prepare(event.userId(), merged.contactId())
                                .zipWith(refreshContact.prepare(event.userId(), merged.intoId()), Mono::then));
            default -> Mono.empty();
        };
    }

    private Mono<Void> onAccount(MemoroEvent event) {
        return event instanceof AccountDeleted deleted
                ? erasure.of(deleted.userId()).then(Mono.fromRunnable(() -> keepNearIndexes.forget(deleted.userId())))
                : Mono.empty();
    }

    /** A note's thread follows when the note itself is in: nobody waits for it. */
    private Mono<Void> takeNote(MemoroEvent event, Mono<Mono<Void>> answer) {
        return take(event, answer).then(refreshContexts.of(event.userId()));
    }

    private Mono<Void> take(MemoroEvent event, Mono<Mono<Void>> answer) {
        return answer.flatMap(change -> inbox.once(CONSUMER, event, change));
    }
}
