package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memoro.endtoend.Browser;
import org.memoro.endtoend.MemoroApi;
import org.memoro.endtoend.security.SecurityInstance.Account;
import tools.jackson.databind.JsonNode;

/** Changes that somebody else's page asks a signed-in browser for: all refused, nothing changed. */
@SecurityTest
class ForgeryTests {
    private static final String FORGE = resource("/security/forge.js");

    /** For some hundred forms, six at a time, on a busy machine. */
    private static final Duration FORGED = Duration.ofSeconds(60);

    private static SecurityInstance memoro;
    private static Http http;
    private static Account victim;
    private static Account attacker;
    private static List<Route> routes;
    private static List<Route> inBrowser;
    private static Visitors visitors;
    private static AttackerSite attackerSite;

    private final List<Heard> heard = new ArrayList<>();
    private final AtomicInteger ended = new AtomicInteger();
    private BrowserContext visitor;
    private Page page;
    private Map<String, String> before;

    /** An answer of ours to a request that changes something. */
    private record Heard(String method, String address, int status, String location) {
        boolean isRefused() {
            return status >= 400 || (status == 302 && location.endsWith("/sign-in"));
        }
    }

    @BeforeAll
    static void start(SecurityInstance instance, Browser browser) {
        memoro = instance;
        http = new Http(memoro.url());
        victim = memoro.stranger();
        attacker = memoro.owner();
        routes = Route.all(memoro.url(), http, victim, somethingToLose());
        inBrowser = Run.FULL ? routes : sample(routes);
        visitors = new Visitors(memoro, browser);
        attackerSite = new AttackerSite();
    }

    /** What hurts most, and some more. */
    private static List<Route> sample(List<Route> all) {
        Set<String> always = Set.of("/sign-out", "/notes", "/people", "/api/v1/account", "/api/v1/contacts");
        return IntStream.range(0, all.size())
                .filter(i -> i % 7 == 0 || always.contains(all.get(i).path()))
                .mapToObj(all::get)
                .toList();
    }

    private static Map<String, String> somethingToLose() {
        HostileData data = new HostileData(memoro.url(), victim, List.of(new Injection("none", "Mia Keller")));
        String note = data.note("Had coffee with Anna Petrova in Vienna, her birthday is on 3 March.");
        new MemoroApi(memoro.url(), victim.token()).awaitUnderstood(Duration.ofMinutes(2));
        String contact = data.contacts(1).getFirst().id();
        // Else the first page would do it, with the browser's own.
        new MemoroApi(memoro.url(), victim.token()).useTimeZone("Europe/Vienna");
        JsonNode facts = data.send(Call.of("GET /api/v1/facts").asking("interactionId", note), null);
        JsonNode token = data.send(
                Call.of("POST /api/v1/account/tokens"),
                Call.JSON.createObjectNode().put("name", "script"));
        return Map.of(
                "contacts",
                contact,
                "interactions",
                note,
                "facts",
                facts.path("items").path(0).path("id").asString(),
                "tokens",
                token.path("id").asString());
    }

    @AfterAll
    static void stop() {
        attackerSite.close();
    }

    @BeforeEach
    void visit() {
        before = AccountState.of(http, victim);
        visitor = visitors.signedIn(victim);
        page = visitor.newPage();
        visitor.onResponse(this::hear);
        visitor.onRequestFinished(this::count);
        visitor.onRequestFailed(this::count);
    }

    private void count(Request request) {
        if (request.isNavigationRequest() && request.method().equals("POST")) {
            ended.incrementAndGet();
        }
    }

    private void hear(Response response) {
        Request request = response.request();
        if (response.url().startsWith(memoro.url())
                && !List.of("GET", "OPTIONS").contains(request.method())) {
            heard.add(new Heard(
                    request.method(),
                    response.url(),
                    response.status(),
                    Objects.requireNonNullElse(response.headers().get("location"), "")));
        }
    }

    @AfterEach
    void nothingWasLost() {
        visitor.close();
        assertThat(AccountState.of(http, victim)).isEqualTo(before);
        assertThat(http.send(Call.of("GET /settings"), Who.withSession("victim", victim.session()))
                        .status())
                .as("the victim is still signed in")
                .isEqualTo(200);
    }

    @Test
    void findsWhatThereIsToForge() {
        assertThat(routes).extracting(Route::path).contains("/api/v1/contacts", "/notes", "/sign-out", "/people");
        assertThat(routes).hasSizeGreaterThan(25);
    }

