package org.memoro.web.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memoro.testkit.StubService;
import org.memoro.web.RunningPages;
import org.memoro.web.RunningPages.Answer;
import org.memoro.web.Sample;
import tools.jackson.databind.node.ObjectNode;

class NotePagesTests {

    private static final String TEXT = "Coffee with Tom, his sister marries in Cork.";
    private static final String NOTE = "/notes/" + Sample.id(10);
    private static final String API = "/api/v1/interactions/" + Sample.id(10);

    private final ObjectNode note = Sample.note(Sample.id(10), TEXT, "done");
    private RunningPages pages;

    @BeforeEach
    void start() {
        pages = RunningPages.fresh();
        pages.interactions.on("GET", API, 200, note.toString());
    }

    @Test
    void isAPageOfItsOwnAndAFragmentForHtmx() {
        assertThat(pages.get(NOTE).body()).contains("<html").contains(TEXT);
        assertThat(pages.fragment(NOTE).body()).doesNotContain("<html").contains(TEXT);
        assertThat(pages.fragment(NOTE + "?as=entry").body()).contains("class=\"entry\"");
    }

    @Test
    void answersNotFoundForANoteThatIsNotThere() {
        Answer missing = pages.get("/notes/" + Sample.id(99));

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).contains("This page is not here").contains(missing.header("X-Request-Id"));
    }

    @Test
    void answersBadRequestForAnIdThatIsNone() {
        assertThat(pages.get("/notes/not-an-id").status()).isEqualTo(400);
    }

    @Nested
    class States {

        @Test
        void offersToTryAgainWhenUnderstandingFailed() {
            ObjectNode failed = Sample.note(Sample.id(10), TEXT, "failed");
            ((ObjectNode) failed.get("enrichment")).putObject("error").put("nextAttemptAt", "2026-05-14T10:45:00Z");
            pages.interactions.on("GET", API, 200, failed.toString());

            assertThat(pages.get(NOTE).body()).contains("Next try at 10:45.").contains(NOTE + "/understand");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "in-jvm|unreachable|Read on this machine. The AI provider did not answer. It is found by its words "
                            + "only. Next try at 10:45.",
                    "in-jvm|budget-exhausted|Read on this machine. This month’s budget for the AI provider is used up. "
                            + "It is found by its words only, until 14 May.",
                    "openrouter.ai|timed-out|Read by openrouter.ai. The AI provider did not answer.",
                    "in-jvm|credits-exhausted|The credit with the AI provider is used up.",
                    "in-jvm|not-authorised|The AI provider does not accept this server’s key."
                })
        void saysWhatIsMissingOfANoteThatWasRead(String provider, String code, String sentence) {
            ObjectNode failed = readBy(Sample.note(Sample.id(10), TEXT, "failed"), provider, "model-1");
            ((ObjectNode) failed.get("enrichment"))
                    .putObject("error")
                    .put("code", code)
                    .put("nextAttemptAt", "2026-05-14T10:45:00Z");
            pages.interactions.on("GET", API, 200, failed.toString());

            assertThat(pages.get(NOTE).body()).contains(sentence).doesNotContain("not understood yet");
        }

        @Test
        void namesWhoReadTheNoteOnItsOwnPage() {
            pages.interactions.on(
                    "GET",
                    API,
                    200,
                    readBy(Sample.note(Sample.id(10), TEXT, "done"), "in-jvm", "rules-7")
                            .toString());
            assertThat(pages.get(NOTE).body()).contains("Read on this machine with rules-7.");

            pages.interactions.on(
                    "GET",
                    API,
                    200,
                    readBy(Sample.note(Sample.id(10), TEXT, "done"), "openrouter.ai", "<b>openai</b>/gpt")
                            .toString());
            assertThat(pages.get(NOTE).body()).contains("Read by openrouter.ai with &lt;b&gt;openai&lt;/b&gt;/gpt.");
        }

        private static ObjectNode readBy(ObjectNode note, String provider, String model) {
            ((ObjectNode) note.get("enrichment")).put("provider", provider).put("model", model);
            return note;
        }

        @Test
        void asksAgainWhileNothingTellsThatItWasUnderstood() {
            pages.interactions.on(
                    "GET", API, 200, Sample.note(Sample.id(10), TEXT, "pending").toString());
            String again = NOTE + "?once=understood";
            assertThat(pages.fragment(NOTE).body()).contains("hx-get=\"" + again + "\"");
            assertThat(pages.fragment(NOTE + "?as=entry").body()).contains("?as=entry&amp;once=understood\"");
            assertThat(pages.fragment(again).status()).isEqualTo(204);

            pages.interactions.on("GET", API, 200, note.toString());
            assertThat(pages.fragment(again).body()).contains(TEXT).doesNotContain("once=understood");
        }

        @Test
        void saysNothingAboutUnderstandingWhenItIsOff() {
            pages.interactions.on(
                    "GET", API, 200, Sample.note(Sample.id(10), TEXT, "off").toString());

            assertThat(pages.get(NOTE).body()).contains("data-state=\"off\"").doesNotContain("Understanding. You");
        }

        @Test
        void saysThatOnlyNamesAndDatesWereReadFromANoteInAnotherLanguage() {
            String sentence = "This note is not in English: only names and dates were read.";

            assertThat(pageOfNoteReadBy("rules-7-names-and-dates", "done"))
                    .contains(sentence)
                    .contains("Read on this machine with rules-7.");
            assertThat(pageOfNoteReadBy("rules-7-names-and-dates", "pending")).doesNotContain(sentence);
            assertThat(pageOfNoteReadBy("rules-7", "done")).doesNotContain(sentence);
        }

        private String pageOfNoteReadBy(String model, String state) {
            ObjectNode note = readBy(Sample.note(Sample.id(10), TEXT, state), "in-jvm", model);
            pages.interactions.on("GET", API, 200, note.toString());
            return pages.get(NOTE).body();
        }

        @Test
        void foldsTheFactsOfOlderNotes() {
            ObjectNode old = Sample.note(Sample.id(10), TEXT, "done").put("createdAt", "2020-01-01T00:00:00Z");
            pages.interactions.on("GET", "/api/v1/interactions", 200, Sample.list(old));
            facts(Sample.fact(Sample.id(20), "news", "kept", note, "Tom", "{\"text\":\"News\"}"));

            assertThat(pages.get("/").body()).contains("data-state=\"settled\"").contains("1 fact kept");
        }

        @Test
        void isHeadedByWhomItNamesWhenItIsWithNobody() {
            facts(
                    Sample.about(
                            Sample.fact(
                                    Sample.id(20), "person", "kept", note, "Tom", "{\"displayName\":\"Tom Okafor\"}"),
                            Sample.TOM),
                    Sample.about(
                            Sample.fact(Sample.id(21), "person", "kept", note, "Cork", "{\"displayName\":\"Cork\"}"),
                            Sample.id(30)),
                    Sample.about(
                            Sample.fact(Sample.id(22), "person", "off", note, "sister", "{\"displayName\":\"Off\"}"),
                            Sample.id(31)));

            assertThat(pages.get(NOTE).body()).contains("<h3 class=\"sr-only\">Tom Okafor</h3>", " and 1 other");
        }

        @Test
        void asksWhoANameIsAndSendsTheChoice() {
            ObjectNode tom = Sample.contact(Sample.TOM, "Tom", "Okafor");
            facts(
                    Sample.maybe(
                            Sample.fact(Sample.id(20), "person", "suggested", note, "Tom", "{\"displayName\":\"Tom\"}"),
                            tom),
                    Sample.fact(Sample.id(21), "family", "suggested", note, "his sister", "{\"relation\":\"sister\"}"),
                    Sample.about(
                            Sample.fact(Sample.id(22), "person", "kept", note, "sister", "{\"displayName\":\"Grace\"}"),
                            Sample.id(30)));
            pages.contacts.on("PATCH", "/api/v1/facts/" + Sample.id(20), 200, fact().toString());

            assertThat(pages.get(NOTE).body())
                    .contains("Who is Tom?", "Someone new", "Tom has a ", "Someone called Tom");

            pages.postFragment(NOTE + "/facts/" + Sample.id(20) + "/person/" + Sample.TOM);
            assertThat(lastPatch()).contains("\"state\":\"kept\"", "\"contactId\":\"" + Sample.TOM + "\"");
            pages.post(NOTE + "/facts/" + Sample.id(20) + "/person/new");
            assertThat(lastPatch()).contains("\"state\":\"kept\"", "\"newContact\":true");
        }
    }

    @Nested
    class Editing {

        @Test
        void savesOnlyOverTheVersionThatWasEdited() {
            pages.interactions.on("PATCH", API, 200, note.toString());

            Answer saved =
                    pages.post(NOTE, "text", "New words", "occurredOn", "2026-01-02", "version", "7", "back", "/");

            assertThat(saved.status()).isEqualTo(303);
            assertThat(saved.header("Location")).isEqualTo("/");
            var sent = pages.interactions.requests().getFirst();
            assertThat(sent.header("If-Match")).isEqualTo("\"7\"");
            assertThat(sent.body()).isEqualTo("{\"notes\":\"New words\",\"occurredOn\":\"2026-01-02\"}");
        }

        @Test
        void keepsTheTypedTextWhenTheNoteWasChangedElsewhere() {
            pages.interactions.on("PATCH", API, 412, "{\"code\":\"stale-version\"}");

            Answer stale = pages.postFragment(NOTE, "text", "My words", "version", "1");

            assertThat(stale.status()).isEqualTo(422);
            assertThat(stale.body()).contains("My words</textarea>").contains("changed elsewhere meanwhile");
        }

        @Test
        void opensInPlaceOrOnItsOwnPage() {
            assertThat(pages.fragment(NOTE + "/edit").body())
                    .doesNotContain("<html")
                    .contains(TEXT + "</textarea>");
            assertThat(pages.get(NOTE + "/edit").body()).contains("<html").contains(TEXT + "</textarea>");
        }
    }

    @Nested
    class Deleting {

        @BeforeEach
        void accept() {
            pages.interactions.on("DELETE", API, 204, "");
            pages.interactions.on("POST", API + "/restore", 200, note.toString());
        }

        @Test
        void offersUndoOnThePageItLeadsTo() {
            assertThat(pages.post(NOTE + "/delete").header("Location")).isEqualTo("/?deleted=" + Sample.id(10));
        }

        @Test
        void leavesAPlaceForTheNoteToComeBackTo() {
            assertThat(pages.postFragment(NOTE + "/delete").body())
                    .contains("id=\"note-" + Sample.id(10) + "\" hidden")
                    .contains("hx-swap-oob")
                    .contains("Note deleted");
            assertThat(pages.postFragment(NOTE + "/restore").body())
                    .contains(TEXT)
                    .contains("Note is back");
        }

        @Test
        void restoresWithoutScripts() {
            assertThat(pages.post(NOTE + "/restore").header("Location")).isEqualTo(NOTE);
        }
    }

    @Nested
    class Deciding {

        private final String fact = NOTE + "/facts/" + Sample.id(20);

        @BeforeEach
        void one() {
            facts(fact());
            pages.contacts.on("PATCH", "/api/v1/facts/" + Sample.id(20), 200, fact().toString());
        }

        @Test
        void confirmsUndoesAndPutsBackWithoutScripts() {
            Answer confirmed = pages.post(fact + "/confirm", "back", "/people/" + Sample.ANNA + "#note-1");

            assertThat(confirmed.header("Location")).isEqualTo("/people/" + Sample.ANNA + "#note-1");
            assertThat(lastPatch()).isEqualTo("{\"state\":\"kept\"}");
            pages.post(fact + "/undo");
            assertThat(lastPatch()).isEqualTo("{\"state\":\"off\"}");
            pages.post(fact + "/restore");
            assertThat(lastPatch()).isEqualTo("{\"state\":\"kept\"}");
        }

        @Test
        void neverLeadsToAnotherSite() {
            assertThat(pages.post(fact + "/confirm", "back", "//evil.example").header("Location"))
                    .isEqualTo(NOTE);
            assertThat(pages.post(fact + "/confirm", "back", "https://evil.example")
                            .header("Location"))
                    .isEqualTo(NOTE);
            assertThat(pages.post(fact + "/confirm", "back", "/\\evil.example").header("Location"))
                    .isEqualTo(NOTE);
        }

        @Test
        void answersHtmxWithTheWholeNoteAndAWayBack() {
            assertThat(pages.postFragment(fact + "/undo?as=entry").body())
                    .contains("class=\"entry\"")
                    .contains("Fact removed")
                    .contains(fact + "/restore?as=entry");
        }

        @Test
        void fixesTheValueAndThePerson() {
            assertThat(pages.fragment(fact + "/fix").body())
                    .contains("name=\"place\"")
                    .contains("value=\"Cork\"");

            pages.postFragment(fact, "place", " Dublin ", "when", "planned", "person", "new");

            assertThat(tools.jackson.databind.json.JsonMapper.builder().build().readTree(lastPatch()))
                    .isEqualTo(
                            Sample.object(
                                    "{\"state\":\"kept\",\"newContact\":true,\"value\":{\"place\":\"Dublin\",\"when\":\"planned\"}}"));
        }

        @Test
        void saysInTheFormWhatIsWrong() {
            facts(Sample.fact(Sample.id(20), "birthday", "kept", note, "Cork", "{\"month\":3,\"day\":3}"));

            Answer wrong = pages.postFragment(fact, "day", "30", "month", "2", "year", "");

            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.header("HX-Retarget")).isEqualTo("#fix-fact");
            assertThat(wrong.body()).contains("There is no such day").contains("value=\"30\"");
            assertThat(pages.post(fact, "day", "30", "month", "2").body())
                    .contains("<html")
                    .contains("no such day");
        }

        @Test
        void offersTheSameFormAsAPageWithoutScripts() {
            assertThat(pages.get(fact + "/fix").body())
                    .contains("<html")
                    .contains("Remove")
                    .contains("Cancel");
            assertThat(pages.get(fact + "/fix?back=/people/" + Sample.ANNA).body())
                    .contains("name=\"back\" value=\"/people/" + Sample.ANNA + "\"");
        }
    }

    @Nested
    class Watching {

        @Test
        void sendsTheCardAgainWhenMoreWasUnderstood() {
            hears("id: 42\nevent: enrichment\ndata: {\"interactionId\":\"" + Sample.id(10) + "\",\"version\":1}\n\n");
            facts(fact());

            Answer events = pages.get("/events");

            assertThat(events.header("Content-Type")).startsWith("text/event-stream");
            assertThat(events.body())
                    .contains("id:42\n")
                    .contains("event:note-" + Sample.id(10) + "\n")
                    .contains("data:<article class=\"note\"")
                    .contains("Cork");
        }

        @Test
        void tellsWhatBecameOfNotesThatWerePendingWhenThePageWasMade() {
            hears(": nothing new\n\n");

            assertThat(pages.get("/events?pending=" + Sample.id(10)).body()).contains("event:note-" + Sample.id(10));
            assertThat(pages.get("/events?pending=" + Sample.id(99)).body()).doesNotContain("event:");
        }

        private void hears(String stream) {
            pages.interactions.on(
                    "GET",
                    "/api/v1/interactions/events",
                    request -> new StubService.Answer(200, stream, Map.of("Content-Type", "text/event-stream")));
        }

        @Test
        void endsQuietlyWhenTheServiceCannotBeHeard() {
            pages.interactions.down();

            assertThat(pages.get("/events").status()).isEqualTo(200);
        }
    }

    private ObjectNode fact() {
        return Sample.about(
                Sample.fact(
                        Sample.id(20),
                        "location",
                        "suggested",
                        note,
                        "Cork",
                        "{\"place\":\"Cork\",\"when\":\"current\"}"),
                Sample.TOM);
    }

    private void facts(ObjectNode... facts) {
        pages.contacts.on("GET", "/api/v1/facts", 200, Sample.list(facts));
    }

    private String lastPatch() {
        return pages.contacts.requests().stream()
                .filter(request -> request.method().equals("PATCH"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .body();
    }
}
