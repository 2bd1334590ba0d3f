package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memoro.endtoend.Browser;
import org.memoro.endtoend.MemoroApi;
import org.memoro.endtoend.security.HostileData.Written;
import org.memoro.endtoend.security.Views.View;

/** Texts that want to be code, in every field that ends on a page: they are shown, and nothing else happens. */
@SecurityTest
class InjectionTests {
    /** A note in which six kinds of facts stand. */
    private static final String NOTE = "Had coffee with %s at Café Sperl in Vienna yesterday. Her daughter %s just"
            + " started school and %s is moving to Graz in May; her birthday is on 3 March.";

    private static final List<String> FIRST_NAMES = List.of(
            "Anna", "Maria", "Julia", "Laura", "Sarah", "Emma", "Clara", "Nina", "Elena", "Sofia", "Marta", "Ingrid",
            "Teresa", "Alice", "Hannah", "Irene", "Paula", "Greta", "Olivia", "Diana", "Helen", "Lucia", "Vera", "Eva");
    private static final List<String> CHILDREN = List.of(
            "Mia", "Lea", "Zoe", "Ida", "Ella", "Lina", "Nora", "Emily", "Lucy", "Ruby", "Grace", "Chloe", "Amelie",
            "Frida", "Stella", "Ronja", "Livia", "Carla", "Tilda", "Alma", "Selma", "Edith", "Maja", "Flora");
    private static final List<String> LAST_NAMES = List.of(
            "Petrova",
            "Keller",
            "Brandt",
            "Novak",
            "Lindgren",
            "Rossi",
            "Moreau",
            "Fischer",
            "Kowalski",
            "Hansen",
            "Weber",
            "Costa",
            "Horvat",
            "Silva",
            "Bauer",
            "Larsen",
            "Murphy",
            "Schmidt",
            "Jansen",
            "Lopez",
            "Nagy",
            "Virtanen",
            "Dubois",
            "Marino");
    private static final Duration UNDERSTOOD = Duration.ofMinutes(15);

    /** Of parts that are taken in before the page is opened anew: more make every look at it slower. */
    private static final int A_PAGE_FULL = 25;

    private static final List<Injection> INJECTIONS = Injection.chosen();

    private static Visitors visitors;
    private static Views views;
    private static HostileData data;
    private static SecurityInstance memoro;

    private BrowserContext visitor;
    private Lookout lookout;
    private Page page;

    @BeforeAll
    static void start(SecurityInstance instance, Browser browser) {
        memoro = instance;
        visitors = new Visitors(memoro, browser);
        views = new Views(memoro, browser);
        data = new HostileData(memoro.url(), memoro.owner(), INJECTIONS);
    }

    @BeforeEach
    void visit() {
        look(visitors.signedIn(memoro.owner()));
    }

    private void look(BrowserContext browser) {
        visitor = browser;
        lookout = Lookout.over(visitor, memoro.url());
        page = visitor.newPage();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    /** A page of ours that forgot to escape, put together here: nothing above is worth anything unless this is noticed. */
    @Test
    void noticesAPageThatForgotToEscape() {
        List<String> missed = new ArrayList<>();
        List<Injection> elements = Injection.all().stream()
                .filter(injection -> injection.text().matches("(?s)<[a-z]+[ /].*data-pwn.*>"))
                .toList();
        for (Injection injection : elements.subList(0, Run.amount(2, elements.size()))) {
            BrowserContext careless = visitors.stranger();
            Lookout over = Lookout.over(careless, memoro.url());
            Page broken = careless.newPage();
            broken.route(
                    "**/broken",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody("<!doctype html><title>broken</title><p>" + injection.text())));
            broken.navigate(memoro.url() + "/broken");
            over.audit(broken, "/broken", List.of());
            if (over.seen().isEmpty()) {
                missed.add(injection.toString());
            }
            careless.close();
        }
        assertThat(elements).hasSizeGreaterThan(100);
        assertThat(missed).isEmpty();
    }

    @Test
    void hasFiveHundredInjectionsOfManyFamilies() {
        assertThat(Injection.all()).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
        assertThat(Injection.all().stream().map(Injection::family).distinct()).hasSizeGreaterThan(30);
    }

