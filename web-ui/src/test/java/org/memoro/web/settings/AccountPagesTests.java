package org.memoro.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.web.RunningPages.ACCOUNT_PATH;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.RecordedRequest;
import org.memoro.testkit.StubService;
import org.memoro.web.RunningPages;
import org.memoro.web.RunningPages.Answer;
import org.memoro.web.Sample;

class AccountPagesTests {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1";
    private static final String HOSTILE =
            "<img src=x onerror=alert(1)>\" hx-get=\"/evil\" hx-trigger=\"load\" ${1234*5678} @template.x() {{1234*5678}}";

    private final RunningPages pages = RunningPages.fresh();

    @Test
    void showWhoIsSignedInAndTheWayOut() {
        assertThat(pages.get("/settings").body())
                .contains("Nora Whitfield")
                .contains("nora@example.org")
                .contains("action=\"/sign-out\"")
                .contains("action=\"/sign-out/everywhere\"")
                .contains("name=\"_csrf\" value=\"csrf-of-the-session\"");
    }

    @Test
    void leadWhoeverTypedTheWrongWordBackToTheQuestion() {
        Answer wrong = pages.get("/settings?unconfirmed");

        assertThat(wrong.status()).isEqualTo(303);
        assertThat(wrong.header("Location")).isEqualTo("/settings/delete?unconfirmed");
    }

    @Nested
    class TheTimeZone {

        @Test
        void isChosenAmongTownsByRegion() {
            assertThat(pages.get("/settings").body())
                    .contains("<optgroup label=\"Europe\">")
                    .containsPattern("<option value=\"Europe/Vienna\">Vienna, \\d\\d:\\d\\d</option>")
                    .containsPattern("<option value=\"UTC\" selected>");
        }

        @Test
        void isSavedByAPlainForm() {
            pages.account.on("PATCH", ACCOUNT_PATH, 200, Sample.account("Europe/Vienna", "on"));

            Answer saved = pages.post("/settings/time-zone", "timeZone", "Europe/Vienna");

            assertThat(saved.status()).isEqualTo(303);
            assertThat(saved.header("Location")).isEqualTo("/settings?done=ZONE");
            assertThat(last("PATCH").body()).isEqualTo("{\"timeZone\":\"Europe/Vienna\"}");
            assertThat(pages.get("/settings?done=ZONE").body()).contains("Time zone saved");
        }

        @Test
        void isWhatTheTimesOnThePageAreSeenFromAsSoonAsItIsSaved() {
            pages.account.on("PATCH", ACCOUNT_PATH, 200, Sample.account("Asia/Tokyo", "on"));
            pages.account.on(
                    "GET", ACCOUNT_PATH + "/audit", 200, Sample.list(Sample.audit(Sample.id(1), "signed-in", FIREFOX)));

            Answer saved = pages.postFragment("/settings/time-zone", "timeZone", "Asia/Tokyo");

            assertThat(saved.status()).isEqualTo(200);
            assertThat(saved.body())
                    .contains("4 Jan, 18:15")
                    .containsPattern("<option value=\"Asia/Tokyo\" selected>")
                    .contains("Time zone saved")
                    .doesNotContain("<html");
        }

        @Test
        void isRefusedAtItsFieldWithTheSentenceOfTheGateway() {
            pages.account.on(
                    "PATCH",
                    ACCOUNT_PATH,
                    422,
                    "{\"status\":422,\"code\":\"validation-failed\",\"errors\":[{\"pointer\":\"/timeZone\","
                            + "\"detail\":\"must be an IANA time zone, such as Europe/Vienna.\"}]}");

            Answer refused = pages.post("/settings/time-zone", "timeZone", "Mars/Olympus");

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body())
                    .containsSubsequence("aria-invalid=\"true\"", "time-zone-err", "must be an IANA time zone")
                    .contains("Nora Whitfield");
        }