    @Test
    void refusesWhatAnotherSiteSends() {
        attackFrom(attackerSite.onAnotherSite(attack()));

        assertThat(heard).hasSizeGreaterThanOrEqualTo(forms()).allMatch(Heard::isRefused);
    }

    /** The same host sends every cookie, whatever the port: here only our own checks are left. */
    @Test
    void refusesWhatAnotherPortOfThisHostSends() {
        attackFrom(attackerSite.onAnotherPort(attack()));

        assertThat(heard).hasSizeGreaterThanOrEqualTo(forms()).allMatch(answer -> answer.status() == 403);
    }

    /** A page in a sandbox has no origin of its own, and says "null". */
    @Test
    void refusesWhatAPageWithoutAnOriginSends() {
        for (Route route : shown()) {
            String form = "<form method=post target=_top action='%s%s'><input name=text value=forged></form>"
                            .formatted(memoro.url(), route.path())
                    + "<script>document.forms[0].submit()</script>";
            page.navigate(attackerSite.onAnotherPort(
                    "<iframe sandbox='allow-scripts allow-forms allow-top-navigation' srcdoc=\"" + form
                            + "\"></iframe>"));
            page.waitForURL(url -> url.startsWith(memoro.url()));
        }
        assertThat(heard).hasSize(shown().size()).allMatch(Heard::isRefused);
    }

    /** Where the browser goes there itself, the person sees what was refused. */
    @Test
    void tellsWhatItRefusedWhereThePersonIsSentThere() {
        for (Route route : shown()) {
            String form = """
                <form method=post action="%s%s"><input name=text value=forged><input name=_method value=%s></form>
                <script>document.forms[0].submit()</script>\
                """.formatted(memoro.url(), route.path(), route.method());
            for (String address : List.of(attackerSite.onAnotherSite(form), attackerSite.onAnotherPort(form))) {
                page.navigate(address);
                page.waitForURL(url -> url.startsWith(memoro.url()));
                assertThat(page.locator("body").innerText())
                        .containsAnyOf(
                                "did not come from our own page", "Remember what people tell you", "not-signed-in");
            }
        }
        assertThat(heard).hasSize(2 * shown().size()).allMatch(Heard::isRefused);
    }

    /** Without this the tests above would pass on a Memoro that refuses everything. */
    @Test
    void takesTheSameFormFromItsOwnPage() {
        page.navigate(memoro.url() + "/");
        page.waitForNavigation(() -> page.evaluate("""
            () => {
              const form = document.createElement('form');
              Object.assign(form, {method: 'post', action: '/notes'});
              form.append(document.querySelector('[name=_csrf]').cloneNode());
              const text = document.createElement('textarea');
              Object.assign(text, {name: 'text', value: 'not forged'});
              form.append(text);
              document.body.append(form);
              form.submit();
            }\
            """));

        assertThat(heard).hasSize(1).allMatch(answer -> answer.status() == 303);
        assertThat(AccountState.of(http, victim)).isNotEqualTo(before);
        new MemoroApi(memoro.url(), victim.token()).awaitUnderstood(Duration.ofMinutes(2));
        before = AccountState.of(http, victim);
    }

    /** The attacker begins a sign-in of their own and has the victim's browser end it. */
    @Test
    void signsNobodyInToSomebodyElsesAccount() {
        String callback = unfinishedSignIn();

        page.navigate(attackerSite.onAnotherSite("<script>location = '" + callback + "'</script>"));
        page.waitForURL(url -> url.startsWith(memoro.url()));
        page.navigate(memoro.url() + "/settings");

        assertThat(page.locator("body").innerText()).contains(victim.email()).doesNotContain(attacker.email());
    }

    @Test
    void standsInNobodysFrame() {
        List<String> paths =
                List.of("/", "/sign-in", "/api/v1/account", "/api/docs", "/people", "/ask", "/settings", "/nowhere");
        for (String path : paths.subList(0, Run.amount(3, paths.size()))) {
            for (boolean near : List.of(true, false)) {
                String body = "<iframe src=\"" + memoro.url() + path + "\"></iframe>";
                page.navigate(near ? attackerSite.onAnotherPort(body) : attackerSite.onAnotherSite(body));
                assertThat(page.frames().stream().skip(1).map(Frame::content))
                        .as(path)
                        .hasSize(1)
                        .noneMatch(content -> content.contains("Memoro") || content.contains("createdAt"));
            }
        }
        page.navigate(attackerSite.onAnotherSite(
                "<iframe src=\"" + attackerSite.onAnotherPort("<p>framed</p>") + "\"></iframe>"));
        assertThat(page.frames().getLast().content()).contains("framed"); // frames of others do load here
    }