    @Test
    void showsEveryTextOfAPerson() {
        List<Written> people = data.contacts(Run.amount(2, INJECTIONS.size()));
        String relative = data.relative(people.getFirst().id(), 5);

        List<String> seen = views.of(people, (view, person) -> {
            view.visit("/people/" + person.id(), person.texts());
            view.visit("/people/" + person.id() + "/edit", person.texts());
            view.visit("/people/" + person.id() + "/delete", List.of());
        });
        lookout.visit(page, "/people/" + people.getFirst().id(), List.of(relative));
        visitAll("/people", "#people-more a");

        assertThat(seen).isEmpty();
        assertThat(lookout.seen(page)).isEmpty();
    }

    @Test
    void showsEveryTextOfANote() {
        List<Written> notes = data.notes(Run.amount(18, INJECTIONS.size()));
        lookout.visit(page, "/", List.of()); // not understood yet: the stream brings what becomes of them
        new MemoroApi(memoro.url(), memoro.owner().token()).awaitUnderstood(UNDERSTOOD);
        lookout.audit(page, "/ while notes are understood", List.of());

        List<String> seen = views.of(notes.subList(0, Run.amount(2, notes.size())), (view, note) -> {
            view.visit("/notes/" + note.id(), note.texts());
            view.visit("/notes/" + note.id() + "/edit", note.texts());
        });
        visitAll("/", "#older a");

        assertThat(seen).isEmpty();
        assertThat(lookout.seen(page)).isEmpty();
    }

