package org.memoro.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memoro.web.RunningPages;
import org.memoro.web.RunningPages.Answer;

class AppearancePagesTests {

    private final RunningPages pages = RunningPages.fresh();

    @Test
    void keepTheChosenThemeInACookie() {
        Answer dark = pages.post("/settings/appearance", "theme", "dark");

        assertThat(dark.status()).isEqualTo(303);
        assertThat(dark.header("Location")).isEqualTo("/settings/appearance?done=LOOKS");
        assertThat(dark.header("Set-Cookie"))
                .contains("theme=dark", "SameSite=Lax")
                .containsIgnoringCase("HttpOnly");
        assertThat(pages.post("/settings/appearance", "theme", "system").header("Set-Cookie"))
                .contains("Max-Age=0");
        assertThat(pages.post("/settings/appearance", "theme", "\"><script>").header("Set-Cookie"))
                .contains("Max-Age=0");
        assertThat(pages.postFragment("/settings/appearance", "theme", "light").status())
                .isEqualTo(204);
    }

    @Test
    void keepHowNotesAreSetAndHowLargeTextIs() {
        Answer chosen = pages.post("/settings/appearance", "theme", "system", "reading", "plain", "text-size", "large");

        List<String> cookies = chosen.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie).startsWith("reading=plain;"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("text-size=large;"));
    }

    @Test
    void nameTheCookieSoThatItMustBeSecureOverHttps() {
        assertThat(pages.postWith("Origin", "https://memoro.example.org", "/settings/appearance", "theme", "dark")
                        .header("Set-Cookie"))
                .startsWith("__Host-theme=dark;")
                .contains("Path=/")
                .contains("Secure");
    }

    @Test
    void applyToThePageBeforeItIsPainted() {
        assertThat(pages.getWith("/settings/appearance", "Cookie", "__Host-theme=dark; reading=plain; text-size=large")
                        .body())
                .contains("data-theme=\"dark\" data-reading=\"plain\" data-text-size=\"large\"")
                .containsPattern("value=\"dark\" checked")
                .containsPattern("value=\"plain\" checked");
        assertThat(pages.getWith("/settings/appearance", "Cookie", "theme=x; reading=<b>; text-size=\"")
                        .body())
                .contains("<html lang=\"en-GB\">")
                .containsPattern("value=\"system\" checked");
    }
}