    @Test
    void refusesEveryChangeWithoutTheTokenOfThisSessionOrFromElsewhere() {
        Map<String, Map<String, String>> forgeries = new LinkedHashMap<>();
        String right = victim.session().csrf();
        forgeries.put("no token", Map.of("Sec-Fetch-Site", "same-origin"));
        forgeries.put(
                "somebody else's token",
                Map.of("X-CSRF-Token", attacker.session().csrf()));
        forgeries.put("another origin", Map.of("X-CSRF-Token", right, "Origin", "https://evil.test"));
        forgeries.put("our host on another port", Map.of("X-CSRF-Token", right, "Origin", "http://localhost:1"));
        forgeries.put("no origin", Map.of("X-CSRF-Token", right, "Origin", "null"));
        forgeries.put("another site", Map.of("X-CSRF-Token", right, "Sec-Fetch-Site", "cross-site"));
        forgeries.put("the same site", Map.of("X-CSRF-Token", right, "Sec-Fetch-Site", "same-site"));
        forgeries.put("an overridden method", Map.of("X-HTTP-Method-Override", "GET", "X-HTTP-Method", "GET"));
        List<String> taken = new ArrayList<>();
        forgeries.forEach((name, headers) -> {
            for (Route route : routes) {
                for (String type : types(name + route)) {
                    Answer answer = http.send(forged(route, type, headers));
                    if (answer.status() != 403 || !answer.code().equals("csrf")) {
                        taken.add(name + ", " + type + ": " + route + " answered " + answer);
                    }
                }
            }
        });
        assertThat(taken).isEmpty();
    }

    /** All that a form and a script can send; in a sample one of them, which one is a matter of what it is for. */
    private static List<String> types(String what) {
        List<String> all = List.of("application/x-www-form-urlencoded", "application/json", "text/plain");
        return Run.FULL ? all : List.of(all.get(Math.floorMod(what.hashCode(), all.size())));
    }

    @Test
    void changesNothingForWhomOnlyLooks() {
        Who who = Who.withSession("victim", victim.session());
        Door door = Door.of(http, who);
        assertThat(door.links()).contains("/", "/people", "/settings", "/ask").hasSizeGreaterThan(10);

        int turn = 0;
        for (Route route : routes) {
            for (String method : Run.some(List.of("GET", "HEAD"), 2, turn++)) {
                Answer answer = http.send(Call.of(method + " " + route.path()), who);
                assertThat(answer.status()).as(method + " " + route).isLessThan(500);
            }
        }
    }

    /** Where the browser itself is sent, one after the other. */
    private static List<Route> shown() {
        return Run.FULL
                ? routes
                : routes.stream()
                        .filter(route -> Set.of("/notes", "/sign-out").contains(route.path()))
                        .toList();
    }

    /** How many forms {@code forge.js} sends: three kinds to each address. */
    private static int forms() {
        return 3 * (int) inBrowser.stream().map(Route::path).distinct().count();
    }

    private void attackFrom(String address) {
        // Its hundreds of forms keep the page loading for as long as they take; they are waited for below.
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        // A frame that is not shown ends its request when the answer's headers are here: refused, or broken off.
        page.waitForCondition(
                () -> ended.get() >= forms(), new Page.WaitForConditionOptions().setTimeout(FORGED.toMillis()));
    }

    private static String attack() {
        return "<script>%s\nsend('%s', %s, '%s')</script>"
                .formatted(
                        FORGE,
                        memoro.url(),
                        Call.JSON.writeValueAsString(inBrowser),
                        attacker.session().csrf())
                .replace("<script>", "<body><script>");
    }

    private static HttpRequest forged(Route route, String type, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(memoro.url() + route.path()))
                .method(route.method(), BodyPublishers.ofString(type.equals("application/json") ? "{}" : "text=forged"))
                .header("Content-Type", type)
                .header("Cookie", victim.session().cookieHeader());
        headers.forEach(request::header);
        return request.build();
    }

    /** The address at which the attacker's own sign-in would end. */
    private static String unfinishedSignIn() {
        BrowserSession attackers = new BrowserSession(memoro.url());
        return attackers.signInUpTo("/login/oauth2/code/").toString();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ForgeryTests.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
