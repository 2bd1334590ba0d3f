package org.memoro.contacts.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.contacts.AnExtraction.APerson.aPerson;
import static org.memoro.contacts.Owner.body;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.items;
import static org.memoro.contacts.Owner.uuid;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memoro.contacts.AnExtraction;
import org.memoro.contacts.Owner;
import org.memoro.events.FactsApplied;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class FactControllerTests {
    private final Owner owner = new Owner();
    private final UUID note = owner.understands(AnExtraction.of(aPerson("Anna Petrova")
            .relation("friend")
            .birthday(null, 3, 3)
            .location("Graz", "current")
            .news("Anna has a new job")
            .fact("job", "happened", "Anna has a new job", fact -> fact.put("organization", "Avast"))));

    private JsonNode anna() {
        return owner.contactNamed("Anna Petrova");
    }

    private ResponseSpec patches(JsonNode fact, String json) {
        return owner.client()
                .patch()
                .uri("/api/v1/facts/" + id(fact))
                .header("Content-Type", "application/merge-patch+json")
                .bodyValue(json)
                .exchange();
    }

    @Nested
    class Deciding {
        @Test
        void undoesAFactAndPutsItBack() {
            JsonNode birthday = owner.fact(note, "birthday");

            JsonNode off = owner.decides(birthday, Map.of("state", "off"));
            assertThat(off.get("decidedBy").asString()).isEqualTo("user");
            assertThat(anna().get("birthday").isNull()).isTrue();

            owner.decides(birthday, Map.of("state", "kept"));
            assertThat(anna().at("/birthday/month").asInt()).isEqualTo(3);
        }

        @Test
        void fixesAValueAndTheContactFollows() {
            owner.decides(owner.fact(note, "location"), Map.of("value", Map.of("place", "Graz-Gries")));
            owner.decides(owner.fact(note, "job"), Map.of("value", Map.of("title", "pilot")));
            owner.decides(owner.fact(note, "relation-to-me"), Map.of("value", Map.of("relation", "colleague")));
            owner.decides(owner.fact(note, "news"), Map.of("value", Map.of("text", "Anna flies now")));

            assertThat(anna().get("location").asString()).isEqualTo("Graz-Gries");
            assertThat(anna().get("company").asString()).isEqualTo("Avast");
            assertThat(anna().get("jobTitle").asString()).isEqualTo("pilot");
            assertThat(anna().get("relationToMe").asString()).isEqualTo("colleague");
            assertThat(anna().at("/latestNews/text").asString()).isEqualTo("Anna flies now");
        }

        @Test
        void movesAFactToAnotherContact() {
            JsonNode rosa = owner.writesDown("Rosa", "Winter");

            owner.decides(owner.fact(note, "birthday"), Map.of("contactId", id(rosa)));

            assertThat(anna().get("birthday").isNull()).isTrue();
            assertThat(owner.reads(rosa).at("/birthday/month").asInt()).isEqualTo(3);
        }

        @Test
        void keepsOneTypedFactOfEachKindForAPerson() {
            JsonNode rosa = owner.writesDown("Rosa", "Winter");
            JsonNode tom = owner.writesDown("Tom", "Berg");
            for (JsonNode contact : List.of(rosa, tom)) {
                owner.patches("/api/v1/contacts/" + id(contact), Map.of("location", "Graz"))
                        .expectStatus()
                        .isOk();
            }
            JsonNode typed = items(body(owner.gets("/api/v1/facts?contactId=" + id(rosa))))
                    .getFirst();

            patches(typed, "{\"contactId\": \"%s\"}".formatted(id(tom)))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/contactId");
        }

        @Test
        void makesNoContactOfAFactThatNamesNobody() {
            JsonNode rosa = owner.writesDown("Rosa", "Winter");
            owner.patches("/api/v1/contacts/" + id(rosa), Map.of("location", "Graz"))
                    .expectStatus()
                    .isOk();
            JsonNode typed = items(body(owner.gets("/api/v1/facts?contactId=" + id(rosa))))
                    .getFirst();

            patches(typed, "{\"newContact\": true}")
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/newContact");
        }

        @Test
        void movesAWholePersonAndDropsTheContactOnlyTheNoteMade() {
            JsonNode rosa = owner.writesDown("Rosa", "Winter");

            owner.decides(owner.fact(note, "person"), Map.of("contactId", id(rosa)));

            assertThat(Owner.names(owner.finds(""))).containsExactly("Rosa Winter");
            assertThat(owner.reads(rosa).get("company").asString()).isEqualTo("Avast");
            assertThat(owner.fact(note, "person").at("/value/displayName").asString())
                    .isEqualTo("Rosa Winter");
        }

        @Test
        void tellsTheNoteThatItsFactsChanged() {
            int before = owner.heard(FactsApplied.class).size();

            owner.decides(owner.fact(note, "person"), Map.of("state", "off"));

            assertThat(owner.awaits(FactsApplied.class, before + 1).getLast().interactionId())
                    .isEqualTo(note);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "birthday|{}|``",
                    "birthday|{\"state\":\"maybe\"}|/state",
                    "birthday|{\"value\":{\"day\":31,\"month\":2}}|/value",
                    "birthday|{\"value\":{\"month\":\"May\"}}|/value",
                    "birthday|{\"value\":7}|/value",
                    "birthday|{\"contactId\":\"me\"}|/contactId",
                    "birthday|{\"contactId\":\"00000000-0000-7000-8000-000000000000\"}|/contactId",
                    "birthday|{\"contactId\":\"00000000-0000-7000-8000-000000000000\",\"newContact\":true}|/newContact",
                    "news|{\"value\":{\"text\":\" \"}}|/value/text",
                    "news|{\"value\":{\"text\":null}}|/value/text",
                    "news|{\"value\":{\"text\":\"a\\u0000b\"}}|/value/text",
                    "job|{\"value\":{\"date\":\"2026-13\"}}|/value/date",
                    "location|{\"value\":{\"when\":\"never\"}}|/value/when",
                    "relation-to-me|{\"value\":{\"relation\":\"goldfish\"}}|/value/relation"
                })
        void refusesWhatIsNoAnswer(String kind, String json, String pointer) {
            JsonNode before = owner.fact(note, kind);

            JsonNode problem = body(patches(before, json).expectStatus().isEqualTo(422));

            assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
            assertThat(owner.fact(note, kind)).isEqualTo(before);
        }

        @Test
        void refusesAStaleVersion() {
            JsonNode birthday = owner.fact(note, "birthday");
            owner.decides(birthday, Map.of("state", "off"));

            owner.client()
                    .patch()
                    .uri("/api/v1/facts/" + id(birthday))
                    .header("If-Match", "\"" + birthday.get("version").asLong() + "\"")
                    .bodyValue(Map.of("state", "kept"))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(412);
        }

        @Test
        void asksWhoIsMeantBeforeAnythingIsKeptOfThem() {
            uuid(owner.writesDown("Tom", "Weber"));
            UUID other = owner.understands(AnExtraction.of(aPerson("Tom").news("Tom has a dog")));

            JsonNode problem = body(patches(owner.fact(other, "news"), "{\"state\":\"kept\"}")
                    .expectStatus()
                    .isEqualTo(422));

            assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/contactId");
            patches(owner.fact(other, "person"), "{\"state\":\"kept\"}")
                    .expectStatus()
                    .isEqualTo(422);
        }

        @Test
        void belongsToTheOwnerAlone() {
            Owner other = new Owner();
            JsonNode birthday = owner.fact(note, "birthday");

            JsonNode problem = body(other.patches("/api/v1/facts/" + id(birthday), Map.of("state", "off"))
                    .expectStatus()
                    .isNotFound());

            assertThat(problem.get("code").asString()).isEqualTo("fact-not-found");
            assertThat(other.factsOf(note)).isEmpty();
            owner.decides(birthday, Map.of("state", "kept"));
            owner.patches("/api/v1/facts/" + UUID.randomUUID(), Map.of("state", "off"))
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Nested
    class Listing {
        @Test
        void narrowsToAContactAndAState() {
            owner.decides(owner.fact(note, "job"), Map.of("state", "off"));

            JsonNode page = body(owner.gets("/api/v1/facts?contactId=" + id(anna()) + "&state=off"));

            assertThat(items(page))
                    .extracting(fact -> fact.get("kind").asString())
                    .containsExactly("job");
        }

        @Test
        void pagesThroughAll() {
            List<String> all = owner.factsOf(note).stream().map(Owner::id).toList();

            JsonNode first = body(owner.gets("/api/v1/facts?limit=2"));
            JsonNode rest = body(
                    owner.gets("/api/v1/facts?cursor=" + first.get("nextCursor").asString()));

            assertThat(items(first)).extracting(Owner::id).containsExactlyElementsOf(all.subList(0, 2));
            assertThat(items(rest)).extracting(Owner::id).containsExactlyElementsOf(all.subList(2, all.size()));
        }

        @ParameterizedTest
        @CsvSource({"?state=perhaps", "?interactionId=x", "?contactId=x", "?cursor=x"})
        void refusesWhatItCannotRead(String query) {
            owner.gets("/api/v1/facts" + query).expectStatus().isBadRequest();
        }
    }
}
