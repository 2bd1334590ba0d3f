package org.memoro.contacts.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.contacts.AnExtraction.APerson.aPerson;
import static org.memoro.contacts.Owner.body;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.names;
import static org.memoro.contacts.Owner.path;
import static org.memoro.contacts.Owner.uuid;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.contacts.AnExtraction;
import org.memoro.contacts.Owner;
import org.memoro.events.ContactMerged;
import org.memoro.events.FactsApplied;
import tools.jackson.databind.JsonNode;

class MergeTests {
    private final Owner owner = new Owner();

    private JsonNode merges(JsonNode from, JsonNode into) {
        return body(owner.posts(path(from) + "/merge", Map.of("intoId", id(into)))
                .expectStatus()
                .isOk());
    }

    private void undoes(JsonNode merged) {
        owner.deletes("/api/v1/merges/" + merged.get("mergeId").asString())
                .expectStatus()
                .isNoContent();
    }

    @Test
    void putsEverythingOnTheOtherContact() {
        UUID note = owner.understands(AnExtraction.of(aPerson("Anja Petrova")
                .birthday(1986, 3, 3)
                .news("Anja has a dog")
                .family("son", "Leo", 0.9)));
        JsonNode anja = owner.contactNamed("Anja Petrova");
        owner.edits(anja, Map.of("emails", List.of(Map.of("label", "home", "value", "anja@example.org"))));
        JsonNode anna = owner.writesDown("Anna", "Petrova");

        JsonNode merged = merges(anja, anna);

        JsonNode contact = merged.get("contact");
        assertThat(id(contact)).isEqualTo(id(anna));
        assertThat(contact.at("/birthday/year").asInt()).isEqualTo(1986);
        assertThat(contact.at("/latestNews/text").asString()).isEqualTo("Anja has a dog");
        assertThat(contact.at("/emails/0/value").asString()).isEqualTo("anja@example.org");
        assertThat(contact.get("lastInteractionOn").asString()).isEqualTo("2026-11-19");
        assertThat(owner.relatives(anna)).hasSize(1);
        assertThat(owner.fact(note, "person").get("contactId").asString()).isEqualTo(id(anna));
        assertThat(names(owner.finds(""))).containsExactly("Anna Petrova", "Leo");
        assertThat(owner.awaits(ContactMerged.class, 1)).singleElement().satisfies(event -> assertThat(event.intoId())
                .isEqualTo(uuid(anna)));
    }

    @Test
    void leadsFromTheOldIdToTheNewOne() {
        JsonNode anja = owner.writesDown("Anja", null);
        JsonNode anna = owner.writesDown("Anna", null);
        JsonNode berta = owner.writesDown("Berta", null);
        merges(anja, anna);
        merges(anna, berta);

        owner.gets(path(anja)).expectStatus().isEqualTo(308).expectHeader().valueEquals("Location", path(berta));
        owner.gets(path(anja) + "/context?x=1").expectHeader().valueEquals("Location", path(berta) + "/context?x=1");
    }

    @Test
    void canBeUndoneCompletely() {
        UUID note = owner.understands(
                AnExtraction.of(aPerson("Anja Petrova").birthday(1986, 3, 3).family("son", "Leo", 0.9)));
        JsonNode anja = owner.contactNamed("Anja Petrova");
        JsonNode anna = owner.writesDown("Anna", "Petrova");
        owner.posts(path(anja) + "/relationships", Map.of("relation", "friend", "name", "Rosa Winter"));
        owner.edits(anja, Map.of("tags", List.of("chess")));
        JsonNode anjaBefore = owner.reads(anja);
        List<JsonNode> relativesBefore = owner.relatives(anja);
        JsonNode merged = merges(anja, anna);

        owner.edits(anna, Map.of("nickname", "Anni"));
        undoes(merged);

        assertThat(without(owner.reads(anja))).isEqualTo(without(anjaBefore));
        assertThat(owner.relatives(anja))
                .extracting(it -> it.get("relation").asString())
                .containsExactlyInAnyOrderElementsOf(relativesBefore.stream()
                        .map(it -> it.get("relation").asString())
                        .toList());
        assertThat(owner.relatives(anna)).isEmpty();
        JsonNode annaNow = owner.reads(anna);
        assertThat(annaNow.get("tags")).isEmpty();
        assertThat(annaNow.get("birthday").isNull()).isTrue();
        assertThat(annaNow.get("nickname").asString())
                .as("changed since the merge")
                .isEqualTo("Anni");
        assertThat(owner.fact(note, "birthday").get("contactId").asString()).isEqualTo(id(anja));
        owner.deletes("/api/v1/merges/" + merged.get("mergeId").asString())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void tellsTheNotesWhenItIsUndoneAfterAFactWasDecided() {
        JsonNode anja = owner.writesDown("Anja", null);
        JsonNode anna = owner.writesDown("Anna", null);
        UUID note = owner.understands(
                AnExtraction.of(aPerson("Anja").known(uuid(anja)).news("Anja has a dog")));
        JsonNode merged = merges(anja, anna);
        owner.decides(owner.fact(note, "news"), Map.of("value", Map.of("text", "Anja has a cat")));
        int before = owner.awaits(FactsApplied.class, 2).size();

        undoes(merged);

        assertThat(owner.awaits(FactsApplied.class, before + 1).getLast().interactionId())
                .isEqualTo(note);
        assertThat(owner.fact(note, "person").get("contactId").asString()).isEqualTo(id(anja));
        assertThat(owner.reads(anja).at("/latestNews/text").asString()).isEqualTo("Anja has a cat");
    }

    private static JsonNode without(JsonNode contact) {
        return ((tools.jackson.databind.node.ObjectNode) contact.deepCopy()).remove(List.of("version", "updatedAt"));
    }

    @Test
    void refusesAnUnknownTarget() {
        JsonNode anna = owner.writesDown("Anna", null);
        JsonNode foreign = new Owner().writesDown("Eva", null);

        for (String target : List.of(id(anna), id(foreign), UUID.randomUUID().toString())) {
            JsonNode problem = body(owner.posts(path(anna) + "/merge", Map.of("intoId", target))
                    .expectStatus()
                    .isEqualTo(422));
            assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/intoId");
        }
        owner.posts(path(foreign) + "/merge", Map.of("intoId", id(anna)))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void isUndoneInTheOppositeOrder() {
        JsonNode anja = owner.writesDown("Anja", null);
        JsonNode anna = owner.writesDown("Anna", null);
        JsonNode berta = owner.writesDown("Berta", null);
        JsonNode first = merges(anja, anna);
        merges(anna, berta);

        JsonNode problem =
                body(owner.deletes("/api/v1/merges/" + first.get("mergeId").asString())
                        .expectStatus()
                        .isEqualTo(409));

        assertThat(problem.get("code").asString()).isEqualTo("merged-since");
    }

    @Test
    void followsTheSurvivorWhenANoteNamesTheOldId() {
        JsonNode anja = owner.writesDown("Anja", null);
        JsonNode anna = owner.writesDown("Anna", null);
        merges(anja, anna);

        owner.understands(AnExtraction.of(aPerson("Anja").known(uuid(anja)).relation("friend")));

        assertThat(owner.reads(anna).get("relationToMe").asString()).isEqualTo("friend");
    }
}
