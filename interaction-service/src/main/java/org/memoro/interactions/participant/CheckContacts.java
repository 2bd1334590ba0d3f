package org.memoro.interactions.participant;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.memoro.interactions.InteractionServiceProperties;
import org.memoro.internaltokens.InternalCallException;
import org.memoro.problems.FieldProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes sure that the contacts someone names for a note are theirs, as far as that can be asked right now. */
@Component
public class CheckContacts {
    private static final Logger log = LoggerFactory.getLogger(CheckContacts.class);

    private final ContactNames names;
    private final InteractionServiceProperties properties;

    CheckContacts(ContactNames names, InteractionServiceProperties properties) {
        this.names = names;
        this.properties = properties;
    }

    /**
     * The contacts with their names, each once, in the given order; without names when contact-service cannot be asked, since a
     * note must never be lost for that. Signals 422 when one is unknown.
     */
    public Mono<List<TypedContact>> run(UUID userId, List<UUID> contactIds) {
        if (contactIds.isEmpty()) {
            return Mono.just(List.of());
        }
        return names.find(userId, contactIds)
                .timeout(properties.contactCheckTimeout())
                .map(found -> known(contactIds, found))
                .onErrorResume(CheckContacts::cannotBeAsked, e -> Mono.just(unchecked(contactIds, e)));
    }

    private static boolean cannotBeAsked(Throwable failure) {
        return failure instanceof InternalCallException || failure instanceof TimeoutException;
    }

    private static List<TypedContact> known(List<UUID> contactIds, Map<UUID, ContactName> found) {
        FieldProblems problems = new FieldProblems();
        for (int i = 0; i < contactIds.size(); i++) {
            problems.check(found.containsKey(contactIds.get(i)), "/contactIds/" + i, "is none of your contacts.");
        }
        problems.throwIfAny();
        return contactIds.stream()
                .distinct()
                .map(found::get)
                .map(CheckContacts::known)
                .toList();
    }

    private static TypedContact known(ContactName name) {
        return new TypedContact(name.contactId(), name.shownContactId(), name.displayName());
    }

    private static List<TypedContact> unchecked(List<UUID> contactIds, Throwable failure) {
        log.warn("Contacts of a note are checked later: {}", failure.toString());
        return contactIds.stream().distinct().map(TypedContact::unchecked).toList();
    }
}
