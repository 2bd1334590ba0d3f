package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attacks on sessions, against two replicas of the gateway on one database. */
@Tag("security")
class SessionSecurityTests {
    private RunningGateway first;
    private SecondGateway second;

    @BeforeEach
    void fresh() {
        first = RunningGateway.get();
        second = SecondGateway.beside(first);
        first.pages.on("GET", "/", 200, "{}");
    }

    private String session(Browser browser) {
        return browser.cookies.get(first.cookieName());
    }

    /** Through the provider, at the second gateway. */
    private HttpResponse<String> signIn(Browser browser) {
        URI back = first.provider.approve(URI.create(Browser.location(browser.get("/oauth2/authorization/test"))));
        return browser.get(back.getPath() + "?" + back.getRawQuery());
    }

    private static int asked(Browser browser) {
        return browser.get("/api/v1/account").statusCode();
    }

    /** Out, by API and by page. */
    private static void isOut(Browser browser) {
        assertThat(asked(browser)).isEqualTo(401);
        HttpResponse<String> page = browser.get("/");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(Browser.location(page)).isEqualTo("/sign-in");
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }

    // ---- fixation

    @Test
    void adoptsNoSessionIdThatABrowserBrings() {
        String planted = "A".repeat(22);
        Browser victim = first.browser();
        victim.cookies.put(first.cookieName(), planted);
        isOut(victim);
        first.signIn(victim);
        assertThat(session(victim)).isNotEqualTo(planted);
        Browser attacker = first.browser();
        attacker.cookies.put(first.cookieName(), planted);
        isOut(attacker);
    }

    @Test
    void endsTheSessionThatWasPlantedInABrowserWhichSignsIn() {
        first.provider.subject = "mallory-" + UUID.randomUUID();
        String mallorys = session(first.signedIn());
        first.provider.subject = "ada-" + UUID.randomUUID();
        Browser victim = first.browser();
        victim.cookies.put(first.cookieName(), mallorys);
        first.signIn(victim);
        assertThat(session(victim)).isNotEqualTo(mallorys);
        isOut(second.showing(mallorys));
        assertThat(asked(victim)).isEqualTo(200);
    }

    @Test
    void makesIdsOf128BitsThatAreNeverTheSame() {
        List<String> ids = java.util.stream.Stream.generate(() -> session(first.signedIn()))
                .limit(20)
                .toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .allMatch(id -> java.util.Base64.getUrlDecoder().decode(id).length == 16);
    }

    // ---- replicas

    @Test
    void knowsASessionThatAnotherReplicaMade() {
        Browser ada = first.signedIn();
        assertThat(second.showing(session(ada)).get("/api/v1/account").body())
                .isEqualTo(ada.get("/api/v1/account").body());
        Browser grace = second.browser();
        signIn(grace);
        Browser here = first.browser();
        here.cookies.put(first.cookieName(), grace.cookies.get(SecondGateway.COOKIE));
        assertThat(asked(here)).isEqualTo(200);
    }

    @Test
    void refusesAtOnceWhatAnotherReplicaEnded() {
        Browser ada = first.signedIn();
        Browser thief = second.showing(session(ada));
        assertThat(asked(thief)).isEqualTo(200);
        ada.post("/sign-out", "", "X-CSRF-Token", first.csrfToken(ada));
        isOut(thief);

        Browser laptop = first.signedIn();
        Browser phone = second.showing(session(first.signedIn()));
        assertThat(asked(phone)).isEqualTo(200);
        laptop.send("DELETE", "/api/v1/account/sessions", null, "X-CSRF-Token", first.csrfToken(laptop));
        isOut(phone);
    }

