package org.memoro.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.memoro.web.RunningPages;

class DataPagesTests {

    private final RunningPages pages = RunningPages.fresh();

    @Test
    void offerEverythingAsAPlainDownload() {
        assertThat(pages.get("/settings/data").body())
                .contains("<a class=\"btn btn--sm\" href=\"/api/v1/account/export\" download hx-boost=\"false\">");
    }

    @Test
    void askForAWordBeforeEverythingIsErased() {
        assertThat(pages.get("/settings/data").body()).contains("href=\"/settings/delete\"");
        assertThat(pages.get("/settings/delete").body())
                .contains("method=\"post\" action=\"/account/delete\"")
                .contains("name=\"_csrf\" value=\"csrf-of-the-session\"")
                .contains("name=\"confirm\" required")
                .contains("Nobody can bring them back")
                .doesNotContain("Nothing was deleted");
        assertThat(pages.fragment("/settings/delete").body())
                .contains("action=\"/account/delete\"")
                .doesNotContain("<html");
    }

    @Test
    void sayAtTheFieldThatTheWordWasAnotherOne() {
        assertThat(pages.get("/settings/delete?unconfirmed").body())
                .containsSubsequence("aria-invalid=\"true\"", "id=\"da-err\"", "Nothing was deleted");
    }
}
