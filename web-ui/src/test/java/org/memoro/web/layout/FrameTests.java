package org.memoro.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.memoro.web.RunningPages;
import org.memoro.web.RunningPages.Answer;
import org.memoro.web.Sample;

class FrameTests {

    private final RunningPages pages = RunningPages.fresh();

    @Test
    void needsATokenForEverythingButTheDoor() {
        assertThat(pages.anonymous("/").status()).isEqualTo(401);
        assertThat(pages.anonymous("/people").status()).isEqualTo(401);
        assertThat(pages.anonymous("/sign-in").status()).isEqualTo(200);
        assertThat(pages.anonymous("/favicon.svg").status()).isEqualTo(200);
    }

    @Test
    void servesItsFilesForEverUnderTheHashOfTheirContent() {
        String page = pages.anonymous("/sign-in").body();
        var css = Pattern.compile("/static/[0-9a-f]{12}/app\\.css").matcher(page);

        assertThat(css.find()).isTrue();
        Answer file = pages.anonymous(css.group());
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).contains("max-age=31536000").contains("immutable");
        assertThat(pages.anonymous("/static/000000000000/app.css").status()).isEqualTo(404);
    }

    @Test
    void saysOfEveryTextHowItsLettersAreWritten() {
        var files = Pattern.compile("/static/[0-9a-f]{12}/[a-z./-]+\\.(css|js)")
                .matcher(pages.anonymous("/sign-in").body())
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(files).hasSizeGreaterThanOrEqualTo(4);
        assertThat(files).allSatisfy(file -> assertThat(pages.anonymous(file).header("Content-Type"))
                .endsWithIgnoringCase("charset=utf-8"));
        assertThat(pages.anonymous("/favicon.svg").header("Content-Type"))
                .isEqualToIgnoringCase("image/svg+xml;charset=UTF-8");
        assertThat(pages.get("/").header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(pages.get("/nowhere").header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    }

    @Test
    void allowsNoInlineScriptOrStyleAndHasNone() {
        Answer page = pages.get("/");

        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .contains("style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("style=\"")
                .doesNotContain("onclick=")
                .doesNotContain("<style");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void letsHtmxRunNothingThatAnAnswerBringsAndKeepNoPage() {
        assertThat(pages.get("/").body())
                .contains("\"allowEval\":false", "\"allowScriptTags\":false", "\"selfRequestsOnly\":true")
                .contains("\"historyCacheSize\":0")
                .contains("<body hx-history=\"false\"")
                .doesNotContain("hx-on");
    }

    @Test
    void hasTheWayOutOnEveryPage() {
        assertThat(pages.get("/people").body())
                .containsSubsequence("<form method=\"post\" action=\"/sign-out\">", "csrf-of-the-session", "Sign out");
    }

    @Test
    void sendsTheCsrfTokenWithEveryRequestOfHtmx() {
        assertThat(pages.get("/").body())
                .contains("hx-headers=\"{&quot;X-CSRF-Token&quot;:&quot;csrf-of-the-session&quot;}\"");
    }

    @Test
    void showsWhatWaitsForALookAndWhoWasMetLately() {
        var note = Sample.note(Sample.id(10), "x", "done");
        pages.contacts.on(
                "GET",
                "/api/v1/facts",
                200,
                Sample.list(
                        Sample.fact(Sample.id(20), "news", "suggested", note, "x", "{}"),
                        Sample.fact(Sample.id(21), "news", "suggested", note, "x", "{}")));
        pages.contacts.on(
                "GET",
                "/api/v1/contacts",
                200,
                Sample.list(Sample.contact(Sample.ANNA, "Anna", "Petrova").put("lastInteractionOn", "2026-01-01")));

        assertThat(pages.get("/settings").body())
                .contains("1<span class=\"sr-only\"> note to check")
                .containsSubsequence("Spoken to lately", "Anna Petrova");
        assertThat(pages.fragment("/to-check").body()).contains("1<span");
    }

    @Test
    void isShownWithoutItsSidebarWhenThatCannotBeFilled() {
        pages.contacts.down();

        assertThat(pages.get("/settings").status()).isEqualTo(200);
    }

    @Test
    void answersUnknownAddressesWithAPageThatTellsTheRequest() {
        Answer missing = pages.get("/nowhere");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).contains("This page is not here").contains(missing.header("X-Request-Id"));
    }

    @Test
    void offersPeopleAndPlacesInThePalette() {
        pages.contacts.on("GET", "/api/v1/contacts", 200, Sample.list(Sample.contact(Sample.ANNA, "Anna", "P")));

        assertThat(pages.fragment("/palette?q=an").body())
                .contains("href=\"/people/" + Sample.ANNA)
                .contains("href=\"/ask?q=an\"");
        pages.contacts.down();
        assertThat(pages.fragment("/palette?q=set").body()).contains("href=\"/settings\"");
    }
}
