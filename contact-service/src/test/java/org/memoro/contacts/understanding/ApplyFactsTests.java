package org.memoro.contacts.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.contacts.AnExtraction.APerson.aPerson;
import static org.memoro.contacts.Owner.body;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.names;
import static org.memoro.contacts.Owner.uuid;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.memoro.contacts.AnExtraction;
import org.memoro.contacts.AnExtraction.APerson;
import org.memoro.contacts.Owner;
import org.memoro.contacts.RunningService;
import org.memoro.events.ContactChanged;
import org.memoro.events.ContactDeleted;
import org.memoro.events.FactsApplied;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

class ApplyFactsTests {
    private final Owner owner = new Owner();

    private static APerson anna() {
        return aPerson("Anna Petrova")
                .family("daughter", "Mia", 0.85)
                .birthday(null, 3, 3)
                .location("Graz", "planned")
                .news("Anna is moving to Graz in May")
                .fact("move", "planned", "Anna is moving to Graz in May", fact -> fact.put("date", "2027-05"));
    }

    private static APerson mia() {
        return aPerson("Mia")
                .mentioned()
                .confidence(0.6)
                .news("Her daughter Mia just started school")
                .fact("education", "happened", "Her daughter Mia just started school");
    }

    private static AnExtraction coffeeWithAnna() {
        return AnExtraction.of(anna(), mia()).on("2026-11-19").at("Café Sperl", "Vienna");
    }

    @Nested
    class ANewNote {
        @Test
        void becomesContactsThatFollowItsFacts() {
            UUID note = owner.understands(coffeeWithAnna());

            JsonNode anna = owner.contactNamed("Anna Petrova");
            assertThat(anna.get("birthday").toString()).isEqualTo("{\"month\":3,\"day\":3}");
            assertThat(anna.get("location").isNull()).as("only planned").isTrue();
            assertThat(anna.at("/latestNews/text").asString()).isEqualTo("Anna is moving to Graz in May");
            assertThat(anna.at("/latestNews/asOf").asString()).isEqualTo("2026-11-19");
            assertThat(anna.at("/latestNews/interactionId").asString()).isEqualTo(note.toString());
            assertThat(anna.get("lastInteractionOn").asString()).isEqualTo("2026-11-19");
        }

        @Test
        void tellsWhoIsWhoseRelativeOnBothSides() {
            owner.understands(coffeeWithAnna());

            JsonNode anna = owner.contactNamed("Anna Petrova");
            JsonNode mia = owner.contactNamed("Mia");
            assertThat(owner.relatives(anna))
                    .singleElement()
                    .satisfies(it -> assertThat(it.get("relation").asString()).isEqualTo("daughter"))
                    .satisfies(it -> assertThat(it.at("/contact/id").asString()).isEqualTo(id(mia)));
            assertThat(owner.relatives(mia))
                    .singleElement()
                    .satisfies(it -> assertThat(it.get("relation").asString()).isEqualTo("mother"))
                    .satisfies(it -> assertThat(it.at("/contact/id").asString()).isEqualTo(id(anna)));
            assertThat(mia.get("lastInteractionOn").isNull())
                    .as("only mentioned")
                    .isTrue();
        }

        @Test
        void keepsWhatIsSureAndQuotesTheNote() {
            UUID note = owner.understands(coffeeWithAnna());

            assertThat(owner.factsOf(note))
                    .extracting(fact -> fact.get("kind").asString() + " "
                            + fact.get("state").asString())
                    .containsExactlyInAnyOrder(
                            "person kept",
                            "family kept",
                            "birthday kept",
                            "location kept",
                            "news kept",
                            "move kept",
                            "follow-up kept",
                            "person kept",
                            "news kept",
                            "education kept",
                            "interaction-place kept",
                            "interaction-date kept");
            assertThat(owner.fact(note, "birthday").at("/evidence/quote").asString())
                    .isEqualTo("her birthday");
            assertThat(owner.fact(note, "birthday").get("decidedBy").asString()).isEqualTo("machine");
        }

        @Test
        void saysWhatChanged() {
            UUID note = owner.understands(coffeeWithAnna());

            assertThat(owner.heard(FactsApplied.class))
                    .extracting(FactsApplied::interactionId, FactsApplied::version)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(note, 1L));
            assertThat(owner.heard(ContactChanged.class))
                    .extracting(ContactChanged::contactId)
                    .contains(uuid(owner.contactNamed("Anna Petrova")), uuid(owner.contactNamed("Mia")));
        }

