package org.memoro.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a person does with Memoro, from the first page to the last; before anybody else uses it. */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTests extends LocalUserTests {
    private static final String NOTE =
            "Had coffee with Anna Petrova at Café Sperl in Vienna yesterday. Her daughter Mia just"
                    + " started school and Anna is moving to Graz in May; her birthday is on 3 March.";

    @Test
    @Order(1)
    void sendsAStrangerToTheSignInAndBackToToday() {
        page.navigate(memoro.url() + "/people");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));

        continueAsLocalUser(page);

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
    }

    @Test
    @Order(2)
    void understandsANoteWhileThePageIsOpen() {
        signIn();

        page.locator("#capture-text").fill(NOTE);
        page.locator("#capture button[type=submit]").click();

        Locator note = note();
        assertThat(note).isVisible();
        for (String fact : List.of("Anna Petrova", "Café Sperl", "Graz", "3 March", "Mia", "started school")) {
            assertThat(note.locator(".facts")).containsText(fact, within(UNDERSTOOD));
        }
        assertThat(note.locator(".note__words .hl").first()).isVisible();
        assertThat(page.locator("#announce")).hasText("A note was understood.");
    }

    @Test
    @Order(3)
    void tellsOnAPersonsPageWhatTheNoteSaid() {
        signIn();
        page.navigate(memoro.url() + "/people");
        page.locator("#main").getByText("Anna Petrova").first().click();

        assertThat(page.locator("h1")).hasText("Anna Petrova");
        Locator main = page.locator("#main");
        for (String known : List.of("3 March", "Mia", "Graz", "from your note of", "Café Sperl")) {
            assertThat(main).containsText(known);
        }
    }

    @Test
    @Order(4)
    void findsANoteByItsMeaning() {
        signIn();
        findByMeaning();
    }

    @Test
    @Order(5)
    void undoesAFactAndPutsItBack() {
        signIn();
        Locator birthday = note().locator(".fact")
                .filter(new Locator.FilterOptions().setHasText("3 March"))
                .first();
        birthday.hover();

        birthday.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Undo")))
                .click();
        assertThat(birthday).hasAttribute("data-state", "off");

        birthday.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Put back")))
                .click();
        assertThat(birthday).hasAttribute("data-state", "kept");
    }

    /** The stream brings the card, as it was before, while the decision about one of its facts is on its way. */
    @Test
    @Order(6)
    void showsADecisionThatTheStreamCrosses() {
        signIn();
        Locator note = note();
        Locator birthday = note.locator(".fact")
                .filter(new Locator.FilterOptions().setHasText("3 March"))
                .first();
        List<Route> held = new ArrayList<>();
        page.route("**/undo*", held::add);
        birthday.hover();
        birthday.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Undo")))
                .click();

        Object changed = page.evaluate("""
            (note) => {
              window.crossed = 0;
              document.addEventListener('htmx:sseBeforeMessage', () => { window.crossed++; });
              const csrf = JSON.parse(document.body.getAttribute('hx-headers'));
              const headers = { ...csrf, 'Content-Type': 'application/merge-patch+json' };
              const api = `/api/v1/interactions/${note}`;
              return fetch(api, { method: 'PATCH', headers, body: '{"location": "Vienna"}' })
                .then(() => fetch(`${api}/enrichment`, { method: 'POST', headers: csrf }))
                .then((answer) => answer.status);
            }""", note.getAttribute("id").substring("note-".length()));
        assertThat(changed).isEqualTo(202);
        page.waitForCondition(() -> (boolean) page.evaluate("window.crossed > 0"));
        held.getFirst().resume();

        assertThat(birthday)
                .hasAttribute("data-state", "off", new LocatorAssertions.HasAttributeOptions().setTimeout(UNDERSTOOD));
        birthday.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Put back")))
                .click();
        assertThat(birthday).hasAttribute("data-state", "kept");
    }

    @Test
    @Order(7)
    void fixesAFactAndThePersonFollows() {
        signIn();
        note().locator(".fact")
                .filter(new Locator.FilterOptions().setHasText("3 March"))
                .first()
                .locator(".fact__main")
                .click();
        Locator form = page.locator("#fix-fact form");
        form.locator("[name=day]").fill("4");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();

        assertThat(note().locator(".facts")).containsText("4 March");
        page.navigate(memoro.url() + "/people");
        page.locator("#main").getByText("Anna Petrova").first().click();
        assertThat(page.locator("#main")).containsText("4 March");
    }

    @Test
    @Order(8)
    void keepsTheTextWhenANoteIsRefused() {
        signIn();
        page.locator("#capture-text").fill("x".repeat(20_001));
        page.locator("#capture button[type=submit]").click();

        assertThat(page.locator("#capture .error")).isVisible();
        assertThat(page.locator("#capture-text").inputValue()).hasSize(20_001);
        complaints.excuse("422");
    }

    @Test
    @Order(9)
    void worksWithoutJavaScriptOnAPhone() {
        visitor.close();
        visitor = browser.visitor(390, false);
        page = visitor.newPage();
        signIn();
        String words = "Long call with Ingrid Holm about lighthouses " + UUID.randomUUID();

        page.locator("#capture-text").fill(words);
        page.locator("#capture button[type=submit]").click();

        assertThat(page.locator("article.note").filter(new Locator.FilterOptions().setHasText(words)))
                .isVisible();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    @Test
    @Order(10)
    void hasEverythingStillAfterARestart() {
        memoro.stop();
        memoro.start();
        signIn();

        assertThat(note()).isVisible();
    }

    @Test
    @Order(10)
    void findsANoteAgainAfterTheIndexWasLost() throws SQLException {
        try (Connection database = DriverManager.getConnection(memoro.database());
                Statement loss = database.createStatement()) {
            for (String table : List.of("document", "posting", "contact")) {
                loss.execute("DELETE FROM search." + table);
            }
        }

        assertThat(memoro.memoro().run("reindex"))
                .containsPattern("(\\d+) of \\1 accounts, [1-9]\\d* contacts and [1-9]\\d* notes read anew");

        signIn();
        findByMeaning();
    }

    @Test
    @Order(11)
    void keepsWhatWasChosenInTheSettings() {
        signIn();
        page.navigate(memoro.url() + "/settings");
        page.locator("#time-zone").focus();
        page.locator("#time-zone").selectOption("Asia/Tokyo");
        assertThat(page.locator("#toasts")).containsText("Time zone saved");
        assertThat(page.locator("#time-zone")).isFocused();

        page.navigate(memoro.url() + "/settings/ai");
        page.locator("#ai-on").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#toasts")).containsText("Saved");

        page.reload();
        assertThat(page.locator("#ai-local-only")).isChecked();
        page.navigate(memoro.url() + "/settings");
        assertThat(page.locator("#time-zone")).hasValue("Asia/Tokyo");
        assertThat(page.locator("#activity")).containsText("Settings were changed: AI");
    }

    @Test
    @Order(12)
    void showsATokenOnceAndTheApiTakesItUntilItIsRevoked() {
        signIn();
        page.navigate(memoro.url() + "/settings/tokens");
        page.locator("#tk-name").fill("<img src=x onerror=\"document.title='pwned'\" hx-get=/evil>");
        page.locator("#tk-name").press("Enter");
        assertThat(page.locator("#new-token")).isFocused();
        String token = page.locator("#new-token").inputValue();
        assertThat(statusOfApi(token)).isEqualTo(200);

        page.navigate(memoro.url() + "/settings/tokens");
        assertThat(page.content()).doesNotContain(token);
        assertThat(page).not().hasTitle("pwned");
        page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("<img src=x"))
                .getByText("Revoke")
                .click();
        assertThat(page.locator("#question")).containsText("stops working at once");
        page.locator("#question [type=submit]").click();

        assertThat(page.locator("#toasts")).containsText("Token revoked");
        assertThat(page.locator("#tok-h")).isFocused();
        assertThat(statusOfApi(token)).isEqualTo(401);
    }

    @Test
    @Order(13)
    void endsAnotherBrowserWithoutScript() {
        try (BrowserContext other = browser.visitor(390, false)) {
            Page there = other.newPage();
            signIn(there);
            signIn();
            there.navigate(memoro.url() + "/settings");
            there.locator("form[action$='/end'] button").first().click();
            assertThat(there.locator("#toasts")).containsText("Signed out there");

            page.navigate(memoro.url() + "/people");
            assertThat(page).hasURL(Pattern.compile("/sign-in"));
        }
    }

    @Test
    @Order(14)
    void signsOutForGood() {
        signIn();
        page.navigate(memoro.url() + "/settings");
        assertThat(page.locator("#main")).containsText("you@memoro.local");
        page.locator("#main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Sign out").setExact(true))
                .click();

        assertThat(page).hasURL(Pattern.compile("/sign-in"));
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
        assertThat(page.content()).doesNotContain("you@memoro.local");
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
        page.navigate(memoro.url() + "/people");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
    }

    /** The one that the second test writes. */
    private Locator note() {
        return page.locator("article.note").filter(new Locator.FilterOptions().setHasText("Café Sperl"));
    }

    private int statusOfApi(String token) {
        return page.request()
                .get(
                        memoro.url() + "/api/v1/account",
                        RequestOptions.create().setHeader("Authorization", "Bearer " + token))
                .status();
    }

    private static LocatorAssertions.ContainsTextOptions within(int milliseconds) {
        return new LocatorAssertions.ContainsTextOptions()
                .setTimeout(Duration.ofMillis(milliseconds).toMillis());
    }

    private void findByMeaning() {
        page.navigate(memoro.url() + "/ask");
        page.locator("#ask-form input[name=q]").fill("who has a child starting school?");
        page.keyboard().press("Enter");

        Locator first = page.locator(".result").first();
        assertThat(first).containsText("Mia just started school", within(UNDERSTOOD));
        assertThat(first.locator(".why").first()).isVisible();
    }
}