    @Test
    void showsEveryTextOfAFact() {
        List<String> notes = data.all(Run.amount(1, INJECTIONS.size()), number -> data.note(note(number)));
        new MemoroApi(memoro.url(), memoro.owner().token()).awaitUnderstood(UNDERSTOOD);
        List<Written> corrected = data.all(
                notes.size(), number -> new Written(notes.get(number), data.correctFacts(notes.get(number), number)));

        assertThat(corrected).allSatisfy(note -> assertThat(note.texts()).hasSizeGreaterThan(3));
        List<String> seen = views.of(corrected, (view, note) -> {
            view.visit("/notes/" + note.id(), List.of());
            Locator facts = view.page().locator(".fact .fact__main");
            assertThat(facts.count()).isPositive();
            facts.first().click();
            view.page().locator("#fix-fact form").waitFor();
            view.audit("the form of a fact", List.of());
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void showsWhatTokensAndBrowsersAreCalled() {
        List<Injection> injections = some(2);
        List<String> names =
                injections.stream().map(injection -> injection.within(200)).toList();
        names.forEach(name -> data.send(
                Call.of("POST /api/v1/account/tokens"),
                Call.JSON.createObjectNode().put("name", name)));
        injections.stream()
                .map(injection -> injection.within(300).replaceAll("[^ -~]", ""))
                .forEach(browser -> new BrowserSession(memoro.url(), browser).signIn());

        lookout.visit(page, "/settings/tokens", names.reversed().subList(0, Math.min(6, names.size())));
        for (String path : List.of("/settings", "/settings/ai", "/settings/data", "/settings/appearance")) {
            lookout.visit(page, path, List.of());
        }
        assertThat(lookout.seen(page)).isEmpty();
    }

    @Test
    void showsWhatStandsInTheAddress() {
        List<String> seen = views.of(some(2), (view, injection) -> {
            String text = Call.encoded(injection.within(900));
            view.visit("/ask?q=" + text, List.of(injection.within(900)));
            view.visit("/people?query=" + text + "&tag=" + Call.encoded(injection.within(100)), List.of());
            view.visit("/people/new?name=" + text, List.of());
            view.visit("/ask?q=pwn&mode=" + text + "&contactId=" + text, List.of());
            view.visit("/?with=" + text + "&show=" + text, List.of());
            view.visit("/sign-in?error=" + text + "&left=" + text, List.of());
            view.visit("/nowhere/" + text, List.of());
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void takesPartsOfPagesInAsText() {
        List<Injection> injections = some(2);
        List<List<Injection>> pages = IntStream.iterate(0, from -> from < injections.size(), from -> from + A_PAGE_FULL)
                .mapToObj(from -> injections.subList(from, Math.min(from + A_PAGE_FULL, injections.size())))
                .toList();

        assertThat(views.of(pages, InjectionTests::takeIn)).isEmpty();
    }

    private static void takeIn(View view, List<Injection> injections) {
        view.visit("/", List.of());
        for (Injection injection : injections) {
            String text = injection.within(900);
            fetchInto(view.page(), "POST", "/notes", "#timeline-today", "afterbegin", Map.of("text", text));
            fetchInto(view.page(), "GET", "/palette", "#palette-list", "innerHTML", Map.of("q", text));
            fetchInto(view.page(), "GET", "/upcoming", "#upcoming", "outerHTML", Map.of("q", text));
        }
        view.audit(
                "/ with new notes",
                injections.stream().map(one -> one.within(900)).toList());
        view.page()
                .waitForCondition(() ->
                        view.page().locator("article[data-state=understanding]").count() < injections.size());
        view.audit("/ with understood notes", List.of());
    }

    @Test
    void showsARefusedFormAgainAsItWasTyped() {
        List<String> seen = views.of(some(2), (view, injection) -> {
            view.visit("/people/new", List.of());
            String text = injection.within(150);
            submit(
                    view.page(),
                    "/people",
                    Map.of(
                            "firstName",
                            text,
                            "lastName",
                            text,
                            "notes",
                            text,
                            "emails",
                            text,
                            "links",
                            text,
                            "tags",
                            text,
                            "birthdayDay",
                            text,
                            "birthdayMonth",
                            text,
                            "emailsLabel",
                            text));
            view.audit("a refused form", List.of(text));
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void needsNoPolicyToBeSafe() {
        visitor.close();
        look(visitors.unguarded(memoro.owner()));
        List<Written> people = data.contacts(Run.amount(1, INJECTIONS.size()));
        data.notes(Run.amount(2, INJECTIONS.size()));

        people.forEach(person -> lookout.visit(page, "/people/" + person.id(), person.texts()));
        visitAll("/people", "#people-more a");
        visitAll("/", "#older a");

        assertThat(lookout.seen(page)).isEmpty();
    }

    /** About another two people for each number: nobody has so many facts that every change of one takes long. */
    private static String note(int number) {
        String family = " " + LAST_NAMES.get(number / FIRST_NAMES.size() % LAST_NAMES.size());
        String mother = FIRST_NAMES.get(number % FIRST_NAMES.size()) + family;
        return NOTE.formatted(mother, CHILDREN.get(number % CHILDREN.size()) + family, mother);
    }

    /** So many of different families in a sample; all of them in a full run. */
    private static List<Injection> some(int sample) {
        int count = Run.amount(sample, INJECTIONS.size());
        return IntStream.range(0, count)
                .mapToObj(i -> INJECTIONS.get(i * INJECTIONS.size() / count))
                .toList();
    }

    /** Looks at a list to its end, page by page, as a browser without scripts goes there. */
    private void visitAll(String path, String more) {
        Object next = path;
        while (next != null) {
            lookout.visit(page, next.toString(), List.of());
            next = page.evaluate("(more) => document.querySelector(more)?.getAttribute('href') ?? null", more);
        }
    }

    /** As htmx brings a part of a page in. */
    private static void fetchInto(
            Page page, String method, String path, String target, String swap, Map<String, String> values) {
        page.evaluate(
                "([method, path, target, swap, values]) => htmx.ajax(method, path, {target, swap, values})",
                List.of(method, path, target, swap, values));
    }

    /** As a browser without scripts sends a form of ours. */
    private static void submit(Page page, String path, Map<String, String> fields) {
        page.waitForNavigation(() -> page.evaluate("""
            ([path, fields]) => {
              const form = document.createElement('form');
              form.method = 'post';
              form.action = path;
              const all = {...fields, _csrf: document.querySelector('[name=_csrf]').value};
              for (const [name, value] of Object.entries(all)) {
                const field = document.createElement('textarea');
                Object.assign(field, {name, value});
                form.append(field);
              }
              document.body.append(form);
              form.submit();
            }\
            """, List.of(path, fields)));
    }
}
