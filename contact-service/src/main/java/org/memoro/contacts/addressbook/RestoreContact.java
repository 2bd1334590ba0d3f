package org.memoro.contacts.addressbook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.memoro.contacts.ContactProblem;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.KeptContact;
import org.memoro.contacts.fact.SettleContacts;
import org.memoro.events.ContactChanged;
import org.memoro.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings back a contact that was deleted at most 30 days ago; one that is there stays as it is. */
@Component
class RestoreContact {
    static final Duration UNDOABLE = Duration.ofDays(30);

    private final AccountWork account;
    private final Contacts contacts;
    private final SettleContacts settleContacts;
    private final Outbox outbox;
    private final Clock clock;

    RestoreContact(AccountWork account, Contacts contacts, SettleContacts settleContacts, Outbox outbox, Clock clock) {
        this.account = account;
        this.contacts = contacts;
        this.settleContacts = settleContacts;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Contact> restore(UUID userId, UUID id) {
        return account.write(
                userId,
                contacts.find(userId, id)
                        .filter(this::canBeRestored)
                        .switchIfEmpty(Mono.error(ContactProblem.CONTACT_NOT_FOUND::exception))
                        .flatMap(kept ->
                                kept.deletedAt() == null ? contacts.require(userId, id) : bringBack(userId, id)));
    }

    private boolean canBeRestored(KeptContact kept) {
        Instant deletedAt = kept.deletedAt();
        return deletedAt == null || deletedAt.isAfter(clock.instant().minus(UNDOABLE));
    }

    private Mono<Contact> bringBack(UUID userId, UUID id) {
        return contacts.restore(userId, id)
                .then(contacts.takeOver(userId, id))
                .then(settleContacts.settle(userId, List.of(id)))
                .then(contacts.require(userId, id))
                .flatMap(contact -> outbox.append(ContactChanged.of(userId, id, contact.version(), true))
                        .thenReturn(contact));
    }
}
