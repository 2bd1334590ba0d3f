package org.memoro.web.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.testkit.StubService;
import org.memoro.web.RunningPages;
import org.memoro.web.RunningPages.Answer;
import org.memoro.web.Sample;
import tools.jackson.databind.node.ObjectNode;

class PersonPagesTests {

    private static final String PAGE = "/people/" + Sample.ANNA;
    private static final String API = "/api/v1/contacts/" + Sample.ANNA;

    private final ObjectNode anna = Sample.contact(Sample.ANNA, "Anna", "Petrova");
    private final ObjectNode note = Sample.note(Sample.id(10), "Anna moves to Graz, her daughter is Mia", "done");
    private RunningPages pages;

    @BeforeEach
    void start() {
        pages = RunningPages.fresh();
        pages.contacts.on("GET", API, 200, anna.toString());
        pages.contacts.on("GET", API + "/context", 200, context("[]", "[]"));
    }

    private String context(String facts, String family) {
        return "{\"contact\":%s,\"latestNews\":null,\"facts\":%s,\"family\":%s,\"upcoming\":[]}"
                .formatted(anna, facts, family);
    }

    @Test
    void saysNothingRecordedWhenThatIsTheTruth() {
        assertThat(pages.get(PAGE).body())
                .contains("Nothing recorded yet")
                .contains("No family known")
                .contains("No notes about Anna yet");
    }

    @Test
    void linksEveryLineToTheNoteItComesFrom() {
        String news = Sample.about(
                        Sample.fact(Sample.id(20), "news", "kept", note, "moves", "{\"text\":\"Moves to Graz\"}"),
                        Sample.ANNA)
                .toString();
        String family = """
            [{"id":"%s","relation":"daughter","contact":{"id":"%s","displayName":"Mia"},"interactionId":"%s"}]\
            """.formatted(Sample.id(30), Sample.MIA, Sample.id(10));
        pages.contacts.on("GET", API + "/context", 200, context("[" + news + "]", family));
        pages.interactions.on("GET", "/api/v1/interactions", 200, Sample.list(note));

        String body = pages.get(PAGE).body();

        assertThat(body)
                .contains("Before you talk to Anna")
                .containsSubsequence(
                        "Latest news", "Moves to Graz", "href=\"/notes/" + Sample.id(10), "from your note of")
                .containsSubsequence("Family", "href=\"/people/" + Sample.MIA, "Daughter")
                .contains("class=\"entry\"");
        assertThat(pages.interactions.requests().getFirst().query()).contains("contactId=" + Sample.ANNA);
    }

    @Test
    void saysASentenceOnceHoweverMuchWasReadInIt() {
        ObjectNode moving = Sample.note(Sample.id(10), "Anna is moving to Graz in May. She likes plums.", "done");
        String sentence = "Anna is moving to Graz in May";
        List<ObjectNode> facts = List.of(
                told("location", moving, sentence, "{\"place\":\"Graz\",\"when\":\"planned\"}", 20),
                told("move", moving, sentence, "{\"text\":\"" + sentence + "\"}", 21),
                told("follow-up", moving, sentence, "{\"text\":\"" + sentence + "\",\"date\":\"2027-05\"}", 22),
                told("news", moving, sentence, "{\"text\":\"" + sentence + "\"}", 23),
                told("detail", moving, "likes plums", "{\"text\":\"likes plums\"}", 24));
        pages.contacts.on("GET", API + "/context", 200, context(facts.toString(), "[]"));

        String body = pages.get(PAGE).body();

        String brief = body.substring(body.indexOf("Before you talk to"), body.indexOf("Only from your own notes"));
        assertThat(brief).containsOnlyOnce(sentence).contains("likes plums").doesNotContain("2027");
        String listed = body.substring(body.indexOf("id=\"facts"));
        assertThat(listed).containsOnlyOnce("wrap-anywhere\">" + sentence).contains("likes plums");
    }

    private static ObjectNode told(String kind, ObjectNode note, String quote, String value, int number) {
        return Sample.about(Sample.fact(Sample.id(number), kind, "kept", note, quote, value), Sample.ANNA);
    }

    @Test
    void followsWhatIsDecidedOnItsNotes() {
        ObjectNode lived = Sample.about(
                Sample.fact(
                        Sample.id(20),
                        "location",
                        "kept",
                        note,
                        "Graz",
                        "{\"place\":\"Graz\",\"when\":\"past\",\"until\":\"2026-03\"}"),
                Sample.ANNA);
        pages.contacts.on("GET", API + "/context", 200, context("[" + lived + "]", "[]"));

        assertThat(pages.get(PAGE).body())
                .contains("hx-get=\"" + PAGE + "/about\" hx-trigger=\"notes-changed from:body")
                .contains("data-fix-note=\"note-" + Sample.id(10));
        assertThat(pages.fragment(PAGE + "/about").body())
                .doesNotContain("<html")
                .containsSubsequence("Lived in", "Graz, until March 2026", "from your note of")
                .contains("id=\"glances\" hx-swap-oob=\"innerHTML\"", "id=\"brief\" hx-swap-oob=\"innerHTML\"");
    }

    @Test
    void tellsAgeOnlyWhenTheYearIsKnown() {
        anna.putObject("birthday").put("month", 2).put("day", 29);
        pages.contacts.on("GET", API + "/context", 200, context("[]", "[]"));

        assertThat(pages.get(PAGE).body()).contains("29 February").doesNotContain("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,<b>x</b>",
                "vbscript:msgbox(1)",
                "//evil.test",
                "file:///etc/passwd",
                "https://a.test\nonclick=1"
            })
    void makesALinkOnlyOfARealWebAddress(String value) {
        anna.putArray("links").addObject().put("label", "bad").put("value", value);
        pages.contacts.on("GET", API + "/context", 200, context("[]", "[]"));

        assertThat(pages.get(PAGE).body()).contains("Link, bad").doesNotContain("rel=\"noopener");
    }

