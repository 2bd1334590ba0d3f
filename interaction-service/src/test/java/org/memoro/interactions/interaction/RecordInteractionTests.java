package org.memoro.interactions.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.memoro.events.InteractionRecorded;
import org.memoro.interactions.RunningService;
import tools.jackson.databind.JsonNode;

class RecordInteractionTests {
    private final RunningService service = RunningService.shared();
    private final UUID account = UUID.randomUUID();

    @Test
    void keepsANoteAtOnce() {
        JsonNode note = service.as(account)
                .post()
                .uri("/api/v1/interactions")
                .bodyValue(Map.of("notes", "Tea with Anna"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        System.out.println(note.toPrettyString());
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        RunningService.events().heard(InteractionRecorded.class, account))
                .hasSize(1));
    }
}
