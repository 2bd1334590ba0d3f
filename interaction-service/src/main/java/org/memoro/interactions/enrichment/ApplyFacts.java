package org.memoro.interactions.enrichment;

import java.util.UUID;
import org.memoro.events.FactsApplied;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.interactions.InteractionServiceApplication;
import org.memoro.interactions.participant.ReplaceRecognised;
import org.memoro.outbox.Inbox;
import org.memoro.outbox.Outbox;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes people, day and place from a note's facts once contact-service has applied them. */
@Component
public class ApplyFacts {
    private final Enrichments enrichments;
    private final ReadFacts readFacts;
    private final ReadEngine readEngine;
    private final ReplaceRecognised replaceRecognised;
    private final TenantTransactions transactions;
    private final Inbox inbox;
    private final Outbox outbox;

    ApplyFacts(
            Enrichments enrichments,
            ReadFacts readFacts,
            ReadEngine readEngine,
            ReplaceRecognised replaceRecognised,
            TenantTransactions transactions,
            Inbox inbox,
            Outbox outbox) {
        this.enrichments = enrichments;
        this.readFacts = readFacts;
        this.readEngine = readEngine;
        this.replaceRecognised = replaceRecognised;
        this.transactions = transactions;
        this.inbox = inbox;
        this.outbox = outbox;
    }

    /** Does nothing for a version that is past, or a note that is deleted. */
    public Mono<Void> apply(FactsApplied event) {
        UUID userId = event.userId();
        return transactions
                .inTransaction(userId, enrichments.findCurrent(userId, event.interactionId(), event.version()))
                .flatMap(current ->
                        Mono.zip(readFacts.of(userId, event.interactionId(), event.version()), engine(userId, current)))
                .filter(read -> read.getT1().version() == event.version())
                .flatMap(read ->
                        inbox.once(InteractionServiceApplication.NAME, event, keep(event, read.getT1(), read.getT2())));
    }

    /** The worker's own event may come later than this one; a note should not be done without its model. */
    private Mono<Engine> engine(UUID userId, EnrichmentChange current) {
        return current.enrichment().provider() == null
                ? readEngine.ifReachable(userId, current.interactionId(), current.version())
                : Mono.just(Engine.UNKNOWN);
    }

    private Mono<Void> keep(FactsApplied event, NoteFacts facts, Engine engine) {
        return enrichments
                .lockDetails(event.userId(), event.interactionId(), event.version())
                .flatMap(before -> keep(event, before, facts, engine));
    }

    private Mono<Void> keep(FactsApplied event, NoteDetails before, NoteFacts facts, Engine engine) {
        NoteDetails after = before.with(facts.day(), facts.location());
        return replaceRecognised
                .replace(event.userId(), event.interactionId(), facts.people())
                .map(otherPeople -> otherPeople || !after.equals(before))
                .flatMap(changed -> enrichments
                        .markFactsApplied(event.userId(), event.interactionId(), after, engine, changed)
                        .then(changed ? tell(event) : Mono.<Void>empty()));
    }

    private Mono<Void> tell(FactsApplied event) {
        return outbox.append(InteractionParticipantsChanged.of(event.userId(), event.interactionId(), event.version()));
    }
}
