package org.memoro.contacts.brief;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.deciding.ViewFacts;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.Facts;
import org.memoro.contacts.note.NoteSource;
import org.memoro.contacts.relationship.Relationships;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Gathers what is known of a contact; nothing is made up, and an empty list says that nothing is recorded. */
@Component
class WriteBrief {
    private static final int RECENT = 3;

    private final AccountWork account;
    private final Contacts contacts;
    private final Facts facts;
    private final ViewFacts viewFacts;
    private final Relationships relationships;
    private final NoteSource noteSource;

    WriteBrief(
            AccountWork account,
            Contacts contacts,
            Facts facts,
            ViewFacts viewFacts,
            Relationships relationships,
            NoteSource noteSource) {
        this.account = account;
        this.contacts = contacts;
        this.facts = facts;
        this.viewFacts = viewFacts;
        this.relationships = relationships;
        this.noteSource = noteSource;
    }

    Mono<Brief> write(UUID userId, UUID contactId, LocalDate today) {
        // The neighbour is asked outside the transaction: a connection is not held while waiting for it.
        return account.read(
                        userId, contacts.require(userId, contactId).flatMap(contact -> gather(userId, contact, today)))
                .zipWhen(brief -> noteSource.newest(userId, contactId, RECENT), WriteBrief::with);
    }

    private Mono<Brief> gather(UUID userId, Contact contact, LocalDate today) {
        return Mono.zip(
                        facts.kept(userId, contact.id()).collectList(),
                        facts.followUps(userId, contact.id()).collectList(),
                        relationships.of(userId, contact.id()).collectList())
                .flatMap(known -> viewFacts
                        .of(userId, worthTelling(contact, known.getT1()))
                        .map(views -> new Brief(
                                contact,
                                contact.latestNews(),
                                views,
                                known.getT3(),
                                new WhatIsComing(today).of(contact, known.getT1(), known.getT2()),
                                List.of())));
    }

    /** Everything said of the contact; that a note names somebody is no fact about them. */
    private static List<Fact> worthTelling(Contact contact, List<Fact> kept) {
        return kept.stream()
                .filter(fact -> contact.id().equals(fact.contactId()) && fact.kind() != FactKind.PERSON)
                .toList();
    }

    private static Brief with(Brief brief, List<JsonNode> recent) {
        return new Brief(brief.contact(), brief.latestNews(), brief.facts(), brief.family(), brief.upcoming(), recent);
    }
}
