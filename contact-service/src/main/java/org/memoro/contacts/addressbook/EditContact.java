package org.memoro.contacts.addressbook;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Etags;
import org.memoro.api.MergePatch;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.ContactFields;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.FieldsReader;
import org.memoro.contacts.fact.SettleContacts;
import org.memoro.contacts.fact.TypedFacts;
import org.memoro.events.ContactChanged;
import org.memoro.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Changes what is typed about a contact; a patch that changes nothing leaves even the version alone. */
@Component
class EditContact {
    private final AccountWork account;
    private final Contacts contacts;
    private final TypedFacts typedFacts;
    private final SettleContacts settleContacts;
    private final Outbox outbox;

    EditContact(
            AccountWork account,
            Contacts contacts,
            TypedFacts typedFacts,
            SettleContacts settleContacts,
            Outbox outbox) {
        this.account = account;
        this.contacts = contacts;
        this.typedFacts = typedFacts;
        this.settleContacts = settleContacts;
        this.outbox = outbox;
    }

    Mono<Contact> edit(UUID userId, UUID id, JsonNode patch, @Nullable String ifMatch, LocalDate today) {
        return account.write(userId, contacts.require(userId, id).flatMap(contact -> {
            Etags.requireMatch(ifMatch, contact.version());
            ContactFields fields = FieldsReader.read(MergePatch.apply(FieldsReader.write(contact.fields()), patch));
            fields.check(today);
            return fields.equals(contact.fields()) ? Mono.just(contact) : write(userId, contact, fields, today);
        }));
    }

    private Mono<Contact> write(UUID userId, Contact before, ContactFields fields, LocalDate today) {
        UUID id = before.id();
        return typedFacts
                .keep(userId, id, before.fields(), fields, today)
                .then(contacts.update(userId, id, fields))
                .then(settleContacts.settle(userId, List.of(id)))
                .then(contacts.require(userId, id))
                .flatMap(after -> outbox.append(
                                ContactChanged.of(userId, id, after.version(), isNameChanged(before.fields(), fields)))
                        .thenReturn(after));
    }

    private static boolean isNameChanged(ContactFields before, ContactFields after) {
        return !ContactFields.Name.of(before).equals(ContactFields.Name.of(after));
    }
}
