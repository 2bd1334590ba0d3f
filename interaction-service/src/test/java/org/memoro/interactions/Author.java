package org.memoro.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.memoro.events.MemoroEvent;
import org.memoro.internaltokens.EnrichmentMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A person with an account of their own, who writes notes. */
public final class Author {
    public static final String NOTES = "/api/v1/interactions";

    private final RunningService service;
    public final UUID account = UUID.randomUUID();

    private Author(RunningService service) {
        this.service = service;
    }

    public static Author of(RunningService service) {
        return new Author(service);
    }

    public Author living(String zone) {
        service.gateway.account(account, ZoneId.of(zone), EnrichmentMode.ON);
        return this;
    }

    public Author choosing(EnrichmentMode mode) {
        service.gateway.account(account, ZoneId.of("UTC"), mode);
        return this;
    }

    public UUID knows(String name) {
        return service.addressBooks.add(account, name);
    }

    public WebTestClient client() {
        return service.as(account);
    }

    /** Sends a note with these fields, and looks at the answer. */
    public ResponseSpec sends(Map<String, ?> note) {
        return client().post().uri(NOTES).bodyValue(note).exchange();
    }

    /** Writes a note that is kept. */
    public JsonNode writes(String text) {
        return writes(text, Map.of());
    }

    public JsonNode writes(String text, Map<String, ?> more) {
        Map<String, Object> note = new HashMap<>(more);
        note.put("notes", text);
        return body(sends(note).expectStatus().isCreated());
    }

    public JsonNode reads(String id) {
        return body(
                client().get().uri(NOTES + "/" + id).exchange().expectStatus().isOk());
    }

    public JsonNode reads(JsonNode note) {
        return reads(id(note));
    }

    public JsonNode lists(String query) {
        return body(client().get().uri(NOTES + query).exchange().expectStatus().isOk());
    }

    public ResponseSpec patches(JsonNode note, String patch) {
        return client().patch()
                .uri(NOTES + "/" + id(note))
                .header("Content-Type", "application/merge-patch+json")
                .bodyValue(patch)
                .exchange();
    }

    public JsonNode edits(JsonNode note, String patch) {
        return body(patches(note, patch).expectStatus().isOk());
    }

    public ResponseSpec deletes(JsonNode note) {
        return client().delete().uri(NOTES + "/" + id(note)).exchange();
    }

    public ResponseSpec restores(JsonNode note) {
        return client().post().uri(NOTES + "/" + id(note) + "/restore").exchange();
    }

    /** Waits until the note looks like this. */
    public JsonNode sees(JsonNode note, Predicate<JsonNode> look) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> reads(note), look);
    }

    /** What was said about this author's notes; waits for so many. */
    public <T extends MemoroEvent> List<T> caused(Class<T> kind, int number) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(RunningService.events().heard(kind, account)).hasSize(number));
        return RunningService.events().heard(kind, account);
    }

    public static String id(JsonNode note) {
        return note.get("id").asString();
    }

    public static UUID uuid(JsonNode note) {
        return UUID.fromString(id(note));
    }

    public static long version(JsonNode note) {
        return note.get("version").asLong();
    }

    public static String state(JsonNode note) {
        return note.at("/enrichment/state").asString();
    }

    public static List<String> names(JsonNode note) {
        return note.get("participants")
                .valueStream()
                .map(person -> person.get("displayName").asString())
                .toList();
    }

    public static JsonNode body(ResponseSpec response) {
        return response.expectBody(JsonNode.class).returnResult().getResponseBody();
    }
}
