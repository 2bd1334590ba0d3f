package org.memoro.contacts.understanding;

import org.memoro.events.InteractionDeleted;
import org.memoro.events.InteractionEnriched;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.events.InteractionRecorded;
import org.memoro.events.MemoroEvent;
import org.memoro.events.Topics;
import org.memoro.outbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Hears what happens to notes. */
@Configuration(proxyBeanMethods = false)
class UnderstandingSubscriptions {
    static final String CONSUMER = "contact-service";

    @Bean
    EventSubscription enrichmentEvents(ApplyFacts applyFacts) {
        return new EventSubscription(
                CONSUMER,
                Topics.ENRICHMENT,
                event -> event instanceof InteractionEnriched enriched ? applyFacts.apply(enriched) : Mono.empty());
    }

    @Bean
    EventSubscription interactionEvents(FollowNote followNote) {
        return new EventSubscription(CONSUMER, Topics.INTERACTION, event -> handle(followNote, event));
    }

    private static Mono<Void> handle(FollowNote followNote, MemoroEvent event) {
        return switch (event) {
            case InteractionRecorded recorded -> followNote.follow(event, recorded.interactionId());
            case InteractionParticipantsChanged changed -> followNote.follow(event, changed.interactionId());
            case InteractionDeleted deleted -> followNote.withdraw(deleted);
            default -> Mono.empty();
        };
    }
}
