package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.memoro.endtoend.Browser;
import org.memoro.endtoend.MemoroApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notes that give orders to whoever reads them: their pages show their words, and nobody whom they do not name changes. */
@SecurityTest
class OrdersInNotesTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path ATTACKS = Path.of("../libraries/language-models/src/test/resources/notes/attacks.jsonl");
    private static final Duration UNDERSTOOD = Duration.ofMinutes(2);

    /** A link that leads out of Memoro, or a picture: what a note said must never become one. */
    private static final String MADE_OF_WORDS = "main :is(img, iframe, object, a:not([href^='/'], [href^='#']))";

    private static SecurityInstance memoro;
    private static Visitors visitors;

    @BeforeAll
    static void start(SecurityInstance instance, Browser browser) {
        memoro = instance;
        visitors = new Visitors(memoro, browser);
    }

    @Test
    void areShownAndNotObeyed() throws IOException {
        MemoroApi api = new MemoroApi(memoro.url(), memoro.owner().token());
        api.awaitUnderstood(UNDERSTOOD);
        Map<String, JsonNode> bystanders = new LinkedHashMap<>();
        for (String name : List.of("Anna", "Maria", "Elif")) {
            String id = api.addContact(
                    JSON.createObjectNode().put("firstName", name).put("lastName", "Bystander"));
            bystanders.put(id, api.get("/api/v1/contacts/" + id));
        }
        Map<String, String> notes = new LinkedHashMap<>();
        for (String text : attacks()) {
            notes.put(api.writeNote(JSON.createObjectNode().put("notes", text)), text);
        }
        api.awaitUnderstood(UNDERSTOOD);

        try (BrowserContext visitor = visitors.signedIn(memoro.owner())) {
            Lookout lookout = Lookout.over(visitor, memoro.url());
            Page page = visitor.newPage();
            notes.forEach((id, text) -> {
                lookout.visit(page, "/notes/" + id, List.of(text));
                assertThat(page.locator(MADE_OF_WORDS).all()).as(text).isEmpty();
            });
            lookout.visit(page, "/", List.of());
            bystanders.keySet().forEach(id -> lookout.visit(page, "/people/" + id, List.of("Bystander")));
            assertThat(lookout.seen(page)).isEmpty();
        }
        bystanders.forEach(
                (id, before) -> assertThat(api.get("/api/v1/contacts/" + id)).isEqualTo(before));
    }

    /** Sixty in ten languages and many disguises, or every seventh of them. */
    private static List<String> attacks() throws IOException {
        List<String> all = Files.readAllLines(ATTACKS).stream()
                .map(line -> JSON.readTree(line).path("text").asString())
                .toList();
        assertThat(all).hasSize(60);
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i += Run.amount(7, 1)) {
            chosen.add(all.get(i));
        }
        return chosen;
    }
}
