package org.memoro.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Deciding on what was understood, in a real browser without a reload, and mostly without a mouse. */
@Order(2)
class DecidingTests extends LocalUserTests {
    @BeforeEach
    void begin() {
        signIn();
        page.evaluate("window.stillTheSamePage = true");
    }

    @AfterEach
    void neverLeftThePage() {
        assertThat(page.evaluate("window.stillTheSamePage === true")).isEqualTo(true);
    }

    @Test
    void confirmsASuggestionAndGoesOnToTheNext() {
        Locator note = write("Maybe Selma Brandt will sell her boat. Maybe Ilka Frey is pregnant.");
        Locator first = note.locator("[data-state=suggested].fact").first();
        String confirmed = first.getAttribute("id");

        first.locator(".fact__act--yes").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#" + confirmed)).hasAttribute("data-state", "kept");
        assertThat(page.locator("#announce")).hasText(Pattern.compile("^Confirmed: Maybe: .* still to check\\.$"));
        assertThat(page.locator(".fact[data-state=suggested] .fact__main:focus"))
                .hasCount(1);

        page.keyboard().press("y");
        assertThat(page.locator("#announce")).not().hasText(Pattern.compile("[2-9] still to check"));
        assertThat(page.locator("article.note :focus")).hasCount(1);
    }

    @Test
    void choosesThePersonAmongTwoOfOneName() {
        write("Dinner with Tom Okafor.");
        write("Dinner with Tom Herrera.");
        Locator note = write("Tom came by to return the ladder. His sister is getting married in Cork.");
        assertThat(note.locator(".which__q")).hasText("Who is Tom?");

        note.locator(".choice", new Locator.LocatorOptions().setHasText("Tom Herrera"))
                .focus();
        page.keyboard().press("Enter");

        assertThat(note.locator(".which")).hasCount(0);
        assertThat(note.locator(".fact").first()).containsText("Tom Herrera");
        assertThat(page.locator("#announce")).hasText(Pattern.compile("^Chosen: Tom Herrera\\."));
        assertThat(page.locator("article.note .fact__main:focus, article.note:focus"))
                .hasCount(1);
    }

    @Test
    void makesSomeoneNewOfANameThatIsKnown() {
        write("Dinner with Nina Weber.");
        write("Dinner with Nina Lang.");
        Locator note = write("Nina said she likes plums.");
        assertThat(note.locator(".which__q")).hasText("Who is Nina?");

        note.locator(".choice", new Locator.LocatorOptions().setHasText("Someone new"))
                .click();

        assertThat(note.locator(".which")).hasCount(0);
        assertThat(note.locator(".fact").first()).containsText("Nina");
        page.navigate(memoro.url() + "/people");
        assertThat(page.locator(".person-row__name", new Page.LocatorOptions().setHasText("Nina")))
                .hasCount(3);
        page.evaluate("window.stillTheSamePage = true");
    }

    @Test
    void fixesAFactByKeyboardOnly() {
        Locator note = write("Lunch with Edith Moser. Her birthday is on 3 March.");
        Locator birthday = note.locator(".fact", new Locator.LocatorOptions().setHasText("3 March"));

        birthday.locator(".fact__main").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#fix-day")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#fix-fact")).isHidden();
        assertThat(birthday.locator(".fact__main")).isFocused();

        page.keyboard().press("Enter");
        assertThat(page.locator("#fix-day")).isFocused();
        page.keyboard().type("32");
        page.keyboard().press("Enter");
        assertThat(page.locator("#fix-fact .error")).containsText("There is no such day");
        assertThat(page.locator("#fix-day")).isFocused();

        page.keyboard().press("Control+a");
        page.keyboard().type("4");
        page.keyboard().press("Enter");
        Locator fixed = note.locator(".fact", new Locator.LocatorOptions().setHasText("4 March"));
        assertThat(fixed).hasAttribute("data-state", "kept");
        assertThat(fixed.locator(".fact__main")).isFocused();
        assertThat(page.locator("#announce")).containsText("Saved: Edith’s birthday 4 March");
        complaints.excuse("422");
    }

