package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Seeing and ending one's own sessions. */
@Tag("security")
class SessionApiTests {
    private static final String SESSIONS = "/api/v1/account/sessions";

    private RunningGateway gateway;
    private Browser laptop;
    private Browser phone;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        laptop = gateway.signedIn();
        phone = gateway.signedIn();
    }

    private HttpResponse<String> delete(Browser browser, String path) {
        return browser.send("DELETE", path, null, "X-CSRF-Token", gateway.csrfToken(browser));
    }

    private static List<String> ids(String list) {
        return Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(list)
                .results()
                .map(hit -> hit.group(1))
                .toList();
    }

    private static String current(Browser browser) {
        MatchResult hit = Pattern.compile("\"id\":\"([^\"]+)\",\"current\":true")
                .matcher(browser.get(SESSIONS).body())
                .results()
                .findFirst()
                .orElseThrow();
        return hit.group(1);
    }

    private static boolean isIn(Browser browser) {
        return browser.get("/api/v1/account").statusCode() == 200;
    }

    @Test
    void showsWhereIAmSignedInAndWhichOneThisIs() {
        String list = laptop.get(SESSIONS).body();
        assertThat(ids(list)).hasSize(2);
        assertThat(list)
                .containsPattern("\"userAgent\":\"Java-http-client[^\"]*\",\"createdAt\":\"[^\"]+Z\","
                        + "\"lastSeenAt\":\"[^\"]+Z\",\"expiresAt\":\"[^\"]+Z\"")
                .contains("\"nextCursor\":null")
                .doesNotContain("hash", laptop.cookies.get(gateway.cookieName()));
        assertThat(list.split("\"current\":true", -1)).hasSize(2);
        assertThat(current(laptop)).isNotEqualTo(current(phone));
    }

    @Test
    void showsSessionsPageByPage() {
        String first = laptop.get(SESSIONS + "?limit=1").body();
        String cursor = first.replaceFirst("(?s).*\"nextCursor\":\"([^\"]+)\".*", "$1");
        String second = laptop.get(SESSIONS + "?limit=1&cursor=" + cursor).body();
        assertThat(ids(first)).hasSize(1).isNotEqualTo(ids(second));
        assertThat(second).contains("\"nextCursor\":null");
    }

    @Test
    void endsAnotherBrowsersSessionAtOnce() {
        HttpResponse<String> answer = delete(laptop, SESSIONS + "/" + current(phone));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(isIn(phone)).isFalse();
        assertThat(isIn(laptop)).isTrue();
        assertThat(ids(laptop.get(SESSIONS).body())).hasSize(1);
    }

    @Test
    void takesTheCookieWhenIEndMyOwnSession() {
        HttpResponse<String> answer = delete(laptop, SESSIONS + "/" + current(laptop));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(laptop.cookies).isEmpty();
        assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
    }

    @Test
    void answersSomebodyElsesSessionAsOneThatIsNotThere() {
        String mine = current(laptop);
        gateway.provider.subject = "grace-" + UUID.randomUUID();
        Browser grace = gateway.signedIn();
        HttpResponse<String> foreign = delete(grace, SESSIONS + "/" + mine);
        HttpResponse<String> unknown = delete(grace, SESSIONS + "/" + UUID.randomUUID());
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(withoutRequestId(foreign)).isEqualTo(withoutRequestId(unknown));
        assertThat(isIn(laptop)).isTrue();
        assertThat(ids(grace.get(SESSIONS).body())).hasSize(1).doesNotContain(mine);
    }

    private static String withoutRequestId(HttpResponse<String> answer) {
        return answer.body().replaceFirst("\"requestId\":\"[^\"]+\"", "");
    }

    @Test
    void signsOutEverywhereByApi() {
        HttpResponse<String> answer = delete(laptop, SESSIONS);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
        assertThat(laptop.cookies).isEmpty();
        assertThat(isIn(phone)).isFalse();
    }

    @Test
    void signsOutEverywhereByFormWithoutJavaScript() {
        HttpResponse<String> answer = laptop.post(
                "/sign-out/everywhere",
                "_csrf=" + gateway.csrfToken(laptop),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                gateway.url().toString());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer)).isEqualTo("/sign-in");
        assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
        assertThat(laptop.cookies).isEmpty();
        assertThat(isIn(phone)).isFalse();
    }

    @Test
    void signsNobodyOutWithoutOurOwnPagesToken() {
        assertThat(laptop.post("/sign-out/everywhere", "", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(403);
        assertThat(laptop.send("DELETE", SESSIONS, null).statusCode()).isEqualTo(403);
        assertThat(isIn(phone)).isTrue();
    }

    @Test
    void leadsHtmxToTheSignInPage() {
        HttpResponse<String> answer = laptop.post(
                "/sign-out/everywhere", "", "HX-Request", "true", "X-CSRF-Token", gateway.csrfToken(laptop));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
    }

    @Test
    void letsAScriptSignBrowsersOutAndKeepsItsToken() {
        String bearer = "Bearer " + gateway.token(laptop, "{\"name\":\"script\"}");
        Browser script = gateway.browser();
        assertThat(script.get(SESSIONS, "Authorization", bearer).body()).doesNotContain("\"current\":true");
        HttpResponse<String> answer = script.send("DELETE", SESSIONS, null, "Authorization", bearer);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Clear-Site-Data")).isEmpty();
        assertThat(isIn(laptop)).isFalse();
        assertThat(script.get("/api/v1/account", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        assertThat(script.get("/api/v1/account/audit?limit=1", "Authorization", bearer)
                        .body())
                .contains("signed-out-everywhere", "tokenId");
    }

    @Test
    void needsTheScopeToWriteToEndASession() {
        String bearer = "Bearer " + gateway.token(laptop, "{\"name\":\"reader\",\"scopes\":[\"read\"]}");
        Browser script = gateway.browser();
        assertThat(script.get(SESSIONS, "Authorization", bearer).statusCode()).isEqualTo(200);
        assertThat(script.send("DELETE", SESSIONS, null, "Authorization", bearer)
                        .statusCode())
                .isEqualTo(403);
        assertThat(script.send("DELETE", SESSIONS + "/" + current(phone), null, "Authorization", bearer)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void standsInTheDescription() {
        assertThat(gateway.browser().get("/api/v1/openapi.json").body())
                .contains("\"" + SESSIONS + "\"", "\"" + SESSIONS + "/{id}\"", "\"/api/v1/account/audit\"")
                .doesNotContain("sign-out");
    }
}
