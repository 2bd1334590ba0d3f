package org.memoro.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.memoro.web.RunningPages;

class SettingsPagesTests {

    private final RunningPages pages = RunningPages.fresh();

    @Test
    void showWhoIsSignedInAndTheWayOut() {
        assertThat(pages.get("/settings").body())
                .contains("Nora Whitfield")
                .contains("nora@example.org")
                .contains("action=\"/sign-out\"")
                .contains("name=\"_csrf\" value=\"csrf-of-the-session\"");
    }

    @Test
    void keepTheChosenThemeInACookie() {
        var dark = pages.post("/settings/appearance", "theme", "dark");

        assertThat(dark.status()).isEqualTo(303);
        assertThat(dark.header("Set-Cookie")).contains("theme=dark").contains("SameSite=Lax");
        assertThat(pages.post("/settings/appearance", "theme", "system").header("Set-Cookie"))
                .contains("Max-Age=0");
        assertThat(pages.post("/settings/appearance", "theme", "\"><script>").header("Set-Cookie"))
                .contains("Max-Age=0");
        assertThat(pages.postFragment("/settings/appearance", "theme", "light").status())
                .isEqualTo(204);
    }
}
