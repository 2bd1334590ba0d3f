package org.memoro.contacts.fact;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.FollowedFields;
import org.memoro.contacts.contact.KeptContact;
import org.memoro.contacts.contact.Maker;
import org.memoro.events.ContactChanged;
import org.memoro.events.ContactDeleted;
import org.memoro.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings contacts in line with the facts that count: whether the contact is there at all, what it shows, whose relative
 * it is, and when it was last met. Says so to the others where anything changed.
 */
@Component
public class SettleContacts {
    private final Contacts contacts;
    private final Facts facts;
    private final SettleFamily settleFamily;
    private final Outbox outbox;

    SettleContacts(Contacts contacts, Facts facts, SettleFamily settleFamily, Outbox outbox) {
        this.contacts = contacts;
        this.facts = facts;
        this.settleFamily = settleFamily;
        this.outbox = outbox;
    }

    /** Settles these contacts, inside the running transaction. */
    public Mono<Void> settle(UUID userId, Collection<UUID> ids) {
        List<UUID> sorted = List.copyOf(new TreeSet<>(ids));
        return Flux.fromIterable(sorted)
                .concatMap(id -> contacts.find(userId, id).flatMap(kept -> settleOne(userId, kept)))
                .thenMany(Flux.fromIterable(sorted))
                .concatMap(id -> settleFamily.settle(userId, id))
                .then();
    }

    private Mono<Void> settleOne(UUID userId, KeptContact kept) {
        if (kept.mergedInto() != null || kept.deletedBy() == Maker.USER) {
            return Mono.empty();
        }
        UUID id = kept.contact().id();
        return mayStay(userId, kept).flatMap(stays -> {
            if (!stays) {
                return kept.isLiving() ? remove(userId, kept.contact()) : Mono.<Void>empty();
            }
            Mono<Void> back = kept.isLiving() ? Mono.empty() : contacts.restore(userId, id);
            return back.then(follow(userId, id)).then(sayIfChanged(userId, kept));
        });
    }

    private Mono<Boolean> mayStay(UUID userId, KeptContact kept) {
        return kept.createdBy() == Maker.USER
                ? Mono.just(true)
                : contacts.isSupported(userId, kept.contact().id());
    }

    private Mono<Void> remove(UUID userId, Contact contact) {
        return contacts.delete(userId, contact.id(), Maker.MACHINE)
                .then(outbox.append(ContactDeleted.of(userId, contact.id(), contact.version() + 1)));
    }

    private Mono<Void> follow(UUID userId, UUID id) {
        Mono<FollowedFields> said =
                facts.deciding(userId, id).collectList().map(kept -> new WhatFactsSay(id, kept).fields());
        return Mono.zip(contacts.find(userId, id), said)
                .filter(both -> !FollowedFields.of(both.getT1().contact()).equals(both.getT2()))
                .flatMap(both -> contacts.follow(userId, id, both.getT2()))
                .then(contacts.refreshLastInteraction(userId, id));
    }

    private Mono<Void> sayIfChanged(UUID userId, KeptContact before) {
        UUID id = before.contact().id();
        return contacts.find(userId, id)
                .filter(now -> isOther(before.contact(), now.contact()))
                .flatMap(now -> outbox.append(
                        ContactChanged.of(userId, id, now.contact().version(), !before.isLiving())));
    }

    /** When somebody was met last is no edit and leaves the version alone, but others show it. */
    private static boolean isOther(Contact before, Contact now) {
        return now.version() != before.version()
                || !Objects.equals(now.lastInteractionOn(), before.lastInteractionOn());
    }
}
