package org.memoro.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.StubService;
import org.memoro.web.RunningPages;
import org.memoro.web.RunningPages.Answer;
import org.memoro.web.Sample;
import tools.jackson.databind.node.ObjectNode;

class TodayPagesTests {

    private static final String DOWN_SENTENCE = "Nothing is lost, save again when you are ready.";

    private final ObjectNode anna = Sample.contact(Sample.ANNA, "Anna", "Petrova");
    private RunningPages pages;

    @BeforeEach
    void start() {
        pages = RunningPages.fresh();
    }

    @Nested
    class Showing {

        @Test
        void startsWithAnInvitationWhenNothingIsWritten() {
            Answer today = pages.get("/");

            assertThat(today.status()).isEqualTo(200);
            assertThat(today.body()).contains("Nothing written yet").contains("id=\"capture-text\"");
        }

        @Test
        void groupsNotesByDayNewestFirst() {
            ObjectNode old = Sample.note(Sample.id(11), "Older", "done")
                    .put("occurredOn", Sample.today().minusDays(1).toString());
            pages.interactions.on(
                    "GET", "/api/v1/interactions", 200, Sample.list(Sample.note(Sample.id(10), "Newer", "done"), old));

            String body = pages.get("/").body();

            assertThat(body).containsSubsequence(">Today</h3>", ">Newer<", "Yesterday <span>", ">Older<");
        }

        @Test
        void offersOlderNotesAsALinkThatHtmxFollowsInPlace() {
            pages.interactions.on(
                    "GET",
                    "/api/v1/interactions",
                    200,
                    Sample.page("c=&1", Sample.note(Sample.id(10), "Newer", "done")));

            String body = pages.get("/").body();

            assertThat(body).contains("href=\"/?cursor=c%3D%261&amp;after=" + Sample.today());
            assertThat(pages.fragment("/?cursor=c%3D%261&after=" + Sample.today())
                            .body())
                    .doesNotContain("<html")
                    .contains("Same day, continued");
            assertThat(pages.interactions.requests().getLast().query()).contains("cursor=c%3D%261");
        }

        @Test
        void neverLetsANoteOrANameBecomeMarkup() {
            ObjectNode evil =
                    Sample.contact(Sample.ANNA, "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>");
            ObjectNode note = Sample.with(
                    Sample.note(Sample.id(10), "</p><script>alert('note')</script> \"quoted\" & more", "done"), evil);
            pages.interactions.on("GET", "/api/v1/interactions", 200, Sample.list(note));
            pages.contacts.on("GET", "/api/v1/contacts", 200, Sample.list(evil.put("lastInteractionOn", "2026-01-01")));
            pages.contacts.on(
                    "GET",
                    "/api/v1/facts",
                    200,
                    Sample.list(Sample.fact(
                            Sample.id(20),
                            "news",
                            "suggested",
                            note,
                            "more",
                            "{\"text\":\"<b onclick=x>\\\"bad\\\"</b>\"}")));

            String body = pages.get("/").body();

            assertThat(body)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("<b onclick")
                    .contains("&lt;script&gt;alert('note')&lt;/script&gt;");
        }

        @Test
        void saysSoWhenNotesCannotBeHadAndStillOffersTheBox() {
            pages.interactions.down();

            Answer today = pages.get("/");

            assertThat(today.status()).isEqualTo(503);
            assertThat(today.body())
                    .contains("Your notes cannot be shown right now")
                    .contains("id=\"capture-text\"");
        }

        @Test
        void showsNotesEvenWhileNobodyCanSayWhatWasUnderstood() {
            pages.interactions.on(
                    "GET", "/api/v1/interactions", 200, Sample.list(Sample.note(Sample.id(10), "Still here", "done")));
            pages.contacts.down();

            Answer today = pages.get("/");

            assertThat(today.status()).isEqualTo(200);
            assertThat(today.body()).contains("Still here");
        }

        @Test
        void narrowsDownToTheNotesWithSomethingToConfirm() {
            ObjectNode note = Sample.note(Sample.id(10), "Anna moved", "done");
            ObjectNode fact = Sample.fact(Sample.id(20), "news", "suggested", note, "moved", "{\"text\":\"Moved\"}");
            pages.contacts.on("GET", "/api/v1/facts", 200, Sample.list(fact));
            pages.interactions.on("GET", "/api/v1/interactions/" + Sample.id(10), 200, note.toString());

            assertThat(pages.get("/?show=check").body()).contains("Anna").contains("Confirm: Moved");
        }

        @Test
        void offersToTakeADeletionBack() {
            assertThat(pages.get("/?deleted=" + Sample.id(10)).body())
                    .contains("Note deleted")
                    .contains("action=\"/notes/" + Sample.id(10) + "/restore\"");
        }
    }

    @Nested
    class Writing {

        @BeforeEach
        void accept() {
            pages.interactions.on(
                    "POST",
                    "/api/v1/interactions",
                    201,
                    Sample.note(Sample.id(30), "Saved words", "pending").toString());
        }