    @Test
    void refusesAtOnceATokenThatAnotherReplicaRevoked() {
        Browser ada = first.signedIn();
        String bearer = "Bearer " + first.token(ada, "{\"name\":\"script\"}");
        Browser script = second.browser();
        assertThat(script.get("/api/v1/account", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        String id = ada.get("/api/v1/account/tokens").body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        ada.send("DELETE", "/api/v1/account/tokens/" + id, null, "X-CSRF-Token", first.csrfToken(ada));
        assertThat(script.get("/api/v1/account", "Authorization", bearer).statusCode())
                .isEqualTo(401);
    }

    // ---- time

    @Test
    void endsASessionThatWasIdleForAWeek() {
        Browser ada = second.browser();
        signIn(ada);
        second.pass(Duration.ofDays(7).minusSeconds(5));
        Browser used = second.showing(ada.cookies.get(SecondGateway.COOKIE));
        assertThat(asked(used)).isEqualTo(200);
        second.pass(Duration.ofDays(7).minusSeconds(5));
        assertThat(asked(used)).isEqualTo(200);
        second.pass(Duration.ofDays(7));
        isOut(used);
    }

    @Test
    void endsASessionAfterAMonthHoweverMuchItWasUsed() {
        Browser ada = second.browser();
        signIn(ada);
        for (int day = 1; day < 30; day++) {
            second.pass(Duration.ofDays(1));
            assertThat(asked(ada)).as("day " + day).isEqualTo(200);
        }
        second.pass(Duration.ofDays(1));
        isOut(ada);
    }

    @Test
    void refusesATokenFromItsLastMomentOn() {
        Browser ada = first.signedIn();
        String bearer = "Bearer "
                + first.token(
                        ada,
                        "{\"name\":\"short\",\"expiresAt\":\""
                                + java.time.Instant.now().plus(Duration.ofHours(1)) + "\"}");
        Browser script = second.browser();
        second.pass(Duration.ofMinutes(59));
        assertThat(script.get("/api/v1/account", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        second.pass(Duration.ofMinutes(1));
        assertThat(script.get("/api/v1/account", "Authorization", bearer).statusCode())
                .isEqualTo(401);
    }

    // ---- cookies over https

    @Test
    void bindsTheCookieToThisHostAndToTls() {
        Browser ada = second.browser();
        String cookie = cookie(signIn(ada), SecondGateway.COOKIE);
        assertThat(cookie).contains("; Path=/;", "; Secure", "; HTTPOnly", "; SameSite=Lax", "; Max-Age=2592000");
        assertThat(cookie.toLowerCase(java.util.Locale.ROOT)).doesNotContain("domain");
        assertThat(ada.cookies).containsOnlyKeys(SecondGateway.COOKIE);
    }

    @Test
    void readsNoCookieThatAnotherHostCouldHaveSet() {
        Browser ada = second.browser();
        signIn(ada);
        String session = ada.cookies.get(SecondGateway.COOKIE);
        for (String name : List.of("memoro", "memoro-" + second.port, "__Secure-memoro", "__host-memoro")) {
            Browser other = second.browser();
            other.cookies.put(name, session);
            isOut(other);
        }
    }

    @Test
    void keepsASignInUnderWayInItsOwnShortLivedCookie() {
        Browser ada = second.browser();
        HttpResponse<String> start = ada.get("/oauth2/authorization/test");
        String cookie = cookie(start, SecondGateway.COOKIE + "-sign-in");
        assertThat(cookie).contains("; Path=/;", "; Max-Age=600", "; Secure", "; HTTPOnly", "; SameSite=Lax");
        String state = FakeProvider.form(URI.create(Browser.location(start)).getRawQuery())
                .get("state");
        assertThat(cookie).doesNotContain(state.replace("=", ""));
        URI back = first.provider.approve(URI.create(Browser.location(start)));
        second.pass(Duration.ofMinutes(11));
        assertThat(Browser.location(ada.get(back.getPath() + "?" + back.getRawQuery())))
                .isEqualTo("/sign-in?error=expired");
    }

    @Test
    void takesOneSealedCookieForNoOther() {
        Browser ada = second.browser();
        ada.get("/people");
        String wanted = ada.cookies.get(SecondGateway.COOKIE + "-wanted");
        assertThat(wanted).isNotNull();
        HttpResponse<String> start = ada.get("/oauth2/authorization/test");
        String underWay = ada.cookies.get(SecondGateway.COOKIE + "-sign-in");
        URI back = first.provider.approve(URI.create(Browser.location(start)));
        ada.cookies.put(SecondGateway.COOKIE + "-sign-in", wanted);
        assertThat(Browser.location(ada.get(back.getPath() + "?" + back.getRawQuery())))
                .isEqualTo("/sign-in?error=expired");
        isOut(second.showing(underWay));
        Browser elsewhere = second.browser();
        elsewhere.cookies.put(SecondGateway.COOKIE + "-wanted", underWay);
        assertThat(Browser.location(signIn(elsewhere))).isEqualTo("/");
    }

    // ---- the list of who may come in

    @Test
    void letsInOnlyWhoIsOnTheListAndKeepsOutWhoIsNoLonger() throws Exception {
        first.provider.email = "ada@elsewhere.example";
        Browser ada = first.signedIn(); // no list there
        String account = ada.get("/api/v1/account").body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        Browser again = second.browser();
        assertThat(Browser.location(signIn(again))).isEqualTo("/sign-in?error=not-allowed");
        assertThat(again.cookies).doesNotContainKey(SecondGateway.COOKIE);
        assertThat(ada.get("/api/v1/account/audit?limit=1").body())
                .contains("\"kind\":\"sign-in-refused\"", "\"detail\":[\"not-allowed\"]");
        assertThat(count("session WHERE user_id = '" + account + "'")).isEqualTo(1);

        long accounts = count("account");
        first.provider.subject = "stranger-" + UUID.randomUUID();
        assertThat(Browser.location(signIn(second.browser()))).isEqualTo("/sign-in?error=not-allowed");
        assertThat(count("account")).isEqualTo(accounts);

        first.provider.email = "stranger@example.com";
        assertThat(Browser.location(signIn(second.browser()))).isEqualTo("/");
    }

    private long count(String from) throws Exception {
        try (Connection connection = first.database.superuser();
                ResultSet rows = connection.createStatement().executeQuery("SELECT count(*) FROM account." + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