        @Test
        void takesEffectOnceHoweverOftenItIsUnderstood() {
            UUID note = owner.understands(coffeeWithAnna());
            List<String> before = owner.factsOf(note).stream().map(Owner::id).toList();

            owner.understands(note, 1, coffeeWithAnna());

            assertThat(owner.factsOf(note)).extracting(Owner::id).containsExactlyElementsOf(before);
            assertThat(names(owner.finds(""))).containsExactly("Anna Petrova", "Mia");
        }

        @Test
        void findsSomebodyOfThatNameInsteadOfWritingThemDownAgain() {
            JsonNode anna = owner.writesDown("Anna", "Petróva");

            owner.understands(coffeeWithAnna());

            assertThat(names(owner.finds("petrova"))).containsExactly("Anna Petróva");
            assertThat(owner.reads(anna).at("/birthday/month").asInt()).isEqualTo(3);
        }

        @Test
        void writesAPersonDownOnceWhenTwoNotesNameThemAtATime() {
            ApplyFacts applyFacts = RunningService.shared().bean(ApplyFacts.class);

            Flux.range(0, 6)
                    .map(i -> owner.preparesNote(AnExtraction.of(aPerson("Rosa Winter"), aPerson("Leo"))))
                    .flatMap(applyFacts::apply)
                    .blockLast(Duration.ofSeconds(20));

            assertThat(names(owner.finds(""))).containsExactly("Leo", "Rosa Winter");
        }

        @Test
        void leavesWhomTheUserDeletedDeleted() {
            UUID note = owner.understands(AnExtraction.of(aPerson("Rosa Winter"), aPerson("Leo Lang")));
            owner.deletes(Owner.path(owner.contactNamed("Rosa Winter")));

            owner.understands(note, 1, AnExtraction.of(aPerson("Rosa Winter"), aPerson("Leo Lang")));

            assertThat(names(owner.finds(""))).containsExactly("Leo Lang");
        }

        @Test
        void leavesWhoIsNotClearlyNamedToBeConfirmed() {
            UUID note = owner.understands(
                    AnExtraction.of(aPerson("Ingrid").confidence(0.6).news("Ingrid covers for him")));

            assertThat(owner.finds("")).isEmpty();
            JsonNode person = owner.fact(note, "person");
            assertThat(person.get("state").asString()).isEqualTo("suggested");
            assertThat(person.get("contactId").isNull()).isTrue();

            owner.decides(person, Map.of("state", "kept"));

            assertThat(owner.contactNamed("Ingrid").at("/latestNews/text").asString())
                    .isEqualTo("Ingrid covers for him");
        }

        @Test
        void onlySuggestsWhatIsUncertainOrDenied() {
            UUID note = owner.understands(AnExtraction.of(aPerson("Karl May")
                    .fact("job", "uncertain", "may start at Avast", fact -> fact.put("organization", "Avast"))
                    .fact("job", "negated", "does not work for BMW", fact -> fact.put("organization", "BMW"))));

            assertThat(owner.factsOf(note).stream()
                            .filter(fact -> fact.get("kind").asString().equals("job")))
                    .allSatisfy(fact -> assertThat(fact.get("state").asString()).isEqualTo("suggested"));
            assertThat(owner.contactNamed("Karl May").get("company").isNull()).isTrue();
        }

        @Test
        void fillsInTheJob() {
            owner.understands(AnExtraction.of(
                    aPerson("Rafael Almeida").fact("job", "happened", "Rafael is a pilot at TAP", fact -> {
                        fact.put("organization", "TAP");
                        fact.put("title", "pilot");
                    })));

            JsonNode rafael = owner.contactNamed("Rafael Almeida");
            assertThat(rafael.get("company").asString()).isEqualTo("TAP");
            assertThat(rafael.get("jobTitle").asString()).isEqualTo("pilot");
        }

