package org.memoro.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.interactions.Author.body;
import static org.memoro.interactions.Author.id;
import static org.memoro.interactions.Problems.expectProblem;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memoro.internaltokens.EnrichmentMode;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class InternalCallsTests {
    private final RunningService service = RunningService.shared();
    private final Author author = Author.of(service).living("Asia/Tokyo");

    @ParameterizedTest
    @CsvSource({"embedding-worker, enrich", "search-service, index", "contact-service, apply-facts"})
    void readsANoteForTheServicesThatWorkOnIt(String actor, String purpose) {
        UUID anna = author.knows("Anna");
        JsonNode note = author.writes("Tea", Map.of("contactIds", new UUID[] {anna}, "threadId", "t"));

        JsonNode read = body(asks(actor, purpose, "/internal/v1/interactions/" + id(note))
                .expectStatus()
                .isOk());

        assertThat(read.get("notes").asString()).isEqualTo("Tea");
        assertThat(read.get("version").asLong()).isEqualTo(1);
        assertThat(read.get("deleted").asBoolean()).isFalse();
        assertThat(read.get("zone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(read.get("threadId").asString()).isEqualTo("t");
        assertThat(read.at("/typedContactIds/0").asString()).isEqualTo(anna.toString());
        assertThat(read.at("/participants/0/source").asString()).isEqualTo("typed");
        assertThat(read.at("/participants/0/displayName").asString()).isEqualTo("Anna");
    }

    @Test
    void tellsOfADeletedNoteButNotItsText() {
        JsonNode note = author.writes("Tea", Map.of("location", "Vienna"));
        author.deletes(note);

        JsonNode read = body(asks("search-service", "index", "/internal/v1/interactions/" + id(note))
                .expectStatus()
                .isOk());

        assertThat(read.get("deleted").asBoolean()).isTrue();
        assertThat(read.get("notes").asString()).isEmpty();
        assertThat(read.get("location").isNull()).isTrue();
        assertThat(read.get("version").asLong()).isEqualTo(2);
    }

    @Test
    void listsTheIdsOfLivingNotes() {
        JsonNode first = author.writes("Tea");
        JsonNode deleted = author.writes("Coffee");
        author.deletes(deleted);
        JsonNode last = author.writes("Milk");
        Author.of(service).writes("Private tea");

        JsonNode all = body(asks("search-service", "index", "/internal/v1/interactions")
                .expectStatus()
                .isOk());
        JsonNode rest = body(asks("search-service", "index", "/internal/v1/interactions?after=" + id(first))
                .expectStatus()
                .isOk());
        JsonNode one = body(asks("search-service", "index", "/internal/v1/interactions?limit=1")
                .expectStatus()
                .isOk());

        assertThat(all.get("items").valueStream().map(JsonNode::asString))
                .containsExactly(id(first).toString(), id(last).toString());
        assertThat(rest.get("items").valueStream().map(JsonNode::asString)).containsExactly(id(last).toString());
        assertThat(one.get("items").valueStream().map(JsonNode::asString))
                .containsExactly(id(first).toString());
    }

    @Test
    void doesNotKnowANoteOfAnotherAccount() {
        JsonNode note = Author.of(service).writes("Private tea");

        expectProblem(
                asks("search-service", "index", "/internal/v1/interactions/" + id(note)), 404, "interaction-not-found");
    }

    @Test
    void listsTheNewestNotesOfAContactForItsBrief() {
        UUID anna = author.knows("Anna");
        for (int day = 1; day <= 4; day++) {
            author.writes("Day " + day, Map.of("contactIds", new UUID[] {anna}, "occurredOn", "2026-05-0" + day));
        }

        JsonNode page = body(asks("contact-service", "brief", "/internal/v1/contacts/" + anna + "/interactions?limit=3")
                .expectStatus()
                .isOk());

        assertThat(page.get("items").valueStream().map(note -> note.get("notes").asString()))
                .containsExactly("Day 4", "Day 3", "Day 2");
    }

    @ParameterizedTest
    @CsvSource({"search-service, enrich", "web-ui, index", "contact-service, brief"})
    void refusesWhoIsNotListed(String actor, String purpose) {
        JsonNode note = author.writes("Tea");

        expectProblem(asks(actor, purpose, "/internal/v1/interactions/" + id(note)), 403, "insufficient-scope");
    }

    @Test
    void refusesAPersonsTokenOnInternalRoutesAndAServicesOnPublicOnes() {
        JsonNode note = author.writes("Tea");

        expectProblem(
                author.client()
                        .get()
                        .uri("/internal/v1/interactions/" + id(note))
                        .exchange(),
                403,
                "insufficient-scope");
        expectProblem(asks("embedding-worker", "enrich", Author.NOTES + "/" + id(note)), 403, "insufficient-scope");
    }

    @Test
    void letsAReadingTokenReadOnly() {
        String token = service.gateway.userToken(
                author.account,
                InteractionServiceApplication.NAME,
                java.time.ZoneId.of("UTC"),
                EnrichmentMode.ON,
                "read");

        service.withToken(token)
                .get()
                .uri(Author.NOTES)
                .exchange()
                .expectStatus()
                .isOk();
        expectProblem(
                service.withToken(token)
                        .post()
                        .uri(Author.NOTES)
                        .bodyValue(Map.of("notes", "Tea"))
                        .exchange(),
                403,
                "insufficient-scope");
    }

    private ResponseSpec asks(String actor, String purpose, String path) {
        return service.asService(actor, purpose, author.account).get().uri(path).exchange();
    }
}
