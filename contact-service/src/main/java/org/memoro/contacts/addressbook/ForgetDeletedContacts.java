package org.memoro.contacts.addressbook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.DeletedContacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets for good what was deleted more than 30 days ago, one account at a time. */
@Component
class ForgetDeletedContacts {
    private static final Logger log = LoggerFactory.getLogger(ForgetDeletedContacts.class);

    /** A restore must never meet a contact that is just being forgotten. */
    private static final Duration KEPT = RestoreContact.UNDOABLE.plusDays(1);

    private final AccountWork account;
    private final DeletedContacts deletedContacts;
    private final Clock clock;

    ForgetDeletedContacts(AccountWork account, DeletedContacts deletedContacts, Clock clock) {
        this.account = account;
        this.deletedContacts = deletedContacts;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    Mono<Void> forget() {
        Instant before = clock.instant().minus(KEPT);
        return deletedContacts
                .accounts(before)
                .concatMap(userId -> account.write(userId, deletedContacts.forget(userId, before)))
                .then()
                .onErrorResume(e -> {
                    log.warn("Deleted contacts could not be forgotten; the next run tries again", e);
                    return Mono.empty();
                });
    }
}