        @Test
        void leavesAnUnnamedRelativeToBeNamed() {
            UUID note =
                    owner.understands(AnExtraction.of(aPerson("Oliver Grant").family("daughter", null, 0.9)));

            JsonNode family = owner.fact(note, "family");
            assertThat(family.get("state").asString()).isEqualTo("suggested");
            assertThat(names(owner.finds(""))).containsExactly("Oliver Grant");

            owner.decides(family, Map.of("value", Map.of("name", "Lily")));

            assertThat(owner.relatives(owner.contactNamed("Oliver Grant")))
                    .singleElement()
                    .satisfies(it ->
                            assertThat(it.at("/contact/displayName").asString()).isEqualTo("Lily"));
        }
    }

    @Nested
    class SomebodyWhoMayBeSeveral {
        @Test
        void isAskedForAndNothingChangesUntilThen() {
            UUID tomWeber = uuid(owner.writesDown("Tom", "Weber"));
            UUID tomHuber = uuid(owner.writesDown("Tom", "Huber"));

            UUID note = owner.understands(
                    AnExtraction.of(aPerson("Tom").oneOf(tomWeber, tomHuber).birthday(1980, 5, 1)));

            JsonNode person = owner.fact(note, "person");
            assertThat(person.get("state").asString()).isEqualTo("suggested");
            assertThat(person.get("contactId").isNull()).isTrue();
            assertThat(person.get("candidates"))
                    .extracting(candidate -> candidate.get("displayName").asString())
                    .containsExactlyInAnyOrder("Tom Weber", "Tom Huber");
            assertThat(owner.fact(note, "birthday").get("state").asString()).isEqualTo("suggested");
            assertThat(owner.contactNamed("Tom Weber").get("birthday").isNull()).isTrue();
        }

        @Test
        void isAskedForThoughAReaderChoseOneOfTwo() {
            UUID tomWeber = uuid(owner.writesDown("Tom", "Weber"));
            UUID tomHuber = uuid(owner.writesDown("Tom", "Huber"));

            UUID note = owner.understands(
                    AnExtraction.of(aPerson("Tom").known(tomWeber).birthday(1980, 5, 1)));

            assertThat(owner.fact(note, "person").get("state").asString()).isEqualTo("suggested");
            assertThat(owner.fact(note, "person").get("candidates"))
                    .extracting(candidate -> candidate.get("contactId").asString())
                    .containsExactlyInAnyOrder(tomWeber.toString(), tomHuber.toString());
            assertThat(owner.contactNamed("Tom Weber").get("birthday").isNull()).isTrue();
        }

        @Test
        void isBelievedWhereTheNoteGivesTheWholeName() {
            UUID tomWeber = uuid(owner.writesDown("Tom", "Weber"));
            owner.writesDown("Tom", "Huber");

            UUID note = owner.understands(
                    AnExtraction.of(aPerson("Tom Weber").known(tomWeber).birthday(1980, 5, 1)));

            assertThat(owner.fact(note, "person").get("state").asString()).isEqualTo("kept");
            assertThat(owner.contactNamed("Tom Weber").at("/birthday/year").asInt())
                    .isEqualTo(1980);
        }

        @Test
        void staysWhoItWasWhenAnotherOfThatNameIsWrittenDown() {
            UUID tomWeber = uuid(owner.writesDown("Tom", "Weber"));
            AnExtraction birthday =
                    AnExtraction.of(aPerson("Tom").known(tomWeber).birthday(1980, 5, 1));
            UUID note = owner.understands(birthday);
            owner.writesDown("Tom", "Huber");

            owner.understands(note, 1, birthday);

            assertThat(owner.fact(note, "person").get("contactId").asString()).isEqualTo(tomWeber.toString());
            assertThat(owner.fact(note, "birthday").get("state").asString()).isEqualTo("kept");
        }

        @Test
        void isAskedForThoughAReaderOffersOnlyOne() {
            UUID tomWeber = uuid(owner.writesDown("Tom", "Weber"));

            UUID note = owner.understands(
                    AnExtraction.of(aPerson("Tom").oneOf(tomWeber).birthday(1980, 5, 1)));

            assertThat(owner.fact(note, "person").get("contactId").isNull()).isTrue();
            assertThat(owner.fact(note, "person").get("candidates"))
                    .extracting(candidate -> candidate.get("contactId").asString())
                    .containsExactly(tomWeber.toString());
            assertThat(owner.contactNamed("Tom Weber").get("birthday").isNull()).isTrue();
        }

        @Test
        void takesAllTheirFactsAlongOnceChosen() {
            UUID tomWeber = uuid(owner.writesDown("Tom", "Weber"));
            UUID tomHuber = uuid(owner.writesDown("Tom", "Huber"));
            UUID note = owner.understands(
                    AnExtraction.of(aPerson("Tom").oneOf(tomWeber, tomHuber).birthday(1980, 5, 1)));

            JsonNode decided = owner.decides(owner.fact(note, "person"), Map.of("contactId", tomHuber));

            assertThat(decided.get("state").asString()).isEqualTo("kept");
            assertThat(decided.get("decidedBy").asString()).isEqualTo("user");
            assertThat(owner.fact(note, "birthday").get("state").asString()).isEqualTo("kept");
            JsonNode tom = owner.contactNamed("Tom Huber");
            assertThat(tom.at("/birthday/year").asInt()).isEqualTo(1980);
            assertThat(tom.get("lastInteractionOn").asString()).isEqualTo("2026-11-19");

            owner.understands(
                    note,
                    1,
                    AnExtraction.of(aPerson("Tom").oneOf(tomWeber, tomHuber).birthday(1980, 5, 1)));
            assertThat(owner.fact(note, "person").get("contactId").asString()).isEqualTo(tomHuber.toString());
            assertThat(owner.fact(note, "birthday").get("state").asString()).isEqualTo("kept");
        }

        @Test
        void canTurnOutToBeSomebodyElse() {
            UUID tomWeber = uuid(owner.writesDown("Tom", "Weber"));
            UUID note = owner.understands(AnExtraction.of(aPerson("Tom").news("has a dog")));
            assertThat(owner.fact(note, "person").get("candidates"))
                    .extracting(candidate -> candidate.get("contactId").asString())
                    .containsExactly(tomWeber.toString());

            owner.decides(owner.fact(note, "person"), Map.of("newContact", true));

            assertThat(owner.contactNamed("Tom").at("/latestNews/text").asString())
                    .isEqualTo("has a dog");
            assertThat(owner.contactNamed("Tom Weber").get("latestNews").isNull())
                    .isTrue();
        }

        @Test
        void isTheOneWhoWasTypedAsParticipant() {
            UUID tomWeber = uuid(owner.writesDown("Tom", "Weber"));
            UUID tomHuber = uuid(owner.writesDown("Tom", "Huber"));
            UUID note = UUID.randomUUID();
            owner.hasNote(note, 1, "2026-11-19", tomHuber);

            owner.understands(
                    note,
                    1,
                    AnExtraction.of(aPerson("Tom").oneOf(tomWeber, tomHuber).news("has a dog")));

            assertThat(owner.contactNamed("Tom Huber").at("/latestNews/text").asString())
                    .isEqualTo("has a dog");
        }
    }

    @Nested
    class WhatWasTyped {
        @Test
        void winsOverWhatANoteSays() {
            JsonNode anna = owner.writesDown("Anna", "Petrova");
            owner.edits(anna, Map.of("location", "Wien", "birthday", Map.of("month", 4, "day", 4)));

            UUID note = owner.understands(AnExtraction.of(aPerson("Anna Petrova")
                    .known(uuid(anna))
                    .birthday(null, 3, 3)
                    .location("Graz", "current")));

            assertThat(owner.reads(anna).get("location").asString()).isEqualTo("Wien");
            assertThat(owner.reads(anna).at("/birthday/day").asInt()).isEqualTo(4);
            assertThat(owner.fact(note, "location").get("state").asString()).isEqualTo("suggested");
            assertThat(owner.fact(note, "birthday").get("state").asString()).isEqualTo("suggested");
        }

        @Test
        void givesWayToALaterYes() {
            JsonNode anna = owner.writesDown("Anna", "Petrova");
            owner.edits(anna, Map.of("location", "Wien"));
            UUID note = owner.understands(
                    AnExtraction.of(aPerson("Anna Petrova").known(uuid(anna)).location("Graz", "current")));

            owner.decides(owner.fact(note, "location"), Map.of("state", "kept"));

            assertThat(owner.reads(anna).get("location").asString()).isEqualTo("Graz");
        }

        @Test
        void undoesTheFactItClears() {
            owner.understands(coffeeWithAnna());
            JsonNode anna = owner.contactNamed("Anna Petrova");

            JsonNode cleared = body(owner.client()
                    .patch()
                    .uri(Owner.path(anna))
                    .header("Content-Type", "application/merge-patch+json")
                    .bodyValue("{\"birthday\":null}")
                    .exchange()
                    .expectStatus()
                    .isOk());

            assertThat(cleared.get("birthday").isNull()).isTrue();
            assertThat(cleared.get("version").asLong())
                    .isEqualTo(anna.get("version").asLong() + 1);
        }
    }

    @Nested
    class AnotherReading {
        @Test
        void withdrawsWhatOnlyTheOldTextSaid() {
            UUID note = owner.understands(coffeeWithAnna());
            owner.hasNote(note, 2, "2026-11-19");

            owner.understands(note, 2, AnExtraction.of(aPerson("Anna Petrova").news("Anna has a new cat")));

            JsonNode anna = owner.contactNamed("Anna Petrova");
            assertThat(anna.get("birthday").isNull()).isTrue();
            assertThat(anna.at("/latestNews/text").asString()).isEqualTo("Anna has a new cat");
            assertThat(owner.relatives(anna)).isEmpty();
            assertThat(names(owner.finds("")))
                    .as("Mia was only in the old text")
                    .containsExactly("Anna Petrova");
            assertThat(owner.awaits(ContactDeleted.class, 1)).hasSize(1);
        }

        @Test
        void withdrawsWhatTheOldTextSaidWhenTheNewOneMayNotBeRead() {
            UUID note = owner.understands(coffeeWithAnna());
            owner.hasNote(note, 2, "2026-11-19");

            owner.onlyEmbeds(note, 2);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(owner.factsOf(note)).isEmpty());
            assertThat(owner.finds("")).isEmpty();
        }

        @Test
        void keepsWhatTheUserDecided() {
            UUID note = owner.understands(coffeeWithAnna());
            owner.decides(owner.fact(note, "birthday"), Map.of("value", Map.of("day", 4, "year", 1986)));
            owner.decides(owner.fact(note, "move"), Map.of("state", "off"));
            owner.hasNote(note, 2, "2026-11-19");

            owner.understands(note, 2, coffeeWithAnna());

            JsonNode anna = owner.contactNamed("Anna Petrova");
            assertThat(anna.get("birthday").toString()).isEqualTo("{\"year\":1986,\"month\":3,\"day\":4}");
            assertThat(owner.fact(note, "move").get("state").asString()).isEqualTo("off");
            assertThat(owner.factsOf(note).stream()
                            .filter(fact -> fact.get("kind").asString().equals("birthday")))
                    .hasSize(1);
        }

        @Test
        void neverGoesBackToAnOlderVersion() {
            UUID note = owner.understands(coffeeWithAnna());
            owner.hasNote(note, 2, "2026-11-19");
            owner.understands(note, 2, AnExtraction.of(aPerson("Anna Petrova")));
            owner.understandsTooLate(note, 1, coffeeWithAnna());

            UUID other = owner.understands(AnExtraction.of(aPerson("Rosa Winter")));

            assertThat(owner.heard(FactsApplied.class))
                    .extracting(FactsApplied::interactionId, FactsApplied::version)
                    .endsWith(org.assertj.core.groups.Tuple.tuple(other, 1L))
                    .hasSize(3);
            assertThat(owner.factsOf(note)).hasSize(1);
        }
    }

    @Nested
    class ADeletedNote {
        @Test
        void takesAlongWhoeverOnlyItNamed() {
            UUID note = owner.understands(coffeeWithAnna());

            owner.deletesNote(note, 2);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(owner.finds("")).isEmpty());
            assertThat(owner.factsOf(note)).isEmpty();
        }

        @Test
        void leavesWhomTheUserTookOver() {
            UUID note = owner.understands(coffeeWithAnna());
            owner.edits(owner.contactNamed("Anna Petrova"), Map.of("nickname", "Anjuschka"));

            owner.deletesNote(note, 2);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(names(owner.finds(""))).containsExactly("Anna Petrova"));
            JsonNode anna = owner.contactNamed("Anna Petrova");
            assertThat(anna.get("birthday").isNull()).isTrue();
            assertThat(anna.get("lastInteractionOn").isNull()).isTrue();
        }

        @Test
        void leavesWhomAnotherNoteNames() {
            UUID note = owner.understands(coffeeWithAnna());
            owner.understands(AnExtraction.of(aPerson("Anna Petrova").relation("friend")));

            owner.deletesNote(note, 2);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(names(owner.finds(""))).containsExactly("Anna Petrova"));
            assertThat(owner.contactNamed("Anna Petrova").get("relationToMe").asString())
                    .isEqualTo("friend");
        }

        @Test
        void comesBackWhenItIsRestored() {
            UUID note = owner.understands(coffeeWithAnna());
            owner.deletesNote(note, 2);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(owner.finds("")).isEmpty());
            owner.hasNote(note, 3, "2026-11-19");

            owner.understands(note, 3, coffeeWithAnna());

            assertThat(names(owner.finds(""))).containsExactly("Anna Petrova", "Mia");
        }
    }

    @Test
    void undoingAPersonTakesTheContactAndPuttingBackBringsIt() {
        UUID note = owner.understands(AnExtraction.of(aPerson("Rosa Winter").news("Rosa has a dog")));
        JsonNode rosa = owner.contactNamed("Rosa Winter");

        JsonNode off = owner.decides(owner.fact(note, "person"), Map.of("state", "off"));
        assertThat(owner.finds("")).isEmpty();
        assertThat(owner.fact(note, "news").get("state").asString()).isEqualTo("off");

        owner.decides(off, Map.of("state", "kept"));
        assertThat(id(owner.contactNamed("Rosa Winter"))).isEqualTo(id(rosa));
        assertThat(owner.reads(rosa).at("/latestNews/text").asString()).isEqualTo("Rosa has a dog");
    }
}
