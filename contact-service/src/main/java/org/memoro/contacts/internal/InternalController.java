package org.memoro.contacts.internal;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.ContactProblem;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.ContactName;
import org.memoro.contacts.contact.ContactNames;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.MergedElsewhere;
import org.memoro.contacts.contact.MergedName;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.FactValue;
import org.memoro.contacts.fact.Facts;
import org.memoro.contacts.fact.PartialDate;
import org.memoro.contacts.note.Notes;
import org.memoro.contacts.note.RecognisedPerson;
import org.memoro.internaltokens.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the other services ask about contacts; who may ask what stands in the application's rules. */
@Hidden
@RestController
@RequestMapping("/internal/v1")
class InternalController {
    private static final int MOST_IDS = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final AccountWork account;
    private final Contacts contacts;
    private final ContactNames names;
    private final Notes notes;
    private final Facts facts;

    InternalController(AccountWork account, Contacts contacts, ContactNames names, Notes notes, Facts facts) {
        this.account = account;
        this.contacts = contacts;
        this.names = names;
        this.notes = notes;
        this.facts = facts;
    }

    /** A list that is always whole. */
    record Items<T>(List<T> items) {}

    /** Which contacts are asked for. */
    record Lookup(@Nullable List<UUID> ids) {}

    /** Who, when and where, as far as it counts. */
    record Participants(
            long version,
            List<RecognisedPerson> items,
            @Nullable InteractionDate interactionDate,
            @Nullable Place place) {}

    /** The day a note tells. */
    record InteractionDate(LocalDate date) {}

    /** The place a note tells. */
    record Place(@Nullable String name, @Nullable String city) {}

    /** Which contacts there are, for whoever has to read them all: at most 1,000 at a time, in the order of their ids. */
    @GetMapping("/contacts")
    Mono<Items<UUID>> ids(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        UUID userId = caller.accountId();
        int most = limit == null ? MOST_IDS : Math.clamp(limit, 1, MOST_IDS);
        return account.read(
                userId,
                names.ids(userId, after == null ? FIRST : after, most)
                        .collectList()
                        .map(Items::new));
    }

    @GetMapping("/contacts/names")
    Mono<Items<ContactName>> names(@AuthenticationPrincipal Caller caller) {
        UUID userId = caller.accountId();
        return account.read(userId, names.all(userId).collectList().map(Items::new));
    }

    @PostMapping("/contacts/lookup")
    Mono<Items<MergedName>> lookup(@AuthenticationPrincipal Caller caller, @RequestBody Lookup lookup) {
        UUID userId = caller.accountId();
        List<UUID> ids = lookup.ids() == null ? List.of() : lookup.ids();
        return account.read(userId, names.lookUp(userId, ids).collectList().map(Items::new));
    }

    @GetMapping("/contacts/{id}")
    Mono<Contact> contact(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        UUID userId = caller.accountId();
        // A service that hears of merges wants to know that this one is gone, not to be led to the other.
        return account.read(userId, contacts.require(userId, id))
                .onErrorMap(MergedElsewhere.class, e -> ContactProblem.CONTACT_NOT_FOUND.exception());
    }

    @GetMapping("/interactions/{id}/participants")
    Mono<Participants> participants(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        UUID userId = caller.accountId();
        return account.read(
                userId,
                Mono.zip(
                                version(userId, id),
                                notes.recognisedPeople(userId, id).collectList(),
                                facts.ofNote(userId, id).filter(Fact::isKept).collectList())
                        .map(found -> new Participants(
                                found.getT1(), found.getT2(), date(found.getT3()), place(found.getT3()))));
    }

    private Mono<Long> version(UUID userId, UUID interactionId) {
        return notes.find(userId, interactionId)
                .mapNotNull(org.memoro.contacts.note.Note::appliedVersion)
                .defaultIfEmpty(0L);
    }

    private static @Nullable InteractionDate date(List<Fact> kept) {
        return kept.stream()
                .filter(fact -> fact.kind() == FactKind.INTERACTION_DATE)
                .map(fact -> PartialDate.parse(FactValue.detail(fact, "date")))
                .filter(date -> date != null && date.isDay())
                .map(date -> new InteractionDate(date.first()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Place place(List<Fact> kept) {
        return kept.stream()
                .filter(fact -> fact.kind() == FactKind.INTERACTION_PLACE)
                .map(fact -> new Place(FactValue.detail(fact, "name"), FactValue.detail(fact, "city")))
                .findFirst()
                .orElse(null);
    }
}
