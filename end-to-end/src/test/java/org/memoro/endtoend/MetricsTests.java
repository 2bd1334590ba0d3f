package org.memoro.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What Prometheus reads after somebody has written a note and looked for it. */
class MetricsTests extends LocalUserTests {
    /** Gauges of queues are taken every 15 s. */
    private static final Duration SAMPLED = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void showsEveryMetricThatDashboardsAndAlertsMayName(ManagementPorts ports) throws IOException {
        signIn();
        page.locator("#capture-text").fill("Met Barnaby Thistle in Oslo; he keeps bees now.");
        page.locator("#capture button[type=submit]").click();
        assertThat(page.locator("article.note")
                        .filter(new Locator.FilterOptions().setHasText("Barnaby"))
                        .first()
                        .locator(".facts"))
                .containsText("Oslo", new LocatorAssertions.ContainsTextOptions().setTimeout(UNDERSTOOD));
        page.navigate(memoro.url() + "/ask?q=bees");
        assertThat(page.locator(".result").first()).isVisible();

        Map<String, List<String>> expected = MetricNames.expected();
        await().atMost(SAMPLED)
                .untilAsserted(() -> assertThat(missing(ports, expected)).isEmpty());
        assertThat(expected).hasSize(MetricNames.SERVICES.size());
    }

    @Test
    void namesNobody(ManagementPorts ports) {
        signIn();
        for (int port : ports.ofServices().values()) {
            assertThat(metrics(port))
                    .doesNotContain("you@memoro.local", "user_id", "?q=")
                    .doesNotContainPattern("uri=\"[^\"]*[0-9a-f]{8}-[0-9a-f]{4}-");
        }
    }

    private Map<String, List<String>> missing(ManagementPorts ports, Map<String, List<String>> expected) {
        Map<String, List<String>> missing = new TreeMap<>();
        expected.forEach((service, names) -> {
            String shown = "\n" + metrics(ports.ofServices().get(service));
            List<String> absent = names.stream()
                    .filter(name -> !shown.contains("\n" + name + " ") && !shown.contains("\n" + name + "{"))
                    .toList();
            if (!absent.isEmpty()) {
                missing.put(service, absent);
            }
        });
        return missing;
    }

    private String metrics(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException("nothing answers on port " + port, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
