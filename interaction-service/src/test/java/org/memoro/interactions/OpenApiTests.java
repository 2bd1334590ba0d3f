package org.memoro.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTests {
    private final RunningService service = RunningService.shared();

    @Test
    void describesThePublicCallsAndNoOthers() {
        JsonNode api = Author.body(service.anonymous()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk());

        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/interactions",
                        "/api/v1/interactions/{id}",
                        "/api/v1/interactions/{id}/restore",
                        "/api/v1/interactions/{id}/enrichment",
                        "/api/v1/interactions/events");
        assertThat(api.toString()).doesNotContain("caller").doesNotContain("JsonNode");
        assertThat(api.at("/components/schemas/NoteRequest/required/0").asString())
                .isEqualTo("notes");
    }
}
