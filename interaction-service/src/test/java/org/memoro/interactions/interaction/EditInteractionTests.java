package org.memoro.interactions.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.interactions.Author.body;
import static org.memoro.interactions.Author.id;
import static org.memoro.interactions.Author.names;
import static org.memoro.interactions.Author.version;
import static org.memoro.interactions.Problems.expectInvalid;
import static org.memoro.interactions.Problems.expectProblem;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.events.InteractionRecorded;
import org.memoro.interactions.Author;
import org.memoro.interactions.RunningService;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class EditInteractionTests {
    private final RunningService service = RunningService.shared();
    private final Author author = Author.of(service);

    @Test
    void makesANewVersionThatIsUnderstoodAnew() {
        JsonNode note = author.writes("Tea with Ana", Map.of("location", "Vienna", "threadId", "t"));

        JsonNode edited = author.edits(note, "{\"notes\":\"Tea with Anna\"}");

        assertThat(edited.get("notes").asString()).isEqualTo("Tea with Anna");
        assertThat(edited.get("location").asString()).isEqualTo("Vienna");
        assertThat(edited.get("threadId").asString()).isEqualTo("t");
        assertThat(version(edited)).isEqualTo(2);
        assertThat(author.reads(note)).isEqualTo(edited);
        assertThat(author.caused(InteractionRecorded.class, 2))
                .extracting(InteractionRecorded::version)
                .containsExactly(1L, 2L);
    }

    @Test
    void removesWhatThePatchSetsToNull() {
        JsonNode note = author.writes(
                "Tea",
                Map.of(
                        "location",
                        "Vienna",
                        "threadId",
                        "t",
                        "occurredOn",
                        "2026-01-02",
                        "writtenAt",
                        "2026-05-12T18:30:00Z"));

        JsonNode edited = author.edits(note, "{\"location\":null,\"threadId\":null,\"occurredOn\":null}");

        assertThat(edited.get("location").isNull()).isTrue();
        assertThat(edited.get("threadId").isNull()).isTrue();
        assertThat(edited.get("occurredOn").asString()).isEqualTo("2026-05-12");
        assertThat(edited.get("occurredOnSource").asString()).isEqualTo("default");
    }

    @Test
    void movesTheDayWithATypedTimeUnlessTheDayWasTypedToo() {
        JsonNode timed = author.writes("Tea", Map.of("occurredAt", "2026-05-12T18:30:00Z"));
        JsonNode both = author.writes("Tea", Map.of("occurredAt", "2026-05-12T18:30:00Z", "occurredOn", "2026-05-10"));
        String later = "{\"occurredAt\":\"2026-06-01T10:00:00Z\"}";

        assertThat(author.edits(timed, later).get("occurredOn").asString()).isEqualTo("2026-06-01");
        assertThat(author.edits(both, later).get("occurredOn").asString()).isEqualTo("2026-05-10");
    }

    @Test
    void replacesTheTypedContacts() {
        UUID anna = author.knows("Anna");
        UUID ben = author.knows("Ben");
        JsonNode note = author.writes("Tea", Map.of("contactIds", new UUID[] {anna}));

        JsonNode edited = author.edits(note, "{\"contactIds\":[\"" + ben + "\"]}");

        assertThat(names(edited)).containsExactly("Ben");
        assertThat(names(author.edits(note, "{\"contactIds\":null}"))).isEmpty();
    }

    @Test
    void keepsTheContactsThatThePatchDoesNotName() {
        JsonNode note = author.writes("Tea", Map.of("contactIds", new UUID[] {author.knows("Anna")}));

        assertThat(names(author.edits(note, "{\"notes\":\"Coffee\"}"))).containsExactly("Anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"notes\":\"Tea\"}", "{\"unknown\":1}", "{\"writtenAt\":\"2020-01-01T00:00:00Z\"}"})
    void changesNothingWhenNothingIsDifferent(String patch) {
        JsonNode note = author.writes("Tea");

        assertThat(author.edits(note, patch)).isEqualTo(note);
    }

    @Test
    void isRefusedWhenTheVersionIsStale() {
        JsonNode note = author.writes("Tea");
        author.edits(note, "{\"notes\":\"Coffee\"}");

        expectProblem(patchesIfMatch(note, "\"1\""), 412, "stale-version");
        assertThat(body(patchesIfMatch(note, "\"2\"").expectStatus().isOk())
                        .get("version")
                        .asLong())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"notes\":null}", "{\"notes\":\"\"}", "{\"notes\":\"a\\u0000b\"}"})
    void isRefusedWhenTheNoteWouldBeNone(String patch) {
        JsonNode note = author.writes("Tea");

        expectInvalid(author.patches(note, patch), "/notes");
        assertThat(author.reads(note)).isEqualTo(note);
    }

    @Test
    void isRefusedWithADateThatIsNone() {
        expectInvalid(author.patches(author.writes("Tea"), "{\"occurredOn\":\"2026-02-30\"}"), "/occurredOn");
    }

    @Test
    void isRefusedWithAnUnknownContact() {
        JsonNode note = author.writes("Tea");

        expectInvalid(author.patches(note, "{\"contactIds\":[\"" + UUID.randomUUID() + "\"]}"), "/contactIds/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "{\"notes\":", "{\"notes\":{\"a\":1}}", "{\"contactIds\":\"x\"}"})
    void isRefusedWhenThePatchIsNone(String patch) {
        expectProblem(author.patches(author.writes("Tea"), patch), 400, "malformed");
    }

    @Test
    void knowsNoOtherPersonsNote() {
        JsonNode note = Author.of(service).writes("Private tea");

        expectProblem(author.patches(note, "{\"notes\":\"Mine\"}"), 404, "interaction-not-found");
    }

    private ResponseSpec patchesIfMatch(JsonNode note, String etag) {
        return author.client()
                .patch()
                .uri(Author.NOTES + "/" + id(note))
                .header("If-Match", etag)
                .header("Content-Type", "application/json")
                .bodyValue("{\"location\":\"Graz\"}")
                .exchange();
    }
}
