package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.events.AccountDeleted;
import org.memoro.testkit.AccountFootprint;
import org.memoro.testkit.TestEvents;

/** Deleting an account at the door. */
@Tag("security")
class LeavingTests {
    private static final String ACCOUNT = "/api/v1/account";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TestEvents events = TestEvents.onSharedKafka();

    private final RunningGateway gateway = RunningGateway.get();

    @AfterAll
    static void stop() {
        events.close();
    }

    @Test
    void deletesEveryRowAndTellsTheOthersOnce() {
        Browser ada = gateway.signedIn();
        UUID account = accountOf(ada);
        gateway.token(ada, "{\"name\":\"script\"}");

        HttpResponse<String> answer = delete(ada);

        assertThat(answer.statusCode()).isEqualTo(202);
        await().atMost(SOON).untilAsserted(() -> assertThat(events.heard(AccountDeleted.class, account))
                .hasSize(1));
        await().atMost(SOON).untilAsserted(() -> assertThat(footprint(account)).isEmpty());
        assertThat(AccountFootprint.unguarded(gateway.database, "account")).isEmpty();
    }

    @Test
    void takesTheCookieAndWhatTheBrowserKept() {
        Browser ada = gateway.signedIn();

        HttpResponse<String> answer = delete(ada);

        assertThat(ada.cookies).doesNotContainKey(gateway.cookieName());
        assertThat(answer.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"storage\"");
    }

    @Test
    void refusesEverySessionAndTokenFromThenOn() {
        Browser ada = gateway.signedIn();
        String token = gateway.token(ada, "{\"name\":\"script\"}");
        Browser elsewhere = gateway.signedIn();
        Map<String, String> stolen = Map.copyOf(ada.cookies);

        delete(ada);

        Browser thief = gateway.browser();
        thief.cookies.putAll(stolen);
        assertThat(thief.get(ACCOUNT).statusCode()).isEqualTo(401);
        assertThat(elsewhere.get(ACCOUNT).statusCode()).isEqualTo(401);
        assertThat(gateway.browser()
                        .get(ACCOUNT, "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void makesANewAccountWhenTheSamePersonComesBack() {
        Browser ada = gateway.signedIn();
        UUID before = accountOf(ada);
        delete(ada);

        Browser again = gateway.signedIn();

        assertThat(accountOf(again)).isNotEqualTo(before);
        assertThat(again.get(ACCOUNT + "/tokens").body()).contains("\"items\":[]");
    }

    @Test
    void takesATokenThatMayWriteAndNoOther() {
        Browser ada = gateway.signedIn();
        String reads = gateway.token(ada, "{\"name\":\"reads\",\"scopes\":[\"read\"]}");
        String writes = gateway.token(ada, "{\"name\":\"writes\"}");

        assertThat(byToken(reads).statusCode()).isEqualTo(403);
        assertThat(ada.get(ACCOUNT).statusCode()).isEqualTo(200);
        assertThat(byToken(writes).statusCode()).isEqualTo(202);
        assertThat(ada.get(ACCOUNT).statusCode()).isEqualTo(401);
    }

    @Test
    void leavesAnotherAccountAsItWas() {
        Browser ada = gateway.signedIn();
        gateway.provider.subject = "another-" + UUID.randomUUID();
        Browser eva = gateway.signedIn();
        UUID evas = accountOf(eva);
        Map<String, String> before = footprint(evas);

        delete(ada);

        assertThat(footprint(evas)).isEqualTo(before);
        assertThat(eva.get(ACCOUNT).statusCode()).isEqualTo(200);
    }

    @Test
    void asksForTheWordInTheForm() {
        Browser ada = gateway.signedIn();
        String csrf = gateway.csrfToken(ada);

        HttpResponse<String> unsure =
                ada.post("/account/delete", "_csrf=" + csrf + "&confirm=yes", "Content-Type", FORM);
        assertThat(unsure.statusCode()).as(unsure.body()).isEqualTo(303);
        assertThat(Browser.location(unsure)).isEqualTo("/settings?unconfirmed");
        assertThat(ada.get(ACCOUNT).statusCode()).isEqualTo(200);

        HttpResponse<String> sure =
                ada.post("/account/delete", "_csrf=" + csrf + "&confirm=+Delete+", "Content-Type", FORM);
        assertThat(sure.statusCode()).isEqualTo(303);
        assertThat(Browser.location(sure)).isEqualTo("/sign-in?left");
        assertThat(ada.cookies).doesNotContainKey(gateway.cookieName());
    }

    @Test
    void refusesAFormThatNoPageOfOursSent() {
        Browser ada = gateway.signedIn();

        assertThat(ada.post("/account/delete", "confirm=delete", "Content-Type", FORM)
                        .statusCode())
                .isEqualTo(403);
        assertThat(ada.get(ACCOUNT).statusCode()).isEqualTo(200);
    }

    @Test
    void endsTheEventStreamsOfTheAccount() throws Exception {
        Browser ada = gateway.signedIn();
        int others = gateway.stream.open.get();
        HttpRequest request = HttpRequest.newBuilder(gateway.url().resolve("/api/v1/interactions/events"))
                .header("Cookie", gateway.cookieName() + "=" + ada.cookies.get(gateway.cookieName()))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<java.io.InputStream> stream = http.send(request, BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);

            delete(ada);

            await().atMost(Duration.ofSeconds(20)).until(() -> gateway.stream.open.get() <= others);
            stream.body().close();
        }
    }

    private HttpResponse<String> delete(Browser browser) {
        return browser.send("DELETE", ACCOUNT, null, "X-CSRF-Token", gateway.csrfToken(browser));
    }

    private HttpResponse<String> byToken(String token) {
        return new Browser(URI.create("http://localhost:" + gateway.port))
                .send("DELETE", ACCOUNT, null, "Authorization", "Bearer " + token);
    }

    private static UUID accountOf(Browser browser) {
        return UUID.fromString(browser.get(ACCOUNT).body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1"));
    }

    private Map<String, String> footprint(UUID account) {
        return AccountFootprint.of(gateway.database, "account", account);
    }
}