    @Test
    void undoesAndPutsBackByKeyboardOnly() {
        Locator note = write("Lunch with Gudrun Haas. Her birthday is on 5 April.");
        Locator birthday = note.locator(".fact", new Locator.LocatorOptions().setHasText("5 April"));

        birthday.locator(".fact__main").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(birthday).hasAttribute("data-state", "off");
        assertThat(birthday.locator(".fact__main")).isFocused();
        assertThat(page.locator("#announce")).containsText("Removed: Gudrun’s birthday 5 April. Undo is available.");

        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(birthday).hasAttribute("data-state", "kept");
        assertThat(birthday.locator(".fact__main")).isFocused();

        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(birthday).hasAttribute("data-state", "off");
        page.keyboard().press("Control+z");
        assertThat(birthday).hasAttribute("data-state", "kept");
        assertThat(page.locator("#announce")).containsText("Put back: Gudrun’s birthday 5 April");
    }

    /** What is swapped in without being ready yet would be sent as a plain form, and the page left. */
    @Test
    void undoesInTheVeryMomentTheUndoAppears() {
        Locator note = write("Lunch with Hedwig Stern. Her birthday is on 6 May.");
        Locator birthday = note.locator(".fact", new Locator.LocatorOptions().setHasText("6 May"));
        page.evaluate("""
                new MutationObserver((changes, watching) => {
                  const undo = document.querySelector('#toasts [data-undo]');
                  if (undo) { watching.disconnect(); undo.click(); }
                }).observe(document.body, { childList: true, subtree: true })\
                """);

        birthday.locator(".fact__act").click();

        assertThat(page.locator("#announce")).containsText("Put back: Hedwig’s birthday 6 May");
        assertThat(birthday).hasAttribute("data-state", "kept");
    }

    @Test
    void triesAFailedNoteNow() throws SQLException {
        Locator note = write("Lunch with Bea Novak.");
        fail(UUID.fromString(note.getAttribute("id").substring("note-".length())));
        page.reload();
        page.evaluate("window.stillTheSamePage = true");
        assertThat(note).hasAttribute("data-state", "failed");
        assertThat(note.locator(".facts__status"))
                .containsText("The AI provider did not answer. It is found by its words only. Next try at");

        note.getByText("Try now").focus();
        page.keyboard().press("Enter");

        assertThat(note)
                .hasAttribute(
                        "data-state",
                        Pattern.compile("kept|review"),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(UNDERSTOOD));
        assertThat(note).isFocused();
        assertThat(note.locator(".facts")).containsText("Bea Novak");
        assertThat(page.locator("#announce")).not().hasText("");
    }

    @Test
    void lightsTheWordsWithTheirFactAndTheFactWithItsWords() {
        Locator note = write("Coffee with Ute Kern at Café Central in Vienna.");
        Locator place = note.locator(".fact", new Locator.LocatorOptions().setHasText("Café Central"));

        place.hover();
        assertThat(note.locator(".hl[data-lit]")).containsText("Café Central");
        page.locator("h1").hover();
        assertThat(note.locator("[data-lit]")).hasCount(0);
        note.locator(".hl", new Locator.LocatorOptions().setHasText("Café Central"))
                .hover();
        assertThat(note.locator(".fact[data-lit]")).containsText("Café Central");
    }

    private Locator write(String text) {
        page.locator("#capture-text").fill(text);
        page.keyboard().press("Control+Enter");
        Locator note = page.locator("article.note", new Page.LocatorOptions().setHasText(text))
                .first();
        assertThat(note)
                .hasAttribute(
                        "data-state",
                        Pattern.compile("kept|review"),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(UNDERSTOOD));
        assertThat(note.locator(".fact").first()).isVisible();
        // By its own id from here on: what is read in it may stand in other notes too.
        return page.locator("#" + note.getAttribute("id"));
    }

    /** As it stands after a service could not be reached; its next try is far enough away to be seen. */
    private static void fail(UUID note) throws SQLException {
        try (Connection database = DriverManager.getConnection(memoro.database());
                PreparedStatement update = database.prepareStatement("""
                    UPDATE interaction.interaction
                    SET facts_applied = false, error_code = 'unreachable', next_attempt_at = now() + interval '5 minutes'
                    WHERE id = ?\
                    """)) {
            update.setObject(1, note);
            update.executeUpdate();
        }
    }
}
