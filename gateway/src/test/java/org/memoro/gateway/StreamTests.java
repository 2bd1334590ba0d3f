package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Server-sent events through the gateway. */
@Tag("security")
class StreamTests {
    /** They end within a second; a machine that is busy may take longer. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final RunningGateway gateway = RunningGateway.get();
    private final HttpClient http = HttpClient.newHttpClient();
    private Browser ada;
    private String csrf;

    @BeforeEach
    void signIn() {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(gateway.stream.open)
                .hasValue(0));
        ada = gateway.signedIn();
        csrf = gateway.csrfToken(ada);
    }

    private BufferedReader listen(String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway.url().resolve("/api/v1/interactions/events"))
                .header(header, value)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private BufferedReader listenAsBrowser(Browser browser) throws Exception {
        return listen("Cookie", gateway.cookieName() + "=" + browser.cookies.get(gateway.cookieName()));
    }

    private void staysOpen(int streams) {
        assertThat(gateway.stream.open).hasValue(streams);
    }

    private void ends(int left) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> staysOpen(left));
    }

    private static void isAtItsEnd(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // what came before the end
            }
        } catch (IOException e) {
            // broken off: an end as well
        }
    }

    @Test
    void passesEventsOnAsTheyComeAndEndsThemWithTheSession() throws Exception {
        try (BufferedReader lines = listenAsBrowser(ada)) {
            assertThat(lines.readLine()).isEqualTo("id: 0");
            ada.post("/sign-out", "", "X-CSRF-Token", csrf);
            ends(0);
            isAtItsEnd(lines);
        }
    }

    @Test
    void endsThemWithTheTokenAndLeavesOthersAlone() throws Exception {
        String bearer = "Bearer " + gateway.token(ada, "{\"name\":\"listener\"}");
        String id = ada.get("/api/v1/account/tokens").body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        gateway.provider.subject = "grace";
        try (BufferedReader script = listen("Authorization", bearer);
                BufferedReader browser = listenAsBrowser(ada);
                BufferedReader grace = listenAsBrowser(gateway.signedIn())) {
            assertThat(script.readLine()).isEqualTo("id: 0");
            assertThat(browser.readLine()).isEqualTo("id: 0");
            assertThat(grace.readLine()).isEqualTo("id: 0");
            ada.send("DELETE", "/api/v1/account/tokens/" + id, null, "X-CSRF-Token", csrf);
            ends(2);
            isAtItsEnd(script);
            Thread.sleep(2_500); // longer than the watch takes
            staysOpen(2);
        }
    }
}
