package org.memoro.interactions.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.interactions.Author.id;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.interactions.Author;
import org.memoro.interactions.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("security")
class ExportTests {
    private static final String FILES = "/internal/v1/export";

    private final RunningService service = RunningService.shared();
    private final Author author = Author.of(service);

    @Test
    void handsOutEveryNoteInFullDeletedOnesToo() {
        JsonNode kept = author.writes("Tea with Anna", Map.of("contactIds", new UUID[] {author.knows("Anna")}));
        JsonNode gone = author.writes("A secret");
        author.deletes(gone).expectStatus().isNoContent();
        Author.of(service).writes("Somebody else's");

        Map<String, JsonNode> notes = new HashMap<>();
        new JsonMapper().readTree(text("interactions.json")).forEach(note -> notes.put(id(note), note));

        assertThat(notes).containsOnlyKeys(id(kept), id(gone));
        assertThat(notes.get(id(kept)).get("notes").asString()).isEqualTo("Tea with Anna");
        assertThat(notes.get(id(kept)).at("/participants/0/displayName").asString())
                .isEqualTo("Anna");
        assertThat(notes.get(id(kept)).at("/enrichment/state").asString()).isEqualTo("pending");
        assertThat(notes.get(id(kept)).get("deletedAt").isNull()).isTrue();
        assertThat(notes.get(id(gone)).get("notes").asString()).isEqualTo("A secret");
        assertThat(notes.get(id(gone)).hasNonNull("deletedAt")).isTrue();
    }

    @Test
    void handsOutMoreThanOnePage() {
        for (int i = 0; i < 101; i++) {
            author.writes("Note " + i);
        }

        assertThat(new JsonMapper().readTree(text("interactions.json"))).hasSize(101);
    }

    @Test
    void writesATableThatRunsNoFormula() {
        author.writes("=1+1");

        assertThat(text("interactions.csv").lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(",'=1+1,");
    }

    @Test
    void handsNothingToAnybodyElse() {
        for (String file : List.of("", "/interactions.json")) {
            service.asService("search-service", "export", author.account)
                    .get()
                    .uri(FILES + file)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            author.client().get().uri(FILES + file).exchange().expectStatus().isForbidden();
        }
    }

    private String text(String file) {
        return new String(
                service.asService("gateway", "export", author.account)
                        .get()
                        .uri(FILES + "/" + file)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