        @Test
        void saysSoWhenItCannotBeSavedAndKeepsThePage() {
            pages.account.down();

            Answer down = pages.post("/settings/time-zone", "timeZone", "Europe/Vienna");

            assertThat(down.status()).isEqualTo(503);
            assertThat(down.body())
                    .contains("This could not be saved right now")
                    .contains("Nora Whitfield");
        }
    }

    @Nested
    class Sessions {

        @Test
        void areListedWithThisBrowserFirstAndAButtonForEachOther() {
            pages.account.on(
                    "GET",
                    ACCOUNT_PATH + "/sessions",
                    200,
                    Sample.list(
                            Sample.session(Sample.id(1), false, IPHONE), Sample.session(Sample.id(2), true, FIREFOX)));

            assertThat(pages.get("/settings").body())
                    .containsSubsequence(
                            "Firefox on Linux", "this browser", "Safari on iPhone", "Last seen 3 Jan, 11:30")
                    .contains("action=\"/settings/sessions/" + Sample.id(1) + "/end\"")
                    .doesNotContain("/settings/sessions/" + Sample.id(2));
        }

        @Test
        void areAllListedHoweverManyThereAre() {
            pages.account.on(
                    "GET",
                    ACCOUNT_PATH + "/sessions",
                    asked -> new StubService.Answer(
                            200,
                            String.valueOf(asked.query()).contains("cursor=two")
                                    ? Sample.list(Sample.session(Sample.id(2), false, IPHONE))
                                    : Sample.page("two", Sample.session(Sample.id(1), true, FIREFOX))));

            assertThat(pages.get("/settings").body()).contains("Firefox on Linux", "Safari on iPhone");
        }

        @Test
        void endByAPlainForm() {
            pages.account.on("DELETE", ACCOUNT_PATH + "/sessions/" + Sample.id(1), 204, "");

            Answer ended = pages.post("/settings/sessions/" + Sample.id(1) + "/end");

            assertThat(ended.header("Location")).isEqualTo("/settings?done=SESSION");
            assertThat(last("DELETE").path()).endsWith("/sessions/" + Sample.id(1));
        }

        @Test
        void endInPlaceAndEvenWhenTheyHaveEndedMeanwhile() {
            Answer ended = pages.postFragment("/settings/sessions/" + Sample.id(1) + "/end");

            assertThat(ended.status()).isEqualTo(200);
            assertThat(ended.body())
                    .contains("Signed out there")
                    .contains("id=\"sess-h\"")
                    .doesNotContain("<html");
        }
    }

    @Nested
    class WhatHappened {

        @Test
        void isToldInSentencesNewestFirst() {
            audit(
                    Sample.audit(Sample.id(1), "settings-changed", FIREFOX, "timeZone"),
                    Sample.audit(Sample.id(2), "sign-in-refused", IPHONE, "not-allowed"),
                    Sample.audit(Sample.id(3), "token-issued", FIREFOX, "read", "write"));

            assertThat(pages.get("/settings").body())
                    .containsSubsequence(
                            "Settings were changed: time zone",
                            "Firefox on Linux",
                            "4 Jan, 09:15",
                            "A sign-in was refused: the address is not allowed here",
                            "An API token was made: reads, writes");
        }

        @Test
        void isShownEvenWhenItsKindIsNotKnownHere() {
            audit(
                    Sample.audit(Sample.id(1), "moon-landing-planned", FIREFOX, "with-<b>x"),
                    Sample.object("{\"at\":\"2026-01-04T09:15:00Z\"}"));

            assertThat(pages.get("/settings").body())
                    .contains("Moon landing planned: with &lt;b&gt;x")
                    .contains("Something happened");
        }

        @Test
        void goesOnPageByPage() {
            pages.account.on(
                    "GET",
                    ACCOUNT_PATH + "/audit",
                    asked -> new StubService.Answer(
                            200,
                            String.valueOf(asked.query()).contains("cursor=older%26x")
                                    ? Sample.list(Sample.audit(Sample.id(2), "signed-out", FIREFOX))
                                    : Sample.page("older&x", Sample.audit(Sample.id(1), "signed-in", FIREFOX))));

            assertThat(pages.get("/settings").body())
                    .contains("You signed in")
                    .contains("href=\"/settings?cursor=older%26x#activity\"");
            assertThat(pages.get("/settings?cursor=older%26x").body())
                    .contains("You signed out")
                    .contains("Newest");
            assertThat(pages.fragment("/settings?cursor=older%26x").body())
                    .contains("You signed out")
                    .doesNotContain("activity-more")
                    .doesNotContain("<html");
        }
    }

    @Test
    void showTextOfStrangersAsTextOnly() {
        pages.account.on(
                "GET",
                ACCOUNT_PATH + "/sessions",
                200,
                Sample.list(
                        Sample.session(Sample.id(1), false, "Firefox/1 " + HOSTILE),
                        Sample.session(Sample.id(2), false, HOSTILE + "/1")));
        audit(Sample.audit(Sample.id(1), HOSTILE, HOSTILE, HOSTILE));

        String page = pages.get("/settings").body();

        assertThat(page)
                .doesNotContain("<img")
                .doesNotContain("hx-get=\"/evil\"")
                .contains("&lt;img")
                .contains("${1234*5678}")
                .doesNotContain("7006652");
    }

    @Test
    void saysWhatCannotBeShownAndShowsTheRest() {
        pages.account.down();

        Answer page = pages.get("/settings");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Nora Whitfield")
                .contains("Your browsers cannot be listed right now.")
                .contains("What happened with your account cannot be read right now.");
    }

    private void audit(tools.jackson.databind.node.ObjectNode... entries) {
        pages.account.on("GET", ACCOUNT_PATH + "/audit", 200, Sample.list(entries));
    }

    private RecordedRequest last(String method) {
        List<RecordedRequest> asked = pages.account.requests().stream()
                .filter(request -> request.method().equals(method))
                .toList();
        return asked.getLast();
    }
}
