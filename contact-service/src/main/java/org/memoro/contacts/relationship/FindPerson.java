package org.memoro.contacts.relationship;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.ContactName;
import org.memoro.contacts.contact.ContactNames;
import org.memoro.contacts.contact.PersonName;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out whom a name means: a relative first, then whoever is called exactly so; a bare first name never guesses. */
@Component
public class FindPerson {
    private final ContactNames names;
    private final Relationships relationships;

    FindPerson(ContactNames names, Relationships relationships) {
        this.names = names;
        this.relationships = relationships;
    }

    /** Whom a name means that was said of a relative of {@code owner}. */
    public Mono<WhoIsMeant> relative(UUID userId, UUID owner, PersonName name, @Nullable Relation relation) {
        return relationships
                .of(userId, owner)
                .filter(known -> name.mayBe(PersonName.parse(known.contact().displayName())))
                .collectList()
                .flatMap(known -> among(known, relation))
                .switchIfEmpty(Mono.defer(() -> anybody(userId, name).map(found -> without(owner, found))));
    }

    private static Mono<WhoIsMeant> among(List<Relationship> known, @Nullable Relation relation) {
        if (known.size() == 1) {
            return Mono.just(WhoIsMeant.one(known.getFirst().contact().id()));
        }
        return Mono.justOrEmpty(known.stream()
                .filter(relative -> relation != null && relative.relation().isSameAs(relation))
                .findFirst()
                .map(relative -> WhoIsMeant.one(relative.contact().id())));
    }

    /** Whom a name means. */
    public Mono<WhoIsMeant> anybody(UUID userId, PersonName name) {
        Mono<List<UUID>> exactly =
                names.named(userId, name).map(ContactName::id).collectList();
        Mono<List<UUID>> sharing =
                name.isBare() ? names.sharing(userId, name).map(ContactName::id).collectList() : exactly;
        return Mono.zip(exactly, sharing, FindPerson::decide);
    }

    private static WhoIsMeant decide(List<UUID> exactly, List<UUID> sharing) {
        return exactly.size() == 1 && sharing.equals(exactly)
                ? WhoIsMeant.one(exactly.getFirst())
                : WhoIsMeant.oneOf(sharing);
    }

    private static WhoIsMeant without(UUID owner, WhoIsMeant found) {
        List<UUID> others =
                found.candidates().stream().filter(id -> !id.equals(owner)).toList();
        return owner.equals(found.contactId()) ? WhoIsMeant.nobody() : new WhoIsMeant(found.contactId(), others);
    }
}
