package org.memoro.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.MemoroRules;
import tools.jackson.databind.JsonNode;

class StructureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        MemoroRules.check("org.memoro.contacts");
    }

    @Test
    void describesItsCalls() {
        JsonNode openApi = Owner.body(RunningService.shared()
                .anonymous()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk());

        assertThat(openApi.get("openapi").asString()).startsWith("3.1");
        assertThat(openApi.get("paths").propertyNames())
                .containsAll(List.of(
                        "/api/v1/contacts",
                        "/api/v1/contacts/{id}",
                        "/api/v1/contacts/{id}/restore",
                        "/api/v1/contacts/{id}/context",
                        "/api/v1/contacts/{id}/merge",
                        "/api/v1/contacts/{contactId}/relationships",
                        "/api/v1/contacts/{contactId}/relationships/{relationshipId}",
                        "/api/v1/merges/{mergeId}",
                        "/api/v1/facts",
                        "/api/v1/facts/{id}"));
        assertThat(openApi.get("paths").propertyNames()).noneMatch(path -> path.startsWith("/internal"));
    }
}
