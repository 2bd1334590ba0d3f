package org.memoro.contacts.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.contacts.AnExtraction.APerson.aPerson;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.path;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.contacts.AnExtraction;
import org.memoro.contacts.Owner;
import org.memoro.contacts.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("security")
class ExportTests {
    private static final String FILES = "/internal/v1/export";
    private static final String AWKWARD = "semi;colon, comma\\ back\nnew line \"quote\" =1+1";

    private final RunningService service = RunningService.shared();
    private final Owner owner = new Owner();

    @Test
    void handsOutEveryContactLivingDeletedAndMerged() {
        JsonNode anna = owner.writesDown("Anna", "Petrova");
        JsonNode gone = owner.writesDown("Gone", null);
        JsonNode anja = owner.writesDown("Anja", null);
        owner.deletes(path(gone)).expectStatus().isNoContent();
        owner.posts(path(anja) + "/merge", Map.of("intoId", id(anna)))
                .expectStatus()
                .isOk();
        new Owner().writesDown("Eve", null);

        Map<String, JsonNode> contacts = byId(json("contacts.json"));

        assertThat(contacts).containsOnlyKeys(id(anna), id(gone), id(anja));
        assertThat(contacts.get(id(anna)).get("displayName").asString()).isEqualTo("Anna Petrova");
        assertThat(contacts.get(id(anna)).get("version").asLong()).isPositive();
        assertThat(contacts.get(id(gone)).hasNonNull("deletedAt")).isTrue();
        assertThat(contacts.get(id(anja)).get("mergedInto").asString()).isEqualTo(id(anna));
        assertThat(json("merges.json"))
                .singleElement()
                .satisfies(merge -> assertThat(merge.get("intoId").asString()).isEqualTo(id(anna)));
    }

    @Test
    void handsOutMoreThanOnePage() {
        for (int i = 0; i < 205; i++) {
            owner.writesDown("Person", String.valueOf(i));
        }

        assertThat(byId(json("contacts.json"))).hasSize(205);
    }

    @Test
    void handsOutFactsInEveryStateWithTheirWords() {
        UUID note = owner.understands(
                AnExtraction.of(aPerson("Mia Winter").news("Mia has a dog").family("son", "Leo", 0.9)));
        owner.decides(owner.fact(note, "news"), Map.of("state", "off"));

        List<JsonNode> facts = json("facts.json");

        assertThat(facts).hasSameSizeAs(owner.factsOf(note));
        assertThat(facts).anySatisfy(fact -> {
            assertThat(fact.get("kind").asString()).isEqualTo("news");
            assertThat(fact.get("state").asString()).isEqualTo("off");
            assertThat(fact.at("/evidence/quote").asString()).isNotEmpty();
        });
        assertThat(json("relationships.json")).singleElement().satisfies(tie -> {
            assertThat(tie.get("relation").asString()).isEqualTo("son");
            assertThat(tie.at("/of/displayName").asString()).isEqualTo("Mia Winter");
            assertThat(tie.at("/contact/displayName").asString()).isEqualTo("Leo");
        });
    }

    @Test
    void writesCardsThatOtherProgramsRead() throws IOException {
        awkward();

        List<VCard> cards = new VCardReader(text("contacts.vcf")).readAll();

        assertThat(cards).singleElement().satisfies(card -> {
            assertThat(card.getVersion()).isEqualTo(VCardVersion.V4_0);
            assertThat(card.getFormattedName().getValue()).isEqualTo("Anna Petrova");
            assertThat(card.getStructuredName().getFamily()).isEqualTo("Petrova");
            assertThat(card.getEmails().getFirst().getValue()).isEqualTo("anna@example.org");
            assertThat(card.getTelephoneNumbers().getFirst().getText()).isEqualTo("+43 1 234");
            assertThat(card.getNotes().getFirst().getValue()).isEqualTo(AWKWARD);
            assertThat(card.getBirthday().getPartialDate().getMonth()).isEqualTo(3);
        });
    }

    @Test
    void writesATableThatRunsNoFormulaAndLosesNothing() throws IOException {
        awkward();

        try (CSVParser parser = CSVParser.parse(
                text("contacts.csv"), CSVFormat.RFC4180.builder().setHeader().get())) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows).hasSize(1);
            assertThat(rows.getFirst().get("displayName")).isEqualTo("Anna Petrova");
            assertThat(rows.getFirst().get("company")).isEqualTo("'=cmd|' /C calc'!A0");
            assertThat(rows.getFirst().get("notes")).isEqualTo(AWKWARD);
            assertThat(rows.getFirst().get("birthday")).isEqualTo("03-04");
        }
    }

    @Test
    void handsNothingToAnybodyElse() {
        for (String file : List.of("", "/contacts.json", "/facts.json")) {
            service.asService("web-ui", "export", owner.account)
                    .get()
                    .uri(FILES + file)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            service.asService("gateway", "enrich", owner.account)
                    .get()
                    .uri(FILES + file)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            owner.gets(FILES + file).expectStatus().isForbidden();
        }
        service.asService("gateway", "export", owner.account)
                .get()
                .uri(FILES)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private void awkward() {
        JsonNode anna = owner.writesDown("Anna", "Petrova");
        Map<String, Object> more = new HashMap<>();
        more.put("emails", List.of(Map.of("label", "home", "value", "anna@example.org")));
        more.put("phones", List.of(Map.of("label", "cell phone", "value", "+43 1 234")));
        more.put("company", "=cmd|' /C calc'!A0");
        more.put("notes", AWKWARD);
        more.put("birthday", Map.of("month", 3, "day", 4));
        owner.edits(anna, more);
    }

    private List<JsonNode> json(String file) {
        return new JsonMapper().readTree(text(file)).valueStream().toList();
    }

    private static Map<String, JsonNode> byId(List<JsonNode> things) {
        Map<String, JsonNode> byId = new HashMap<>();
        things.forEach(thing -> byId.put(id(thing), thing));
        return byId;
    }

    private String text(String file) {
        return new String(
                service.asService("gateway", "export", owner.account)
                        .mutate()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                        .build()
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
