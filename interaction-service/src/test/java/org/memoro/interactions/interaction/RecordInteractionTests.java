package org.memoro.interactions.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.interactions.Author.body;
import static org.memoro.interactions.Author.id;
import static org.memoro.interactions.Author.state;
import static org.memoro.interactions.Author.uuid;
import static org.memoro.interactions.Problems.expectInvalid;
import static org.memoro.interactions.Problems.expectProblem;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.events.InteractionRecorded;
import org.memoro.interactions.Author;
import org.memoro.interactions.RunningService;
import org.memoro.internaltokens.EnrichmentMode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class RecordInteractionTests {
    private final RunningService service = RunningService.shared();
    private final Author author = Author.of(service);

    @Test
    void keepsANoteAtOnceAndSaysSo() {
        ResponseSpec response = author.sends(Map.of("notes", "Tea with Anna"));

        response.expectStatus().isCreated().expectHeader().valueEquals("ETag", "\"1\"");
        JsonNode note = body(response);
        response.expectHeader().valueEquals("Location", "/api/v1/interactions/" + id(note));
        assertThat(state(note)).isEqualTo("pending");
        assertThat(note.get("version").asLong()).isEqualTo(1);
        assertThat(author.reads(note)).isEqualTo(note);
        assertThat(author.caused(InteractionRecorded.class, 1)).first().satisfies(event -> {
            assertThat(event.interactionId()).isEqualTo(uuid(note));
            assertThat(event.version()).isEqualTo(1);
            assertThat(event.retry()).isFalse();
        });
    }

    @Test
    void hasExactlyTheFieldsOfTheApi() {
        JsonNode note = author.writes("Tea");

        assertThat(note.propertyNames())
                .contains(
                        "id",
                        "notes",
                        "occurredOn",
                        "occurredOnSource",
                        "occurredAt",
                        "writtenAt",
                        "location",
                        "threadId",
                        "participants",
                        "enrichment",
                        "createdAt",
                        "updatedAt",
                        "version");
        assertThat(note.get("enrichment").propertyNames())
                .containsExactlyInAnyOrder("state", "provider", "model", "searchable", "updatedAt", "error");
    }

    @Test
    void takesEveryFieldOfTheApi() {
        UUID anna = author.knows("Anna Petrova");

        JsonNode note = author.writes(
                "Tea",
                Map.of(
                        "occurredOn", "2026-05-11",
                        "occurredAt", "2026-05-11T15:00:00Z",
                        "writtenAt", "2026-05-12T18:30:00Z",
                        "location", "Café Sperl",
                        "threadId", "chat 7",
                        "contactIds", new String[] {anna.toString()}));

        assertThat(note.get("occurredOn").asString()).isEqualTo("2026-05-11");
        assertThat(note.get("occurredOnSource").asString()).isEqualTo("typed");
        assertThat(note.get("occurredAt").asString()).isEqualTo("2026-05-11T15:00:00Z");
        assertThat(note.get("writtenAt").asString()).isEqualTo("2026-05-12T18:30:00Z");
        assertThat(note.get("location").asString()).isEqualTo("Café Sperl");
        assertThat(note.get("threadId").asString()).isEqualTo("chat 7");
        assertThat(note.at("/participants/0/contactId").asString()).isEqualTo(anna.toString());
        assertThat(note.at("/participants/0/displayName").asString()).isEqualTo("Anna Petrova");
    }

    @Test
    void doesNothingTwiceForOneIdempotencyKey() {
        String key = UUID.randomUUID().toString();

        JsonNode first = body(sendsWithKey(key));
        JsonNode second = body(sendsWithKey(key));

        assertThat(second).isEqualTo(first);
        assertThat(author.lists("").get("items").size()).isEqualTo(1);
    }

    @Test
    void saysOffForAnAccountThatWantsNoEnrichmentButStillTellsTheWorker() {
        author.choosing(EnrichmentMode.OFF);

        assertThat(state(author.writes("Secret tea"))).isEqualTo("off");
        author.caused(InteractionRecorded.class, 1);
    }

    @Nested
    class TheDay {
        @ParameterizedTest
        @CsvSource({
            "Pacific/Auckland,    2026-05-12T18:30:00Z, 2026-05-13",
            "America/Los_Angeles, 2026-05-12T03:30:00Z, 2026-05-11",
            "UTC,                 2026-05-12T18:30:00Z, 2026-05-12"
        })
        void isTheWritersDayWhenNoneIsTyped(String zone, String writtenAt, String day) {
            JsonNode note = author.living(zone).writes("Tea", Map.of("writtenAt", writtenAt));

            assertThat(note.get("occurredOn").asString()).isEqualTo(day);
            assertThat(note.get("occurredOnSource").asString()).isEqualTo("default");
        }

        @Test
        void isTodayWhenNothingIsSaid() {
            JsonNode note = author.living("Asia/Tokyo").writes("Tea");

            assertThat(note.get("occurredOn").asString())
                    .isEqualTo(LocalDate.now(ZoneId.of("Asia/Tokyo")).toString());
        }

        @Test
        void followsFromATypedTime() {
            JsonNode note = author.living("Asia/Tokyo").writes("Tea", Map.of("occurredAt", "2026-05-12T18:30:00Z"));

            assertThat(note.get("occurredOn").asString()).isEqualTo("2026-05-13");
            assertThat(note.get("occurredOnSource").asString()).isEqualTo("typed");
        }
    }

    @Nested
    class TheText {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "👩‍👩‍👧 and 🇦🇹, ☕️ with Anna",
                    "קפה עם רות‏, بعد ظهر مع ليلى",
                    " \u200f leading and trailing space stays \n\n",
                    "Zwölf Boxkämpfer; DROP TABLE interaction; -- :userId 'quoted'"
                })
        void isKeptExactly(String text) {
            JsonNode note = author.writes(text);

            assertThat(author.reads(note).get("notes").asString()).isEqualTo(text);
        }

        @Test
        void mayBeTwentyThousandCharactersLong() {
            String text = "a".repeat(20_000);

            assertThat(author.writes(text).get("notes").asString()).isEqualTo(text);
        }

        @Test
        void mayNotBeLonger() {
            expectInvalid(author.sends(Map.of("notes", "a".repeat(20_001))), "/notes");
        }

        @Test
        void countsCharactersAsTheBrowserDoes() {
            author.writes("👍".repeat(10_000));
            expectInvalid(author.sends(Map.of("notes", "👍".repeat(10_000) + "a")), "/notes");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\t "})
        void mayNotBeEmpty(String text) {
            expectInvalid(author.sends(Map.of("notes", text)), "/notes");
        }

        @Test
        void mayNotBeMissing() {
            expectInvalid(author.sends(Map.of("location", "Vienna")), "/notes");
        }

        @Test
        void mayNotHoldNul() {
            expectInvalid(author.sends(Map.of("notes", "a\0b")), "/notes");
        }

        @Test
        void mayNotHoldHalfACharacter() {
            expectInvalid(sendsRaw("{\"notes\":\"a\\ud83d\"}"), "/notes");
        }
    }

    @Nested
    class BadInput {
        @ParameterizedTest
        @CsvSource({
            "occurredOn, 2026-02-30, /occurredOn",
            "occurredOn, yesterday, /occurredOn",
            "occurredOn, 0000-01-01, /occurredOn",
            "occurredOn, +12026-01-01, /occurredOn",
            "occurredOn, 2026-05-12T10:00:00Z, /occurredOn",
            "occurredAt, 2026-05-12, /occurredAt",
            "occurredAt, 2026-05-12T25:00:00Z, /occurredAt",
            "writtenAt, soon, /writtenAt",
            "writtenAt, -1000-01-01T00:00:00Z, /writtenAt",
            "writtenAt, +1000000000-12-31T23:59:59.999999999Z, /writtenAt",
        })
        void isRefusedByFieldWhenADateIsNone(String field, String value, String pointer) {
            expectInvalid(author.sends(Map.of("notes", "Tea", field, value)), pointer);
        }

        @Test
        void isRefusedWhenAFieldIsTooLong() {
            Map<String, Object> note = new HashMap<>();
            note.put("notes", "Tea");
            note.put("threadId", "a".repeat(129));
            note.put("location", "a".repeat(501));

            JsonNode problem = expectInvalid(author.sends(note), "/threadId");
            assertThat(problem.get("errors").size()).isEqualTo(2);
        }

        @Test
        void isRefusedWhenItIsNoJson() {
            expectProblem(sendsRaw("{\"notes\":\"Tea"), 400, "malformed");
        }

        @Test
        void isRefusedWhenAFieldHasAnotherShape() {
            expectProblem(sendsRaw("{\"notes\":{\"text\":\"Tea\"}}"), 400, "malformed");
        }

        @Test
        void isRefusedWithoutABody() {
            expectProblem(
                    author.client()
                            .post()
                            .uri(Author.NOTES)
                            .contentType(MediaType.APPLICATION_JSON)
                            .exchange(),
                    400,
                    "malformed");
        }

        @Test
        void isRefusedWhenItIsLargerThanOneMebibyte() {
            expectProblem(sendsRaw("{\"notes\":\"" + "a".repeat(1024 * 1024) + "\"}"), 413, "too-large");
        }

        @Test
        void isRefusedInAnotherFormat() {
            expectProblem(
                    author.client()
                            .post()
                            .uri(Author.NOTES)
                            .contentType(MediaType.TEXT_PLAIN)
                            .bodyValue("Tea")
                            .exchange(),
                    415,
                    "unsupported-media-type");
        }

        @Test
        void isRefusedWithoutAToken() {
            expectProblem(
                    service.anonymous()
                            .post()
                            .uri(Author.NOTES)
                            .bodyValue(Map.of("notes", "Tea"))
                            .exchange(),
                    401,
                    "not-signed-in");
        }

        @Test
        void leavesNothingBehind() {
            author.sends(Map.of("notes", "Tea", "occurredOn", "2026-02-30"));

            assertThat(author.lists("").get("items").size()).isZero();
        }
    }

    private ResponseSpec sendsWithKey(String key) {
        return author.client()
                .post()
                .uri(Author.NOTES)
                .header("Idempotency-Key", key)
                .bodyValue(Map.of("notes", "Tea"))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private ResponseSpec sendsRaw(String json) {
        return author.client()
                .post()
                .uri(Author.NOTES)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }
}
