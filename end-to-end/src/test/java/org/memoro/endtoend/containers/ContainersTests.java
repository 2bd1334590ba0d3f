package org.memoro.endtoend.containers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.endtoend.Browser;
import org.memoro.endtoend.MemoroApi;
import tools.jackson.databind.json.JsonMapper;

@EnabledIfSystemProperty(
        named = "memoro.containers",
        matches = "true",
        disabledReason = "it needs a container engine: ./memoro containers builds the images and runs it")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersTests {
    private static final Duration UNDERSTOOD = Duration.ofMinutes(1);
    private static final Pattern STARTED =
            Pattern.compile("Started \\w+ in [\\d.]+ seconds \\(process running for ([\\d.]+)");

    private static Containers memoro;
    private static Browser browser;
    private static String token;

    @BeforeAll
    static void start() {
        browser = new Browser();
        memoro = Containers.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        if (memoro != null) {
            memoro.close();
        }
    }

    @Test
    @Order(1)
    void understandsANoteAndFindsItAgain() {
        try (BrowserContext visitor = browser.visitor(1280, true)) {
            Page page = signedIn(visitor);
            page.locator("#capture-text")
                    .fill(
                            "Had coffee with Anna Petrova at Café Sperl in Vienna yesterday. Her birthday is on 3 March.");
            page.locator("#capture button[type=submit]").click();

            Locator facts = page.locator("article.note .facts").first();
            for (String fact : List.of("Anna Petrova", "Café Sperl", "3 March")) {
                assertThat(facts).containsText(fact, new ContainsTextOptions().setTimeout(60_000));
            }
            page.navigate(memoro.url() + "/ask?q=where+did+we+drink+something+warm");
            assertThat(page.locator("#main")).containsText("Café Sperl");
            token = newToken(page);
        }
    }

    /** Idle is after a while without work; the next tests make it busy. */
    @Test
    @Order(2)
    void needsLittleMemory() {
        MemoroApi.pause(Duration.ofSeconds(20));
        Map<String, Integer> most = Map.of("embedding-worker", 600);
        List<String> tooMuch = new ArrayList<>();
        for (String service : Containers.SERVICES) {
            long resident = memoro.residentMib(service);
            System.out.printf("Containers: %s holds %d MiB idle%n", service, resident);
            if (resident > most.getOrDefault(service, 350)) {
                tooMuch.add(service + " " + resident);
            }
        }
        assertThat(tooMuch).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web-ui",
                "search-service",
                "embedding-worker",
                "interaction-service",
                "contact-service",
                "gateway",
                "kafka",
                "postgres"
            })
    @Order(3)
    void losesNothingWhenAContainerIsKilled(String killed) {
        MemoroApi before = new MemoroApi(memoro.url(), token);
        String written = before.writeNote(note("Lunch with Anna Petrova, just before " + killed + " was killed."));

        memoro.kill(killed);

        MemoroApi api = new MemoroApi(memoro.url(), token);
        api.awaitUnderstood(UNDERSTOOD.multipliedBy(2));
        assertThat(api.note(written).path("notes").asString()).contains(killed);
        String after = api.writeNote(note("Lunch with Anna Petrova, after " + killed + " came back."));
        api.awaitUnderstood(UNDERSTOOD.multipliedBy(2));
        assertThat(api.search("lunch after " + killed + " came back", 5).toString())
                .contains(after);
    }

    @Test
    @Order(4)
    void saysHowLongEachServiceTakesToStartOnOneProcessor() {
        for (String service : Containers.SERVICES) {
            String id = memoro.compose("ps", "--quiet", service).strip();
            Containers.run(List.of("docker", "update", "--cpuset-cpus", "0", id), Map.of());
            memoro.compose("stop", service);
            memoro.compose("up", "--detach", "--wait", "--wait-timeout", "120", service);
            Matcher started = STARTED.matcher(memoro.log(service));
            String last = "";
            while (started.find()) {
                last = started.group(1);
            }
            System.out.printf("Containers: %s started in %s s on one processor%n", service, last);
            assertThat(last).isNotEmpty();
        }
    }

    @Test
    @Order(5)
    void keepsNotesOutOfTheLogs() {
        for (String service : Containers.SERVICES) {
            assertThat(memoro.log(service)).doesNotContain("Café Sperl").doesNotContain(Containers.USER);
        }
    }

    private static Page signedIn(BrowserContext visitor) {
        Page page = visitor.newPage();
        page.navigate(memoro.url() + "/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Continue as local user"))
                .click();
        assertThat(page.locator("#capture-text")).isVisible();
        return page;
    }

    private static String newToken(Page page) {
        page.navigate(memoro.url() + "/settings/tokens");
        page.locator("#tk-name").fill("containers");
        page.locator("#tk-scope").selectOption("read write");
        page.locator("#tk-name").press("Enter");
        assertThat(page.locator("#new-token")).isVisible();
        return page.locator("#new-token").inputValue();
    }

    private static tools.jackson.databind.node.ObjectNode note(String words) {
        return new JsonMapper().createObjectNode().put("notes", words);
    }
}
