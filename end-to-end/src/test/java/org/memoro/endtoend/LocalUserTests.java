package org.memoro.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the user of a laptop does, in a real browser on a real instance started by the script; nothing may reach the console. */
@ExtendWith({LocalInstance.class, SharedBrowser.class})
abstract class LocalUserTests {
    /** Milliseconds; on a busy machine the first note loads the model. */
    static final int UNDERSTOOD = 20_000;

    static OwnInstance memoro;
    static Browser browser;

    BrowserContext visitor;
    Page page;
    Complaints complaints;

    @BeforeAll
    static void open(OwnInstance instance, Browser chromium) {
        memoro = instance;
        browser = chromium;
    }

    @BeforeEach
    void visit() {
        visitor = browser.visitor(1280, true);
        page = visitor.newPage();
        complaints = Complaints.of(page);
    }

    @AfterEach
    void leave() {
        visitor.close();
        assertThat(complaints.texts()).as("what the browser complained about").isEmpty();
    }

    void signIn() {
        signIn(page);
    }

    static void signIn(Page on) {
        on.navigate(memoro.url() + "/");
        continueAsLocalUser(on);
        assertThat(on.locator("#capture-text")).isVisible();
    }

    static void continueAsLocalUser(Page on) {
        on.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Continue as local user"))
                .click();
        on.waitForURL(url -> url.startsWith(memoro.url()) && !url.contains("sign-in") && !url.contains("oauth2"));
    }
}
