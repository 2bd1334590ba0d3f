package org.memoro.endtoend.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memoro.endtoend.Browser;

/** A session is one browser's: not given to it by somebody else, not of use to somebody else, and gone at its end. */
@SecurityTest
class SessionTheftTests {
    private static final String SECRET = "Quillfeather";
    /** All that a page can keep in a browser, as one text. */
    private static final String KEPT = """
        async () => {
          const kept = [JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage}), document.cookie];
          for (const name of await caches.keys()) {
            for (const request of await (await caches.open(name)).keys()) kept.push(request.url);
          }
          for (const base of await indexedDB.databases()) kept.push(`database ${base.name}`);
          for (const worker of await navigator.serviceWorker.getRegistrations()) kept.push(`worker ${worker.scope}`);
          return kept.join('\\n');
        }\
        """;

    private static SecurityInstance memoro;
    private static Visitors visitors;
    private static Http http;

    private BrowserContext visitor;
    private Page page;

    @BeforeAll
    static void start(SecurityInstance instance, Browser browser) {
        memoro = instance;
        http = new Http(memoro.url());
        visitors = new Visitors(memoro, browser);
        new HostileData(memoro.url(), memoro.owner(), List.of()).note("Tea with Berta " + SECRET + " in the garden.");
    }

    @BeforeEach
    void visit() {
        visitor = visitors.stranger();
        page = visitor.newPage();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void takesNoSessionThatSomebodyElsePlanted() {
        String planted = "AAAAAAAAAAAAAAAAAAAAAA";
        visitor.addCookies(List.of(session(planted)));

        signIn();

        assertThat(sessionCookie().value).isNotEqualTo(planted);
        assertThat(open("/", planted).status()).isEqualTo(302);
    }

    @Test
    void takesANewSessionInPlaceOfTheOneBefore() {
        signIn();
        String first = sessionCookie().value;
        signIn();

        assertThat(sessionCookie().value).isNotEqualTo(first);
        assertThat(open("/", first).status()).isEqualTo(302);
    }

    @Test
    void hidesItsCookieFromScripts() {
        signIn();

        assertThat(page.evaluate("() => document.cookie").toString()).doesNotContain(sessionCookie().value);
        assertThat(sessionCookie().httpOnly).isTrue();
        assertThat(sessionCookie().sameSite).isEqualTo(SameSiteAttribute.LAX);
        assertThat(sessionCookie().path).isEqualTo("/");
        assertThat(visitor.cookies()).extracting(cookie -> cookie.name).doesNotHaveDuplicates();
    }

    @Test
    void isOfNoUseToAThiefOnceThePersonHasSignedOut() {
        signIn();
        String stolen = sessionCookie().value;
        assertThat(open("/people", stolen).status()).isEqualTo(200); // until then it is

        signOut();

        assertThat(open("/people", stolen).status()).isEqualTo(302);
        assertThat(open("/api/v1/account", stolen).status()).isEqualTo(401);
        assertThat(open("/api/v1/interactions/events", stolen).status()).isEqualTo(401);
        assertThat(open("/events", stolen).status()).isIn(302, 401);
        assertThat(open("/settings", stolen, Map.of("HX-Request", "true")).status())
                .isEqualTo(401);
    }

    @Test
    void showsNothingPersonalWhenSomebodyGoesBackAfterTheSignOut() {
        signIn();
        assertThat(page.locator("body")).containsText(SECRET);
        page.navigate(memoro.url() + "/settings");
        signOut();

        for (int step = 0; step < 3; step++) {
            page.goBack();
            page.waitForLoadState();
            assertThat(page.content())
                    .doesNotContain(SECRET)
                    .doesNotContain(memoro.owner().email());
        }
    }

    @Test
    void keepsNothingPersonalInTheBrowser() {
        signIn();
        for (String path : List.of("/people", "/ask?q=" + SECRET, "/settings", "/")) {
            page.navigate(memoro.url() + path);
        }
        assertThat(kept()).doesNotContain(SECRET, memoro.owner().email(), sessionCookie().value);
        page.evaluate("() => { localStorage.setItem('left', 'behind'); sessionStorage.setItem('left', 'behind'); }");

        signOut();

        assertThat(kept()).doesNotContain("behind", SECRET, memoro.owner().email());
    }

    /** The server says no to a page that is still open; the person sees that, and keeps what was typed. */
    @Test
    void saysSoWhenAnOpenPageIsNoLongerSignedIn() {
        signIn();
        page.locator("#capture-text").fill("typed before the session ended");
        String session = sessionCookie().value;
        http.send(java.net.http.HttpRequest.newBuilder(URI.create(memoro.url() + "/sign-out"))
                .header("Cookie", sessionCookie().name + "=" + session)
                .header("X-CSRF-Token", (String) page.evaluate("() => document.querySelector('[name=_csrf]').value"))
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build());

        page.locator("#capture button[type=submit]").click();

        page.waitForURL(url -> url.contains("/sign-in"));
        assertThat(page.locator("h1")).isVisible();
    }

    /** Of a page that is older than its session, htmx shows what was refused and leaves the text in its box. */
    @Test
    void saysSoWhenTheTokenOfAPageIsNotRight() {
        signIn();
        page.evaluate("() => { document.body.setAttribute('hx-headers', '{}');"
                + " document.querySelectorAll('[name=_csrf]').forEach((field) => { field.value = 'old'; }); }");
        page.locator("#capture-text").fill("typed with an old token");

        page.locator("#capture button[type=submit]").click();

        assertThat(page.locator("#toasts")).containsText("did not work");
        assertThat(page.locator("#capture-text")).hasValue("typed with an old token");
    }

    private void signIn() {
        page.navigate(memoro.url() + "/oauth2/authorization/local");
        assertThat(page.locator("#capture-text")).isVisible();
    }

    private void signOut() {
        page.navigate(memoro.url() + "/settings");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign out").setExact(true))
                .first()
                .click();
        page.waitForURL(url -> url.contains("/sign-in"));
    }

    private String kept() {
        return page.evaluate(KEPT).toString();
    }

    private Cookie sessionCookie() {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.name.equals(cookieName()))
                .findFirst()
                .orElseThrow();
    }

    private static Answer open(String path, String session) {
        return open(path, session, Map.of());
    }

    private static Answer open(String path, String session, Map<String, String> headers) {
        Call call = Call.of("GET " + path).header("Cookie", cookieName() + "=" + session);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            call = call.header(header.getKey(), header.getValue());
        }
        return http.send(call, Who.NOBODY);
    }

    private static Cookie session(String value) {
        return new Cookie(cookieName(), value).setDomain("localhost").setPath("/");
    }

    private static String cookieName() {
        return memoro.owner().session().cookies().keySet().stream()
                .filter(name -> name.contains("memoro"))
                .findFirst()
                .orElseThrow();
    }
}
