package org.memoro.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.memoro.testkit.StubService;
import org.memoro.testkit.TestGateway;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages on a free port, with a gateway and neighbours that answer what a test tells them. */
public final class RunningPages {

    public static final UUID ACCOUNT = UUID.fromString("0197a000-0000-7000-8000-00000000aaaa");

    /** Where the gateway's internal port keeps the account. */
    public static final String ACCOUNT_PATH = "/internal/v1/account";

    private static final RunningPages ONLY_ONE = new RunningPages();

    public final StubService contacts = StubService.start();
    public final StubService interactions = StubService.start();
    public final StubService search = StubService.start();
    public final StubService account = StubService.start();
    public final StubService vectors = StubService.start();

    private final TestGateway gateway = TestGateway.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext application;

    private RunningPages() {
        List<String> args = new ArrayList<>(Arrays.asList(gateway.args()));
        args.add("--server.port=0");
        args.add("--management.server.port=-1");
        args.add("--memoro.services.contact-service=" + contacts.url());
        args.add("--memoro.services.interaction-service=" + interactions.url());
        args.add("--memoro.services.search-service=" + search.url());
        args.add("--memoro.services.embedding-worker=" + vectors.url());
        args.add("--memoro.services.gateway=" + account.url());
        application = WebUiApplication.builder().run(args.toArray(String[]::new));
    }

    /** The one instance of this JVM, with neighbours that know nothing yet. */
    public static RunningPages fresh() {
        for (StubService neighbour : List.of(
                ONLY_ONE.contacts, ONLY_ONE.interactions, ONLY_ONE.search, ONLY_ONE.account, ONLY_ONE.vectors)) {
            neighbour.up();
            neighbour.reset();
        }
        ONLY_ONE.contacts.on("GET", "/api/v1/facts", 200, Sample.list());
        ONLY_ONE.contacts.on("GET", "/api/v1/contacts", 200, Sample.list());
        ONLY_ONE.interactions.on("GET", "/api/v1/interactions", 200, Sample.list());
        ONLY_ONE.account.on("GET", ACCOUNT_PATH, 200, Sample.account("UTC", "on"));
        for (String list : List.of("/tokens", "/sessions", "/audit")) {
            ONLY_ONE.account.on("GET", ACCOUNT_PATH + list, 200, Sample.list());
        }
        ONLY_ONE.vectors.on(
                "GET", "/pages/v1/vectors", 200, "{\"model\":\"m\",\"made\":3,\"of\":3,\"catchingUp\":false}");
        return ONLY_ONE;
    }

    public int port() {
        return ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    public String token() {
        return gateway.userToken(ACCOUNT, "web-ui");
    }

    /** A whole page, as a browser without scripts asks for it. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** A part of a page, as htmx asks for it. */
    public Answer fragment(String path) {
        return send(request(path).header("HX-Request", "true").GET());
    }

    /** A sent form, given as name, value, name, value. */
    public Answer post(String path, String... form) {
        return send(request(path).POST(body(form)).header("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** The same by htmx. */
    public Answer postFragment(String path, String... form) {
        return send(request(path)
                .POST(body(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("HX-Request", "true"));
    }

    /** A whole page for a browser that shows these headers too. */
    public Answer getWith(String path, String... headers) {
        return send(request(path).headers(headers).GET());
    }

    /** A sent form of a browser that shows one header more. */
    public Answer postWith(String header, String value, String path, String... form) {
        return send(request(path)
                .POST(body(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value));
    }

    /** Without a token, as someone who is not signed in. */
    public Answer anonymous(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** An answer, with the body as text. */
    public record Answer(int status, String body, java.net.http.HttpHeaders headers) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + token())
                .header("X-CSRF-Token", "csrf-of-the-session")
                .header("X-Account-Name", "Nora%20Whitfield")
                .header("X-Account-Email", "nora%40example.org");
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    private static HttpRequest.BodyPublisher body(String... form) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < form.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(form[i]).append('=').append(encoded(form[i + 1]));
        }
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
