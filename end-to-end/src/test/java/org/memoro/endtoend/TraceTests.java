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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a collector of traces is told about one note, and what it is not told. */
class TraceTests extends LocalUserTests {
    private static final Duration EXPORTED = Duration.ofSeconds(60);
    private static final String PERSON = "Quillon Featherby";
    private static final String PLACE = "Tromso";
    private static final String NOTE = PERSON + " moved to " + PLACE + " and keeps a vermilion canary.";

    @Test
    void showsOneNoteFromTheBrowserToTheIndexAsOneTrace(OtlpReceiver collector) throws IOException {
        signIn();
        page.locator("#capture-text").fill(NOTE);
        page.locator("#capture button[type=submit]").click();
        Locator note = page.locator("article.note")
                .filter(new Locator.FilterOptions().setHasText("vermilion"))
                .first();
        assertThat(note.locator(".facts"))
                .containsText(PLACE, new LocatorAssertions.ContainsTextOptions().setTimeout(UNDERSTOOD));

        Trace trace =
                await().atMost(EXPORTED).until(() -> ofTheNote(collector), found -> found != null && found.isWhole());

        Files.writeString(Path.of("target", "trace.txt"), trace.tree());
        String toTheWorker =
                "embedding-worker interaction.events process < interaction-service interaction.events publish"
                        + " < interaction-service http post /api/v1/interactions < web-ui http post"
                        + " < web-ui http post /notes < gateway HTTP POST < gateway http post";
        assertThat(trace.wayTo("embedding-worker", "in-jvm extraction"))
                .startsWith("embedding-worker in-jvm extraction < embedding-worker interaction.events process");
        assertThat(trace.wayTo("embedding-worker", "interaction.events process"))
                .startsWith(toTheWorker);
        for (String reader : List.of("contact-service", "search-service", "interaction-service")) {
            assertThat(trace.wayTo(reader, "enrichment.events process"))
                    .startsWith(reader + " enrichment.events process < embedding-worker enrichment.events publish < "
                            + toTheWorker);
        }
    }

    @Test
    void tellsNothingOfWhatAPersonWroteOrAskedFor(OtlpReceiver collector) {
        signIn();
        page.navigate(memoro.url() + "/ask?q=vermilion+of+Featherby");
        assertThat(page.locator("#ask-form input[name=q]")).hasValue("vermilion of Featherby");
        await().atMost(EXPORTED).until(() -> collector.spans().stream()
                .anyMatch(span ->
                        span.service().equals("search-service") && span.name().equals("http get /api/v1/search")));

        assertThat(collector.spans()).isNotEmpty().allSatisfy(span -> assertThat(span.everything())
                .doesNotContainIgnoringCase("vermilion", "Featherby", "Quillon", PLACE, "you@memoro.local", "?q="));
        Set<String> said = collector.spans().stream()
                .flatMap(span -> span.attributes().keySet().stream())
                .collect(Collectors.toSet());
        assertThat(said).isNotEmpty().doesNotContain("http.url", "http.uri");
    }

    @Test
    void takesNoTraceFromAStranger(OtlpReceiver collector) throws IOException, InterruptedException {
        String theirs = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpRequest request = HttpRequest.newBuilder(URI.create(memoro.url() + "/sign-in"))
                .header("traceparent", "00-" + theirs + "-00f067aa0ba902b7-01")
                .header("baggage", "who=evil")
                .build();
        long before = signInPages(collector);
        HttpClient http = HttpClient.newHttpClient();
        for (int i = 0; i < 20; i++) {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        }

        await().atMost(EXPORTED).until(() -> signInPages(collector) >= before + 20);
        assertThat(collector.spans()).noneMatch(span -> span.trace().equals(theirs));
    }

    private static long signInPages(OtlpReceiver collector) {
        return collector.spans().stream()
                .filter(span -> span.service().equals("web-ui") && span.name().equals("http get /sign-in"))
                .count();
    }

    private static Trace ofTheNote(OtlpReceiver collector) {
        List<ReceivedSpan> spans = collector.spans();
        return spans.stream()
                .filter(span -> span.service().equals("web-ui") && span.name().equals("http post /notes"))
                .map(span -> new Trace(spans.stream()
                        .filter(other -> other.trace().equals(span.trace()))
                        .sorted(java.util.Comparator.comparingLong(ReceivedSpan::begin))
                        .toList()))
                .reduce((one, later) -> later)
                .orElse(null);
    }

    /** All spans with one trace id, in the order in which they began. */
    private record Trace(List<ReceivedSpan> spans) {

        boolean isWhole() {
            return List.of("contact-service", "search-service", "interaction-service").stream()
                            .allMatch(reader -> spans.stream()
                                    .anyMatch(span -> span.service().equals(reader)
                                            && span.name().equals("enrichment.events process")))
                    && spans.stream()
                            .anyMatch(span -> span.service().equals("gateway")
                                    && span.parent().isEmpty());
        }

        /** From a span up to the one that has none above it. */
        String wayTo(String service, String name) {
            ReceivedSpan at = spans.stream()
                    .filter(span ->
                            span.service().equals(service) && span.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + name + " of " + service + " in\n" + tree()));
            List<String> way = new ArrayList<>();
            while (at != null) {
                way.add(at.service() + " " + at.name());
                String above = at.parent();
                at = spans.stream()
                        .filter(span -> span.id().equals(above))
                        .findFirst()
                        .orElse(null);
            }
            return String.join(" < ", way);
        }

        String tree() {
            StringBuilder tree = new StringBuilder();
            spans.stream().filter(span -> span.parent().isEmpty()).forEach(root -> draw(root, "", tree));
            return tree.toString();
        }

        private void draw(ReceivedSpan span, String indent, StringBuilder tree) {
            tree.append("%s%-18s %s  %.1f ms, after %.1f ms%n"
                    .formatted(
                            indent,
                            span.service(),
                            span.name(),
                            span.took().toNanos() / 1e6,
                            (span.begin() - spans.getFirst().begin()) / 1e6));
            spans.stream()
                    .filter(below -> below.parent().equals(span.id()))
                    .forEach(below -> draw(below, indent + "  ", tree));
        }
    }
}
