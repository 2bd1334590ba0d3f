package org.memoro.contacts.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.api.Ids;
import org.memoro.contacts.contact.Birthday;
import org.memoro.contacts.contact.FollowedFields;
import org.memoro.contacts.contact.Maker;
import tools.jackson.databind.node.ObjectNode;

class WhatFactsSayTests {
    private static final UUID ANNA = Ids.next();

    private static Fact noted(FactKind kind, String asOf, ObjectNode value) {
        return fact(kind, asOf, value, Maker.MACHINE, Instant.EPOCH);
    }

    private static Fact decided(FactKind kind, String asOf, ObjectNode value, String at) {
        return fact(kind, asOf, value, Maker.USER, Instant.parse(at));
    }

    private static Fact fact(FactKind kind, String asOf, ObjectNode value, Maker by, Instant at) {
        return new Fact(
                Ids.next(),
                kind,
                ANNA,
                null,
                UUID.randomUUID(),
                1L,
                "anna",
                "",
                value,
                null,
                null,
                0.9,
                FactStatus.HAPPENED,
                true,
                FactState.KEPT,
                by,
                at,
                List.of(),
                LocalDate.parse(asOf),
                1);
    }

    private static FollowedFields fields(Fact... facts) {
        return new WhatFactsSay(ANNA, List.of(facts)).fields();
    }

    private static ObjectNode lives(String place) {
        return FactValue.location(place, "current", null);
    }

    private static ObjectNode job(String text, String organization) {
        return FactValue.putIfThere(FactValue.text(text), "organization", organization);
    }

    @Test
    void believesTheNewestNote() {
        assertThat(fields(
                                noted(FactKind.LOCATION, "2026-01-01", lives("Wien")),
                                noted(FactKind.LOCATION, "2026-05-01", lives("Graz")),
                                noted(FactKind.LOCATION, "2026-06-01", FactValue.location("Linz", "planned", null)))
                        .location())
                .isEqualTo("Graz");
    }

    @Test
    void believesTheUsersLatestWordBeforeAnyNote() {
        assertThat(fields(
                                noted(FactKind.LOCATION, "2026-06-01", lives("Linz")),
                                decided(FactKind.LOCATION, "2026-05-01", lives("Graz"), "2026-05-01T10:00:00Z"),
                                decided(FactKind.LOCATION, "2026-01-01", lives("Wien"), "2026-05-02T10:00:00Z"))
                        .location())
                .isEqualTo("Wien");
    }

    @Test
    void completesABirthdayWithTheYearAnotherNoteTells() {
        assertThat(fields(
                                noted(FactKind.BIRTHDAY, "2026-06-01", FactValue.birthday(new Birthday(null, 3, 3))),
                                noted(FactKind.BIRTHDAY, "2026-01-01", FactValue.birthday(new Birthday(1986, 3, 3))))
                        .birthday())
                .isEqualTo(new Birthday(1986, 3, 3));
    }

    @Test
    void endsAJobThatIsNoMore() {
        Fact joined = noted(FactKind.JOB, "2026-01-01", job("works at Google", "Google"));
        Fact left = noted(FactKind.JOB, "2026-05-01", job("is no longer at Google", "Google"));
        Fact startup = noted(FactKind.JOB, "2026-05-01", job("started at a startup", "Tiny"));

        assertThat(fields(joined).company()).isEqualTo("Google");
        assertThat(fields(joined, left).company()).isNull();
        assertThat(fields(joined, left, startup).company()).isEqualTo("Tiny");
    }

    @Test
    void asksBeforeASecondBirthdayOrRelation() {
        WhatFactsSay known = new WhatFactsSay(
                ANNA,
                List.of(
                        noted(FactKind.BIRTHDAY, "2026-01-01", FactValue.birthday(new Birthday(1986, 3, 3))),
                        noted(FactKind.LOCATION, "2026-01-01", lives("Wien")),
                        decided(FactKind.JOB, "2026-01-01", job("typed", "Avast"), "2026-01-01T10:00:00Z")));

        assertThat(known.contradicts(
                        noted(FactKind.BIRTHDAY, "2026-02-01", FactValue.birthday(new Birthday(null, 4, 4)))))
                .isTrue();
        assertThat(known.contradicts(
                        noted(FactKind.BIRTHDAY, "2026-02-01", FactValue.birthday(new Birthday(null, 3, 3)))))
                .isFalse();
        assertThat(known.contradicts(noted(FactKind.LOCATION, "2026-02-01", lives("Graz"))))
                .as("people move")
                .isFalse();
        assertThat(known.contradicts(noted(FactKind.JOB, "2026-02-01", job("new job", "BMW"))))
                .as("the user typed another one")
                .isTrue();
    }
}
