package org.memoro.contacts.addressbook;

import java.time.LocalDate;
import java.util.UUID;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.ContactFields;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.Maker;
import org.memoro.contacts.fact.TypedFacts;
import org.memoro.events.ContactChanged;
import org.memoro.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes a contact down as the user typed it. */
@Component
class CreateContact {
    private final AccountWork account;
    private final Contacts contacts;
    private final TypedFacts typedFacts;
    private final Outbox outbox;

    CreateContact(AccountWork account, Contacts contacts, TypedFacts typedFacts, Outbox outbox) {
        this.account = account;
        this.contacts = contacts;
        this.typedFacts = typedFacts;
        this.outbox = outbox;
    }

    Mono<Contact> create(UUID userId, ContactFields fields, LocalDate today) {
        fields.check(today);
        return account.write(userId, Mono.defer(() -> write(userId, fields, today)));
    }

    private Mono<Contact> write(UUID userId, ContactFields fields, LocalDate today) {
        return contacts.insert(userId, fields, Maker.USER).flatMap(id -> typedFacts
                .keep(userId, id, null, fields, today)
                .then(outbox.append(ContactChanged.of(userId, id, 1, true)))
                .then(contacts.require(userId, id)));
    }
}
