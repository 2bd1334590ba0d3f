package org.memoro.contacts.addressbook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Etags;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.Maker;
import org.memoro.events.ContactDeleted;
import org.memoro.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Deletes a contact so that it can be restored for 30 days. */
@Component
class DeleteContact {
    private final AccountWork account;
    private final Contacts contacts;
    private final Outbox outbox;

    DeleteContact(AccountWork account, Contacts contacts, Outbox outbox) {
        this.account = account;
        this.contacts = contacts;
        this.outbox = outbox;
    }

    Mono<Void> delete(UUID userId, UUID id, @Nullable String ifMatch) {
        return account.write(userId, contacts.require(userId, id).flatMap(contact -> {
            Etags.requireMatch(ifMatch, contact.version());
            return delete(userId, contact);
        }));
    }

    private Mono<Void> delete(UUID userId, Contact contact) {
        return contacts.delete(userId, contact.id(), Maker.USER)
                .then(outbox.append(ContactDeleted.of(userId, contact.id(), contact.version() + 1)));
    }
}
