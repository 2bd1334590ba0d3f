package org.memoro.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.contacts.AnExtraction.APerson.aPerson;
import static org.memoro.contacts.Owner.body;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.items;
import static org.memoro.contacts.Owner.names;
import static org.memoro.contacts.Owner.path;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memoro.contacts.AnExtraction;
import org.memoro.contacts.Owner;
import org.memoro.contacts.RunningService;
import tools.jackson.databind.JsonNode;

class InternalControllerTests {
    private final Owner owner = new Owner();
    private final RunningService service = RunningService.shared();

    private JsonNode asks(String actor, String purpose, String path) {
        return body(service.asService(actor, purpose, owner.account)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk());
    }

    @Test
    void tellsTheWorkerEverybodysNames() {
        JsonNode anna = owner.writesDown("Anna", "Petrova");
        owner.edits(anna, Map.of("nickname", "Anni", "relationToMe", "friend"));
        owner.deletes(path(owner.writesDown("Berta", null)));

        List<JsonNode> names = items(asks("embedding-worker", "enrich", "/internal/v1/contacts/names"));

        assertThat(names).singleElement().satisfies(name -> {
            assertThat(id(name)).isEqualTo(id(anna));
            assertThat(name.get("nickname").asString()).isEqualTo("Anni");
            assertThat(name.get("relationToMe").asString()).isEqualTo("friend");
        });
    }

    @Test
    void listsTheIdsOfLivingContacts() {
        String anna = id(owner.writesDown("Anna", null));
        owner.deletes(path(owner.writesDown("Berta", null)));
        String carla = id(owner.writesDown("Carla", null));

        assertThat(ids("/internal/v1/contacts")).containsExactly(anna, carla);
        assertThat(ids("/internal/v1/contacts?after=" + anna)).containsExactly(carla);
        assertThat(ids("/internal/v1/contacts?limit=1")).containsExactly(anna);
    }

    private List<String> ids(String path) {
        return items(asks("search-service", "index", path)).stream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void looksUpLivingAndMergedContactsOnly() {
        JsonNode anna = owner.writesDown("Anna", null);
        JsonNode anja = owner.writesDown("Anja", null);
        JsonNode gone = owner.writesDown("Gone", null);
        owner.posts(path(anja) + "/merge", Map.of("intoId", id(anna)));
        owner.deletes(path(gone));

        JsonNode answer = body(service.asService("interaction-service", "participants", owner.account)
                .post()
                .uri("/internal/v1/contacts/lookup")
                .bodyValue(Map.of("ids", List.of(id(anna), id(anja), id(gone), UUID.randomUUID())))
                .exchange()
                .expectStatus()
                .isOk());

        assertThat(items(answer))
                .extracting(it -> id(it) + " " + it.get("displayName").asString() + " "
                        + it.get("mergedInto").asString(""))
                .containsExactlyInAnyOrder(id(anna) + " Anna ", id(anja) + " Anna " + id(anna));
    }

    @Test
    void showsSearchAContactButNotOneThatWasMerged() {
        JsonNode anna = owner.writesDown("Anna", null);
        JsonNode anja = owner.writesDown("Anja", null);
        owner.posts(path(anja) + "/merge", Map.of("intoId", id(anna)));

        assertThat(asks("search-service", "index", "/internal/v1/contacts/" + id(anna))
                        .get("displayName")
                        .asString())
                .isEqualTo("Anna");
        service.asService("search-service", "index", owner.account)
                .get()
                .uri("/internal/v1/contacts/" + id(anja))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void tellsWhoWhenAndWhereANoteWas() {
        UUID note = owner.understands(
                AnExtraction.of(aPerson("Anna Petrova"), aPerson("Mia Petrova").mentioned())
                        .on("2026-11-18")
                        .at("Café Sperl", "Vienna"));

        JsonNode answer =
                asks("interaction-service", "participants", "/internal/v1/interactions/" + note + "/participants");

        assertThat(answer.get("version").asLong()).isEqualTo(1);
        assertThat(names(items(answer))).containsExactly("Anna Petrova", "Mia Petrova");
        assertThat(answer.at("/items/0/role").asString()).isEqualTo("participant");
        assertThat(answer.at("/items/1/role").asString()).isEqualTo("mentioned");
        assertThat(answer.at("/interactionDate/date").asString()).isEqualTo("2026-11-18");
        assertThat(answer.at("/place/name").asString()).isEqualTo("Café Sperl");
    }

    @Test
    void knowsNothingOfANoteNobodyUnderstood() {
        JsonNode answer = asks(
                "interaction-service",
                "participants",
                "/internal/v1/interactions/" + UUID.randomUUID() + "/participants");

        assertThat(items(answer)).isEmpty();
        assertThat(answer.get("place").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "search-service, enrich, /internal/v1/contacts/names",
        "embedding-worker, index, /internal/v1/contacts/names",
        "web-ui, enrich, /internal/v1/contacts/names",
        "embedding-worker, enrich, /internal/v1/contacts",
        "embedding-worker, enrich, /api/v1/contacts"
    })
    void refusesWhoHasNoBusinessThere(String actor, String purpose, String path) {
        service.asService(actor, purpose, owner.account)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void refusesPeople() {
        owner.gets("/internal/v1/contacts/names").expectStatus().isForbidden();
    }
}
