package org.memoro.contacts.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.contacts.AnExtraction.APerson.aPerson;
import static org.memoro.contacts.Owner.body;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.names;
import static org.memoro.contacts.Owner.path;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memoro.contacts.AnExtraction;
import org.memoro.contacts.Owner;
import tools.jackson.databind.JsonNode;

class RelationshipControllerTests {
    private final Owner owner = new Owner();
    private final JsonNode anna = owner.writesDown("Anna", "Petrova");

    private JsonNode adds(JsonNode of, Map<String, ?> typed) {
        return body(owner.posts(path(of) + "/relationships", typed)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .exists("Location"));
    }

    private String relationOf(JsonNode contact) {
        return owner.relatives(contact).getFirst().get("relation").asString();
    }

    @Test
    void standsOnBothSides() {
        JsonNode mia = owner.writesDown("Mia", null);

        JsonNode added = adds(anna, Map.of("relation", "daughter", "contactId", id(mia)));

        assertThat(added.at("/contact/displayName").asString()).isEqualTo("Mia");
        assertThat(added.get("interactionId").isNull()).isTrue();
        assertThat(relationOf(anna)).isEqualTo("daughter");
        assertThat(relationOf(mia)).isEqualTo("parent");
        assertThat(owner.relatives(mia).getFirst().at("/contact/id").asString()).isEqualTo(id(anna));
    }

    @Test
    void usesTheWordThatFitsOnceItIsKnown() {
        JsonNode mia = owner.writesDown("Mia", null);
        adds(anna, Map.of("relation", "daughter", "contactId", id(mia)));
        adds(owner.writesDown("Boris", null), Map.of("relation", "wife", "contactId", id(anna)));

        assertThat(relationOf(mia)).isEqualTo("mother");
    }

    @Test
    void takesTheOtherSidesWordForTheSameRelationship() {
        JsonNode mia = owner.writesDown("Mia", null);
        JsonNode added = adds(anna, Map.of("relation", "daughter", "contactId", id(mia)));

        JsonNode again = adds(mia, Map.of("relation", "mother", "contactId", id(anna)));

        assertThat(id(again)).isEqualTo(id(added));
        assertThat(owner.relatives(anna)).hasSize(1);
        assertThat(relationOf(mia)).isEqualTo("mother");
    }

    @Test
    void makesTheContactWhoseNameNobodyHas() {
        adds(anna, Map.of("relation", "son", "name", "Leo Petrov"));
        adds(anna, Map.of("relation", "son", "name", "leo petrov"));

        assertThat(names(owner.finds("leo"))).containsExactly("Leo Petrov");
        assertThat(owner.relatives(anna)).hasSize(1);
    }

    @Test
    void isGoneOnBothSidesAndTheFactIsUndone() {
        UUID note = owner.understands(AnExtraction.of(aPerson("Rosa Winter").family("brother", "Max", 0.9)));
        JsonNode rosa = owner.contactNamed("Rosa Winter");
        JsonNode relationship = owner.relatives(rosa).getFirst();
        assertThat(relationship.get("interactionId").asString()).isEqualTo(note.toString());

        owner.deletes(path(rosa) + "/relationships/" + id(relationship))
                .expectStatus()
                .isNoContent();

        assertThat(owner.relatives(rosa)).isEmpty();
        assertThat(owner.fact(note, "family").get("state").asString()).isEqualTo("off");
        assertThat(names(owner.finds(""))).as("only that fact spoke for Max").doesNotContain("Max");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"relation\":\"daughter\"}|/contactId",
                "{\"name\":\"Mia\"}|/relation",
                "{\"relation\":\"goldfish\",\"name\":\"Mia\"}|/relation",
                "{\"relation\":\"daughter\",\"name\":\" \"}|/name",
                "{\"relation\":\"daughter\",\"contactId\":\"00000000-0000-7000-8000-000000000000\"}|/contactId"
            })
    void refusesWhatNamesNobody(String json, String pointer) {
        JsonNode problem = body(owner.client()
                .post()
                .uri(path(anna) + "/relationships")
                .header("Content-Type", "application/json")
                .bodyValue(json)
                .exchange()
                .expectStatus()
                .isEqualTo(422));

        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void isNeverWithOneself() {
        owner.posts(path(anna) + "/relationships", Map.of("relation", "friend", "contactId", id(anna)))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void isNeverWithSomebodyElsesContact() {
        JsonNode foreign = new Owner().writesDown("Eva", null);

        owner.posts(path(anna) + "/relationships", Map.of("relation", "friend", "contactId", id(foreign)))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void answersForOneThatIsNotThere() {
        JsonNode problem = body(owner.deletes(path(anna) + "/relationships/" + UUID.randomUUID())
                .expectStatus()
                .isNotFound());

        assertThat(problem.get("code").asString()).isEqualTo("relationship-not-found");
    }
}
