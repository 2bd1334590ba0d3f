package org.memoro.contacts.account;

import org.memoro.events.AccountDeleted;
import org.memoro.events.MemoroEvent;
import org.memoro.events.Topics;
import org.memoro.outbox.EventSubscription;
import org.memoro.outbox.Inbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Forgets everything of an account that is no more; doing it twice does no harm. */
@Configuration(proxyBeanMethods = false)
class ForgetAccount {

    @Bean
    EventSubscription accountEvents(AccountRows rows, Inbox inbox) {
        return new EventSubscription("contact-service", Topics.ACCOUNT, event -> handle(rows, inbox, event));
    }

    private static Mono<Void> handle(AccountRows rows, Inbox inbox, MemoroEvent event) {
        return event instanceof AccountDeleted
                ? rows.delete(event.userId()).then(inbox.forget(event.userId()))
                : Mono.empty();
    }
}
