package org.memoro.search.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.memoro.internaltokens.InternalHttp;
import org.memoro.internaltokens.NotThere;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks contact-service what a contact is now, and keeps that. */
@Component
public class RefreshContact {
    private final InternalHttp http;
    private final Contacts contacts;
    private final Clock clock;

    RefreshContact(InternalHttp http, Contacts contacts, Clock clock) {
        this.http = http;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Asks at once; what it emits is the change of the index, to be made inside a transaction of the account. */
    public Mono<Mono<Void>> prepare(UUID userId, UUID contactId) {
        return Mono.defer(() -> {
            Instant askedAt = clock.instant();
            return read(userId, contactId).map(found -> found.map(contact -> contacts.keep(userId, contact, askedAt))
                    .orElseGet(() -> contacts.bury(userId, contactId, askedAt)));
        });
    }

    private Mono<Optional<ContactDocument>> read(UUID userId, UUID contactId) {
        return http.forWork("contact-service", userId, "index")
                .get()
                .uri("/internal/v1/contacts/{id}", contactId)
                .retrieve()
                .bodyToMono(ContactDocument.class)
                .map(Optional::of)
                .onErrorReturn(NotThere.class, Optional.empty());
    }
}
