package org.memoro.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.embedding.TestNote.aNote;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneId;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.memoro.embedding.RunningWorker.Answer;
import org.memoro.internaltokens.EnrichmentMode;

/** Who may ask for what, and what is said when there is nothing to say. */
class HttpTests {
    private static RunningWorker worker;

    private final UUID account = worker.account(EnrichmentMode.ON);

    @BeforeAll
    static void start() {
        worker = RunningWorker.start();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @Test
    void embedsQueriesInsideThisJvm() {
        Answer answer = worker.embed(account, "{\"texts\":[\"who has a child\",\"ski trip\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("model").asString()).isEqualTo("e5-small-v2-q");
        assertThat(answer.body().path("dimensions").asInt()).isEqualTo(384);
        assertThat(answer.body().path("vectors").size()).isEqualTo(2);
        assertThat(lengthOf(answer.body().path("vectors").path(0).asString())).isBetween(0.99, 1.01);
    }

    @Test
    void refusesTooManyTooLongAndNoTexts() {
        assertThat(worker.embed(account, "{}").status()).isEqualTo(422);
        assertThat(worker.embed(account, "{\"texts\":[]}").status()).isEqualTo(422);
        assertThat(worker.embed(account, "{\"texts\":[null]}").status()).isEqualTo(422);
        assertThat(worker.embed(account, "{\"texts\":[\"" + "a".repeat(1001) + "\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(worker.embed(account, "{\"texts\":[\"a\\u0000b\"]}").status())
                .isEqualTo(422);
        assertThat(worker.embed(account, "{\"texts\":").status()).isEqualTo(400);
    }

    @Test
    void embedsTextsThatAreNoNotesAsNotesAreEmbedded() {
        Answer answer = passage("{\"texts\":[\"Anna: Which dentist?\\nTom: Kern.\",\"It rained.\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("model").asString()).isEqualTo("e5-small-v2-q");
        assertThat(answer.body().path("vectors")).hasSize(2);
        String first = answer.body().path("vectors").path(0).asString();
        assertThat(lengthOf(first)).isBetween(0.99, 1.01);
        assertThat(first)
                .isNotEqualTo(answer.body().path("vectors").path(1).asString())
                .isNotEqualTo(worker.embed(account, "{\"texts\":[\"Anna: Which dentist?\\nTom: Kern.\"]}")
                        .body()
                        .path("vectors")
                        .path(0)
                        .asString());
    }

    @Test
    void embedsOnlySomeTextsOfSomeLength() {
        assertThat(passage("{}").status()).isEqualTo(422);
        assertThat(passage("{\"texts\":[]}").status()).isEqualTo(422);
        assertThat(passage("{\"texts\":[null]}").status()).isEqualTo(422);
        assertThat(passage("{\"texts\":[\"a\",\" \"]}").status()).isEqualTo(422);
        assertThat(passage("{\"texts\":[\"" + "a".repeat(15_000) + "\",\"" + "b".repeat(15_001) + "\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(passage("{\"texts\":[" + "\"a\",".repeat(33) + "\"a\"]}").status())
                .isEqualTo(422);
        assertThat(worker.post(
                                "/internal/v1/passages",
                                worker.gateway.workToken(account, "embedding-worker", "search-service", "query"),
                                "{\"texts\":[\"a\"]}")
                        .status())
                .isEqualTo(403);
    }

    private Answer passage(String body) {
        return worker.post(
                "/internal/v1/passages",
                worker.gateway.workToken(account, "embedding-worker", "search-service", "index"),
                body);
    }

    @Test
    void saysThatAForeignAndAMissingNoteAreNotThere() {
        Answer answer = worker.read(account, "/api/v1/interactions/" + UUID.randomUUID() + "/enrichment");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("code").asString()).isEqualTo("interaction-not-found");
    }

    @Test
    void saysThatANoteIsNotReadyYet() {
        TestNote note = aNote();
        worker.note(note);

        Answer answer = worker.read(account, "/api/v1/interactions/" + note.id() + "/enrichment");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("code").asString()).isEqualTo("enrichment-not-ready");
    }

    @Test
    void saysThatUnderstandingIsOff() {
        TestNote note = aNote();
        worker.note(note);
        UUID off = worker.account(EnrichmentMode.OFF);
        String token = worker.gateway.userToken(off, "embedding-worker", ZoneId.of("UTC"), EnrichmentMode.OFF, "read");

        Answer answer = worker.get("/api/v1/interactions/" + note.id() + "/enrichment", token);

        assertThat(answer.body().path("code").asString()).isEqualTo("enrichment-off");
    }

    @Test
    void refusesAnIdThatIsNone() {
        assertThat(worker.read(account, "/api/v1/interactions/none/enrichment").status())
                .isEqualTo(400);
    }

    @Test
    void letsNobodyInWithoutAToken() {
        assertThat(worker.get("/internal/v1/vectors/" + UUID.randomUUID(), "none")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keepsInternalRoutesFromPeopleAndFromOtherServices() {
        String path = "/internal/v1/vectors/" + UUID.randomUUID();

        assertThat(worker.read(account, path).status()).isEqualTo(403);
        assertThat(worker.get(path, worker.gateway.workToken(account, "embedding-worker", "contact-service", "index"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void publishesOnlyPublicRoutesAsOpenApi() {
        Answer answer = worker.get("/v3/api-docs");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("openapi").asString()).startsWith("3.1");
        assertThat(answer.body().path("paths").propertyNames()).containsExactly("/api/v1/interactions/{id}/enrichment");
    }

    private static double lengthOf(String base64) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
        double sum = 0;
        while (bytes.hasRemaining()) {
            float number = bytes.getFloat();
            sum += number * number;
        }
        return Math.sqrt(sum);
    }
}
