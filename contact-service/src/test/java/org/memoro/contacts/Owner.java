package org.memoro.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.memoro.events.FactsApplied;
import org.memoro.events.InteractionDeleted;
import org.memoro.events.InteractionEnriched;
import org.memoro.events.MemoroEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account of their own, their address book, and the notes that are understood for them. */
public final class Owner {
    private static final JsonMapper JSON = new JsonMapper();

    public final UUID account = UUID.randomUUID();
    private final RunningService service = RunningService.shared();

    public WebTestClient client() {
        return service.as(account);
    }

    // --- address book ---

    public ResponseSpec posts(String path, Object body) {
        return client().post().uri(path).bodyValue(body).exchange();
    }

    public ResponseSpec gets(String path) {
        return client().get().uri(path).exchange();
    }

    public ResponseSpec patches(String path, Object body) {
        return client().patch().uri(path).bodyValue(body).exchange();
    }

    public ResponseSpec deletes(String path) {
        return client().delete().uri(path).exchange();
    }

    public JsonNode writesDown(String firstName, String lastName) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("firstName", firstName);
        fields.put("lastName", lastName);
        return body(posts("/api/v1/contacts", fields).expectStatus().isCreated());
    }

    public JsonNode reads(JsonNode contact) {
        return body(gets(path(contact)).expectStatus().isOk());
    }

    public JsonNode edits(JsonNode contact, Map<String, ?> patch) {
        return body(patches(path(contact), patch).expectStatus().isOk());
    }

    public List<JsonNode> finds(String query) {
        return items(body(client().get()
                .uri(uri -> uri.path("/api/v1/contacts")
                        .queryParam("query", "{query}")
                        .build(query))
                .exchange()
                .expectStatus()
                .isOk()));
    }

    public JsonNode contactNamed(String displayName) {
        return finds(displayName).stream()
                .filter(contact -> contact.get("displayName").asString().equals(displayName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is called " + displayName));
    }

    public List<JsonNode> relatives(JsonNode contact) {
        return items(body(gets(path(contact) + "/relationships").expectStatus().isOk()));
    }

    // --- facts ---

    public List<JsonNode> factsOf(UUID interactionId) {
        return items(body(gets("/api/v1/facts?interactionId=" + interactionId)
                .expectStatus()
                .isOk()));
    }

    public JsonNode fact(UUID interactionId, String kind) {
        return factsOf(interactionId).stream()
                .filter(fact -> fact.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fact of kind " + kind));
    }

    public JsonNode decides(JsonNode fact, Map<String, ?> decision) {
        return body(
                patches("/api/v1/facts/" + id(fact), decision).expectStatus().isOk());
    }

    // --- notes ---

    /** Lets a note be there, as interaction-service would tell it. */
    public void hasNote(UUID interactionId, long version, String occurredOn, UUID... typed) {
        hasNote(interactionId, version, occurredOn, false, typed);
    }

    /** Lets a note be there, or be deleted. */
    public void hasNote(UUID interactionId, long version, String occurredOn, boolean deleted, UUID... typed) {
        service.interactions.on(
                "GET",
                "/internal/v1/interactions/" + interactionId,
                200,
                JSON.writeValueAsString(Map.of(
                        "id",
                        interactionId,
                        "version",
                        version,
                        "deleted",
                        deleted,
                        "notes",
                        "not for this service",
                        "occurredOn",
                        occurredOn,
                        "occurredOnSource",
                        "default",
                        "typedContactIds",
                        List.of(typed),
                        "participants",
                        List.of())));
    }

    /** Lets a note be understood like this, and waits until its facts are applied. */
    public UUID understands(UUID interactionId, long version, AnExtraction extraction) {
        int before = heard(FactsApplied.class).size();
        understandsTooLate(interactionId, version, extraction);
        awaits(FactsApplied.class, before + 1);
        return interactionId;
    }

    /** Lets a note be understood like this, without waiting for anything to come of it. */
    public void understandsTooLate(UUID interactionId, long version, AnExtraction extraction) {
        service.events.say(prepares(interactionId, version, extraction));
    }

    /** Lets a note get a vector without being read, as for an account that wants no facts. */
    public void onlyEmbeds(UUID interactionId, long version) {
        service.events.say(InteractionEnriched.of(account, interactionId, version, false, true));
    }

    /** A new note that can be read, and the event that says so but is not said. */
    public InteractionEnriched preparesNote(AnExtraction extraction) {
        UUID interactionId = UUID.randomUUID();
        hasNote(interactionId, 1, "2026-11-19");
        return prepares(interactionId, 1, extraction);
    }

    /** What a version of a note says, and the event that says so but is not said. */
    public InteractionEnriched prepares(UUID interactionId, long version, AnExtraction extraction) {
        service.worker.on(
                "GET", "/internal/v1/enrichments/" + interactionId + "?version=" + version, 200, """
                {"interactionId":"%s","version":%d,"provider":"offline","model":"test","extraction":%s}""".formatted(
                                interactionId, version, extraction.json()));
        return InteractionEnriched.of(account, interactionId, version, true, false);
    }

    public UUID understands(AnExtraction extraction) {
        UUID interactionId = UUID.randomUUID();
        hasNote(interactionId, 1, "2026-11-19");
        return understands(interactionId, 1, extraction);
    }

    /** What is worth knowing before meeting a contact. */
    public JsonNode brief(JsonNode contact) {
        return body(gets(path(contact) + "/context").expectStatus().isOk());
    }

    public void deletesNote(UUID interactionId, long version) {
        service.events.say(InteractionDeleted.of(account, interactionId, version));
    }

    public <T extends MemoroEvent> List<T> heard(Class<T> kind) {
        return service.events.heard(kind, account);
    }

    public <T extends MemoroEvent> List<T> awaits(Class<T> kind, int number) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(30))
                .untilAsserted(() -> assertThat(heard(kind)).hasSizeGreaterThanOrEqualTo(number));
        return heard(kind);
    }

    // --- reading answers ---

    public static JsonNode body(ResponseSpec response) {
        return response.expectBody(JsonNode.class).returnResult().getResponseBody();
    }

    public static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    public static String id(JsonNode thing) {
        return thing.get("id").asString();
    }

    public static UUID uuid(JsonNode thing) {
        return UUID.fromString(id(thing));
    }

    public static String path(JsonNode contact) {
        return "/api/v1/contacts/" + id(contact);
    }

    public static List<String> names(List<JsonNode> contacts) {
        return contacts.stream()
                .map(contact -> contact.get("displayName").asString())
                .toList();
    }
}
