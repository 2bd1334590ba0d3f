package org.memoro.contacts.exporting;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.memoro.api.KeyPages;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.KeptContact;
import org.memoro.contacts.deciding.FactView;
import org.memoro.contacts.deciding.ViewFacts;
import org.memoro.contacts.fact.Facts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads everything an account has here, in the order in which it came, however slowly it is taken. */
@Component
class ExportContacts {
    /** A contact with all its texts may be a hundred kilobytes. */
    private static final KeyPages PAGES = KeyPages.of(200);

    private final AccountWork account;
    private final Contacts contacts;
    private final ExportedTies ties;
    private final Facts facts;
    private final ViewFacts viewFacts;

    ExportContacts(AccountWork account, Contacts contacts, ExportedTies ties, Facts facts, ViewFacts viewFacts) {
        this.account = account;
        this.contacts = contacts;
        this.ties = ties;
        this.facts = facts;
        this.viewFacts = viewFacts;
    }

    /** Completes when this account can be read. */
    Mono<Void> check(UUID userId) {
        return account.read(userId, Mono.empty());
    }

    Flux<KeptContact> contacts(UUID userId) {
        return PAGES.read(pages(userId, (after, size) -> contacts.byId(userId, after, size)), kept -> kept.contact()
                .id());
    }

    Flux<ExportedRelationship> relationships(UUID userId) {
        return PAGES.read(
                pages(userId, (after, size) -> ties.relationships(userId, after, size)), ExportedRelationship::id);
    }

    Flux<ExportedMerge> merges(UUID userId) {
        return PAGES.read(pages(userId, (after, size) -> ties.merges(userId, after, size)), ExportedMerge::id);
    }

    Flux<FactView> facts(UUID userId) {
        return PAGES.read(
                (after, size) -> account.read(
                        userId,
                        facts.byId(userId, after, size).collectList().flatMap(rows -> viewFacts.of(userId, rows))),
                FactView::id);
    }

    private <T> BiFunction<UUID, Integer, Mono<List<T>>> pages(UUID userId, BiFunction<UUID, Integer, Flux<T>> rows) {
        return (after, size) -> account.read(userId, rows.apply(after, size).collectList());
    }
}