    /** The other page must not reach back to this one, nor learn its address. */
    @Test
    void leadsToAnotherSiteWithoutTellingWhereFrom() {
        anna.putArray("links").addObject().put("label", "blog").put("value", "https://anna.example.org/\"onclick=x");
        pages.contacts.on("GET", API + "/context", 200, context("[]", "[]"));

        assertThat(pages.get(PAGE).body())
                .contains("href=\"https://anna.example.org/&#34;onclick=x\" rel=\"noopener noreferrer\"");
    }

    @Test
    void isShownEvenWhileTheNotesCannotBeHad() {
        pages.interactions.down();

        assertThat(pages.get(PAGE).status()).isEqualTo(200);
    }

    @Test
    void followsAPersonWhoWasMergedIntoAnother() {
        pages.contacts.on(
                "GET",
                API + "/context",
                request -> new StubService.Answer(
                        308, "", Map.of("Location", "/api/v1/contacts/" + Sample.MIA + "/context")));

        Answer moved = pages.get(PAGE);

        assertThat(moved.status()).isEqualTo(308);
        assertThat(moved.header("Location")).isEqualTo("/people/" + Sample.MIA);
    }

    @Test
    void answersNotFoundForSomeoneElsesPerson() {
        assertThat(pages.get("/people/" + Sample.id(77)).status()).isEqualTo(404);
        assertThat(pages.get("/people/nobody").status()).isEqualTo(404);
    }

    @Nested
    class Form {

        @Test
        void showsWhatIsKnown() {
            anna.putArray("emails").addObject().put("label", "home").put("value", "anna@example.org");
            pages.contacts.on("GET", API, 200, anna.toString());

            assertThat(pages.get(PAGE + "/edit").body())
                    .contains("value=\"Petrova\"")
                    .contains("value=\"anna@example.org\"")
                    .contains("name=\"version\" value=\"3\"");
        }

        @Test
        void savesEverythingThatWasFilledIn() {
            pages.contacts.on("PATCH", API, 200, anna.toString());

            Answer saved = pages.post(
                    PAGE,
                    "version",
                    "3",
                    "firstName",
                    "Anna",
                    "lastName",
                    " ",
                    "birthdayDay",
                    "3",
                    "birthdayMonth",
                    "3",
                    "birthdayYear",
                    "",
                    "emailsLabel",
                    "home",
                    "emails",
                    "a@example.org",
                    "emailsLabel",
                    "",
                    "emails",
                    "",
                    "tags",
                    "friends, ,friends,vienna");

            assertThat(saved.header("Location")).isEqualTo(PAGE);
            var sent = pages.contacts.requests().getFirst();
            assertThat(sent.header("If-Match")).isEqualTo("\"3\"");
            assertThat(sent.body())
                    .contains("\"lastName\":null")
                    .contains("\"birthday\":{\"year\":null,\"month\":3,\"day\":3}")
                    .contains("\"emails\":[{\"label\":\"home\",\"value\":\"a@example.org\"}]")
                    .contains("\"tags\":[\"friends\",\"vienna\"]");
        }

        @Test
        void pointsAtTheFieldsThatNeedAnotherLook() {
            pages.contacts.on(
                    "POST",
                    "/api/v1/contacts",
                    422,
                    "{\"code\":\"validation-failed\",\"errors\":[{\"pointer\":\"/emails/0/value\",\"detail\":\"This"
                            + " address has no @.\"}]}");

            Answer wrong =
                    pages.postFragment("/people", "firstName", "Bo", "emailsLabel", "", "emails", "bo.example.org");

            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.body())
                    .doesNotContain("<html")
                    .contains("href=\"#emails-0\"")
                    .contains("This address has no @.")
                    .contains("value=\"bo.example.org\"");
        }

        @Test
        void findsMissingNamesAndImpossibleDaysWithoutAskingAnyone() {
            Answer wrong = pages.post("/people", "firstName", "", "birthdayDay", "30", "birthdayMonth", "2");

            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.body()).contains("2 things need another look", "Give at least one name.", "no such day");
            assertThat(pages.contacts.requests())
                    .noneMatch(request -> request.method().equals("POST"));
        }

        @Test
        void addsAPersonAndShowsThem() {
            pages.contacts.on("POST", "/api/v1/contacts", 201, anna.toString());

            assertThat(pages.post("/people", "firstName", "Anna").header("Location"))
                    .isEqualTo(PAGE);
            assertThat(pages.postFragment("/people", "firstName", "Anna").header("HX-Redirect"))
                    .isEqualTo(PAGE);
        }

        @Test
        void warnsWhenSomeoneElseWasFaster() {
            pages.contacts.on("PATCH", API, 412, "{\"code\":\"stale-version\"}");

            assertThat(pages.post(PAGE, "firstName", "Anna", "version", "2").body())
                    .contains("changed elsewhere meanwhile")
                    .doesNotContain("name=\"version\"");
        }
    }

    @Nested
    class Deleting {

        @Test
        void asksFirstAndCanBeUndone() {
            pages.contacts.on("DELETE", API, 204, "");
            pages.contacts.on("POST", API + "/restore", 200, anna.toString());

            assertThat(pages.get(PAGE + "/delete").body()).contains("Delete Anna Petrova?");
            assertThat(pages.post(PAGE + "/delete").header("Location")).isEqualTo("/people?deleted=" + Sample.ANNA);
            assertThat(pages.get("/people?deleted=" + Sample.ANNA).body()).contains(PAGE + "/restore");
            assertThat(pages.post(PAGE + "/restore").header("Location")).isEqualTo(PAGE);
        }
    }
}
