package org.memoro.contacts.account;

import org.memoro.events.AccountDeleted;
import org.memoro.events.Topics;
import org.memoro.outbox.Erasure;
import org.memoro.outbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Forgets everything of an account that is no more; doing it twice does no harm. */
@Configuration(proxyBeanMethods = false)
class ForgetAccount {

    @Bean
    EventSubscription accountEvents(Erasure erasure) {
        return new EventSubscription(
                "contact-service",
                Topics.ACCOUNT,
                event -> event instanceof AccountDeleted ? erasure.of(event.userId()) : Mono.empty());
    }
}