        @Test
        void savesWithoutScriptsAndGoesBackToTheTimeline() {
            Answer saved = pages.post("/notes", "_csrf", "x", "text", "Met Anna\r\nand Tom", "occurredOn", "");

            assertThat(saved.status()).isEqualTo(303);
            assertThat(saved.header("Location")).isEqualTo("/#note-" + Sample.id(30));
            assertThat(pages.interactions.requests().getLast().body()).isEqualTo("{\"notes\":\"Met Anna\\nand Tom\"}");
        }

        @Test
        void answersHtmxWithTheCardAlone() {
            Answer saved = pages.postFragment("/notes", "text", "Saved words");

            assertThat(saved.status()).isEqualTo(200);
            assertThat(saved.header("Vary")).contains("HX-Request");
            assertThat(saved.body())
                    .doesNotContain("<html")
                    .contains("data-state=\"understanding\"")
                    .contains("sse-swap=\"note-" + Sample.id(30) + "\"");
        }

        @Test
        void passesOnTheChosenDayAndPeople() {
            ObjectNode note = Sample.note(Sample.id(30), "x", "pending").put("occurredOn", "2020-01-02");
            pages.interactions.on("POST", "/api/v1/interactions", 201, note.toString());

            Answer saved =
                    pages.post("/notes", "text", "x", "occurredOn", "2020-01-02", "contactIds", Sample.ANNA.toString());

            assertThat(saved.header("Location")).isEqualTo("/notes/" + Sample.id(30));
            assertThat(pages.interactions.requests().getLast().body())
                    .contains("\"occurredOn\":\"2020-01-02\"")
                    .contains("\"contactIds\":[\"" + Sample.ANNA + "\"]");
        }

        @Test
        void keepsTheTypedTextWhenItCannotBeSaved() {
            pages.interactions.on(
                    "POST",
                    "/api/v1/interactions",
                    422,
                    "{\"code\":\"validation-failed\",\"errors\":[{\"pointer\":\"/notes\",\"detail\":\"Too long for us.\"}]}");

            Answer refused = pages.post("/notes", "text", "Every <word> of it");

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("Every &lt;word&gt; of it</textarea>")
                    .contains("Too long for us.");
        }

        @Test
        void keepsTheTypedTextWhenTheServiceIsDown() {
            pages.interactions.down();

            Answer refused = pages.post("/notes", "text", "Precious words");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("Precious words</textarea>").contains(DOWN_SENTENCE);
        }

        @Test
        void refusesAnEmptyNoteUnderTheBoxWithoutAskingAnyone() {
            Answer refused = pages.postFragment("/notes", "text", " \n ");

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.header("HX-Retarget")).isEqualTo("#capture-error");
            assertThat(refused.body()).contains("There is nothing to save yet");
            assertThat(pages.interactions.requests()).isEmpty();
        }

        @Test
        void refusesMoreThanTwentyThousandCharacters() {
            Answer refused = pages.post("/notes", "text", "é".repeat(20_001));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("longer than 20,000 characters");
            assertThat(pages.post("/notes", "text", "😀".repeat(10_000)).status())
                    .isEqualTo(303);
        }

        @Test
        void refusesADateThatIsNone() {
            assertThat(pages.post("/notes", "text", "x", "occurredOn", "2026-02-30")
                            .body())
                    .contains("“2026-02-30” is not a date.");
        }

        @Test
        void namesThePersonItIsGoingToBeAbout() {
            pages.contacts.on("GET", "/api/v1/contacts/" + Sample.ANNA, 200, anna.toString());

            assertThat(pages.get("/?with=" + Sample.ANNA).body())
                    .contains("Will go to")
                    .contains("name=\"contactIds\" value=\"" + Sample.ANNA + "\"");
        }
    }

    @Nested
    class Upcoming {

        @Test
        void collectsBirthdaysOfEveryoneFromAllPages() {
            ObjectNode tom = Sample.contact(Sample.TOM, "Tom", "Okafor");
            tom.putObject("birthday")
                    .put("month", tomorrow().getMonthValue())
                    .put("day", tomorrow().getDayOfMonth());
            pages.contacts.on(
                    "GET",
                    "/api/v1/contacts",
                    request -> new StubService.Answer(
                            200,
                            String.valueOf(request.query()).contains("cursor=next")
                                    ? Sample.list(tom)
                                    : Sample.page("next", anna)));

            assertThat(pages.fragment("/upcoming").body())
                    .contains("Tom</a> has a birthday")
                    .contains("tomorrow");
            assertThat(pages.get("/upcoming").body()).contains("<html").contains("Tom</a> has a birthday");
        }

        @Test
        void listsKeptPlansWithTheNoteTheyComeFrom() {
            ObjectNode note = Sample.note(Sample.id(10), "Ask about the move", "done");
            String value = "{\"text\":\"Ask about the move\",\"date\":\"" + tomorrow() + "\"}";
            pages.contacts.on(
                    "GET",
                    "/api/v1/facts",
                    200,
                    Sample.list(Sample.fact(Sample.id(20), "follow-up", "kept", note, "Ask", value)));

            assertThat(pages.fragment("/upcoming").body())
                    .contains("Ask about the move")
                    .contains("href=\"/notes/" + Sample.id(10));
        }

        private java.time.LocalDate tomorrow() {
            return Sample.today().plusDays(1);
        }
    }
}
