package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Server-sent events through the gateway. */
class StreamTests {
    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void passesEventsOnAsTheyComeAndEndsThemWithTheSession() throws Exception {
        Browser ada = gateway.signedIn();
        String csrf = gateway.csrfToken(ada);
        HttpRequest request = HttpRequest.newBuilder(gateway.url().resolve("/api/v1/interactions/events"))
                .header("Cookie", gateway.cookieName() + "=" + ada.cookies.get(gateway.cookieName()))
                .header("Accept", "text/event-stream")
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<java.io.InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("id: 0");
            ada.post("/sign-out", "", "X-CSRF-Token", csrf);
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(gateway.stream.open)
                    .hasValue(0));
            String last = null;
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    last = line;
                }
            } catch (java.io.IOException e) {
                last = "broken off";
            }
            assertThat(last).isNotNull();
        }
    }
}
