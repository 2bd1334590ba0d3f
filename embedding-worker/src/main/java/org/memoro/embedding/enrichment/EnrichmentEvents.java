package org.memoro.embedding.enrichment;

import org.memoro.embedding.engine.Provider;
import org.memoro.events.AccountDeleted;
import org.memoro.events.InteractionDeleted;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.events.InteractionRecorded;
import org.memoro.events.MemoroEvent;
import org.memoro.events.Topics;
import org.memoro.outbox.EventSubscription;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What this service hears, and which operation each event starts; switched off where it only embeds searches. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "memoro.embedding-worker.consume", havingValue = "true", matchIfMissing = true)
class EnrichmentEvents {
    static final String CONSUMER = "embedding-worker";

    @Bean
    EventSubscription interactionEvents(
            EnrichNote enrichNote, ReembedNote reembedNote, EraseNote eraseNote, Provider provider) {
        return new EventSubscription(
                CONSUMER,
                Topics.INTERACTION,
                event -> handle(event, enrichNote, reembedNote, eraseNote),
                provider.notesAtOnce());
    }

    @Bean
    EventSubscription accountEvents(EraseAccount eraseAccount) {
        return new EventSubscription(
                CONSUMER,
                Topics.ACCOUNT,
                event -> event instanceof AccountDeleted deleted ? eraseAccount.erase(deleted) : Mono.empty());
    }

    private static Mono<Void> handle(
            MemoroEvent event, EnrichNote enrichNote, ReembedNote reembedNote, EraseNote eraseNote) {
        return switch (event) {
            case InteractionRecorded recorded -> enrichNote.enrich(recorded);
            case InteractionParticipantsChanged changed -> reembedNote.reembed(changed);
            case InteractionDeleted deleted -> eraseNote.erase(deleted);
            default -> Mono.empty();
        };
    }
}
