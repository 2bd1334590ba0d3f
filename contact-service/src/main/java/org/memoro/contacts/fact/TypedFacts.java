package org.memoro.contacts.fact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Ids;
import org.memoro.contacts.contact.ContactFields;
import org.memoro.contacts.contact.Maker;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps what the user types on a contact as facts of their own, so that it wins over what notes say. Clearing a field
 * undoes the facts it came from.
 */
@Component
public class TypedFacts {
    private static final List<FactKind> KINDS =
            List.of(FactKind.BIRTHDAY, FactKind.LOCATION, FactKind.RELATION_TO_ME, FactKind.JOB);

    private final Facts facts;
    private final Clock clock;

    TypedFacts(Facts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** Keeps whatever differs between the two. */
    public Mono<Void> keep(
            UUID userId, UUID contactId, @Nullable ContactFields before, ContactFields after, LocalDate today) {
        return Flux.fromIterable(KINDS)
                .filter(kind -> !Objects.equals(before == null ? null : value(kind, before), value(kind, after)))
                .concatMap(kind -> change(userId, contactId, kind, value(kind, after), today))
                .then();
    }

    private Mono<Void> change(UUID userId, UUID contactId, FactKind kind, @Nullable ObjectNode value, LocalDate today) {
        Mono<Void> forgotten = facts.deleteTyped(userId, contactId, kind);
        return value == null
                ? forgotten.then(undo(userId, contactId, kind))
                : forgotten.then(facts.insert(userId, typed(contactId, kind, value, today)));
    }

    private Mono<Void> undo(UUID userId, UUID contactId, FactKind kind) {
        return facts.kept(userId, contactId)
                .collectList()
                .flatMapIterable(
                        kept -> new WhatFactsSay(contactId, kept).filling(kind).toList())
                .concatMap(fact -> facts.update(userId, fact.in(FactState.OFF).decidedByUser(clock.instant())))
                .then();
    }

    private Fact typed(UUID contactId, FactKind kind, ObjectNode value, LocalDate today) {
        return new Fact(
                Ids.next(),
                kind,
                contactId,
                null,
                null,
                null,
                "",
                "",
                value,
                null,
                null,
                1.0,
                FactStatus.HAPPENED,
                true,
                FactState.KEPT,
                Maker.USER,
                clock.instant(),
                List.of(),
                today,
                1);
    }

    private static @Nullable ObjectNode value(FactKind kind, ContactFields fields) {
        return switch (kind) {
            case BIRTHDAY -> fields.birthday() == null ? null : FactValue.birthday(fields.birthday());
            case LOCATION -> fields.location() == null ? null : FactValue.location(fields.location(), "current", null);
            case RELATION_TO_ME ->
                fields.relationToMe() == null ? null : FactValue.value().put("relation", fields.relationToMe());
            case JOB -> job(fields);
            default -> null;
        };
    }

    private static @Nullable ObjectNode job(ContactFields fields) {
        if (fields.company() == null && fields.jobTitle() == null) {
            return null;
        }
        ObjectNode value = FactValue.text(Stream.of(fields.jobTitle(), fields.company())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ")));
        FactValue.putIfThere(value, "organization", fields.company());
        return FactValue.putIfThere(value, "title", fields.jobTitle());
    }
}
