package org.memoro.interactions.hearing;

import static org.memoro.interactions.InteractionServiceApplication.NAME;

import org.memoro.events.AccountDeleted;
import org.memoro.events.ContactChanged;
import org.memoro.events.ContactDeleted;
import org.memoro.events.ContactMerged;
import org.memoro.events.EnrichmentFailed;
import org.memoro.events.FactsApplied;
import org.memoro.events.InteractionEnriched;
import org.memoro.events.InteractionIndexed;
import org.memoro.events.Topics;
import org.memoro.interactions.enrichment.ApplyFacts;
import org.memoro.interactions.enrichment.NoteProgress;
import org.memoro.interactions.participant.RefreshParticipants;
import org.memoro.outbox.Erasure;
import org.memoro.outbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Leads each event this service cares about to its operation; the others it passes over. */
@Configuration(proxyBeanMethods = false)
class HeardEvents {

    @Bean
    EventSubscription contactEvents(ApplyFacts applyFacts, RefreshParticipants refresh) {
        return new EventSubscription(NAME, Topics.CONTACT, event -> switch (event) {
            case FactsApplied applied -> applyFacts.apply(applied);
            case ContactChanged changed -> refresh.changed(changed);
            case ContactMerged merged -> refresh.merged(merged);
            case ContactDeleted deleted -> refresh.deleted(deleted);
            default -> Mono.empty();
        });
    }

    @Bean
    EventSubscription enrichmentEvents(NoteProgress progress) {
        return new EventSubscription(NAME, Topics.ENRICHMENT, event -> switch (event) {
            case InteractionEnriched enriched -> progress.enriched(enriched);
            case EnrichmentFailed failed -> progress.failed(failed);
            default -> Mono.empty();
        });
    }

    @Bean
    EventSubscription searchEvents(NoteProgress progress) {
        return new EventSubscription(
                NAME,
                Topics.SEARCH,
                event -> event instanceof InteractionIndexed indexed ? progress.indexed(indexed) : Mono.empty());
    }

    @Bean
    EventSubscription accountEvents(Erasure erasure) {
        return new EventSubscription(
                NAME,
                Topics.ACCOUNT,
                event -> event instanceof AccountDeleted deleted ? erasure.of(deleted.userId()) : Mono.empty());
    }
}
