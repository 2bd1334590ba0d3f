package org.memoro.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.web.RunningPages.ACCOUNT_PATH;

import org.junit.jupiter.api.Test;
import org.memoro.web.RunningPages;
import org.memoro.web.RunningPages.Answer;
import org.memoro.web.Sample;
import tools.jackson.databind.node.ObjectNode;

class AiPagesTests {

    private final RunningPages pages = RunningPages.fresh();

    @Test
    void showTheChoiceAndWhatLeavesTheMachineInEach() {
        pages.account.on("GET", ACCOUNT_PATH, 200, Sample.account("UTC", "local-only"));

        assertThat(pages.get("/settings/ai").body())
                .contains("it gets each note with its date and the names of contacts in it")
                .contains("Nothing you write leaves this machine")
                .containsPattern("value=\"local-only\" checked")
                .doesNotContainPattern("value=\"on\" checked");
    }

    @Test
    void saveTheChoice() {
        pages.account.on("PATCH", ACCOUNT_PATH, 200, Sample.account("UTC", "off"));

        assertThat(pages.post("/settings/ai", "enrichment", "off").header("Location"))
                .isEqualTo("/settings/ai?done=AI");
        assertThat(pages.account.requests().getLast().body()).isEqualTo("{\"enrichment\":\"off\"}");
        assertThat(pages.postFragment("/settings/ai", "enrichment", "off").body())
                .containsPattern("value=\"off\" checked")
                .contains("Saved")
                .doesNotContain("<html");
    }

    @Test
    void keepWhatHoldsWhenAChoiceIsRefusedOrCannotBeSaved() {
        pages.account.on(
                "PATCH",
                ACCOUNT_PATH,
                422,
                "{\"status\":422,\"errors\":[{\"pointer\":\"/enrichment\",\"detail\":\"must be one of on, off.\"}]}");

        Answer refused = pages.post("/settings/ai", "enrichment", "maybe");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("must be one of on, off.").containsPattern("value=\"on\" checked");

        pages.account.down();
        Answer down = pages.post("/settings/ai", "enrichment", "off");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.body()).contains("This could not be saved right now", "cannot be read right now");
    }

    @Test
    void tellWhichModelUnderstoodTheLastNoteAndWhere() {
        pages.interactions.on("GET", "/api/v1/interactions", 200, Sample.list(readBy("in-jvm", "rules-7")));
        assertThat(pages.get("/settings/ai").body()).contains("<b>on this machine</b>", "rules-7");

        pages.interactions.on("GET", "/api/v1/interactions", 200, Sample.list(readBy("ai.example.org", "small-1")));
        assertThat(pages.get("/settings/ai").body()).contains("<b>ai.example.org</b>", "small-1");

        pages.interactions.down();
        assertThat(pages.get("/settings/ai").body()).doesNotContain("Lately").contains("A provider may help");
    }

    @Test
    void tellHowFarANewModelHasComeUntilItHasReadAll() {
        assertThat(pages.get("/settings/ai").body()).doesNotContain("<progress");

        pages.vectors.on("GET", "/pages/v1/vectors", 200, catchingUp(312, true));
        String page = pages.get("/settings/ai").body();
        assertThat(page)
                .contains("vendor/embed-2", "312 of 1204 notes")
                .contains("hx-get=\"/settings/ai/vectors\"", "hx-trigger=\"every 5s\"");

        pages.vectors.on("GET", "/pages/v1/vectors", 200, catchingUp(900, true));
        assertThat(pages.fragment("/settings/ai/vectors").body()).contains("900 of 1204 notes");
        pages.vectors.on("GET", "/pages/v1/vectors", 200, catchingUp(1204, false));
        assertThat(pages.fragment("/settings/ai/vectors").body()).doesNotContain("hx-get", "<progress");

        pages.vectors.down();
        assertThat(pages.get("/settings/ai").body()).doesNotContain("<progress").contains("A provider may help");
    }

    private static String catchingUp(int made, boolean still) {
        return "{\"model\":\"vendor/embed-2\",\"made\":%d,\"of\":1204,\"catchingUp\":%s,\"answering\":\"m\"}"
                .formatted(made, still);
    }

    private static ObjectNode readBy(String provider, String model) {
        ObjectNode note = Sample.note(Sample.id(1), "x", "done");
        ((ObjectNode) note.get("enrichment")).put("provider", provider).put("model", model);
        return note;
    }
}
