package org.memoro.gateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.memoro.testkit.RecordedRequest;
import org.memoro.testkit.StubService;
import org.memoro.testkit.TestDatabase;
import org.memoro.testkit.TestKafka;
import org.memoro.testkit.TestPostgres;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway as it runs, on a real database and broker, between a provider and services that are played. */
final class RunningGateway {
    private static RunningGateway running;

    final TestDatabase database = TestPostgres.freshDatabase();
    final FakeProvider provider = new FakeProvider();
    final StubService contacts = StubService.start();
    final StubService interactions = StubService.start();
    final StreamingService stream = new StreamingService(interactions);
    final StubService search = StubService.start();
    final StubService worker = StubService.start();
    final StubService pages = StubService.start();
    final StubService localSignIn = StubService.start();
    final int port = freePort();
    final int internalPort = freePort();
    final ConfigurableApplicationContext context;

    private RunningGateway() {
        List<String> args = new ArrayList<>(List.of(
                "--memoro.gateway.port=" + port,
                "--memoro.bind-address=127.0.0.1",
                "--memoro.gateway.internal-port=" + internalPort,
                "--memoro.management-port=-1",
                "--memoro.gateway.service-secrets.web-ui=pages-secret",
                "--memoro.gateway.service-secrets.search-service=search-secret",
                "--memoro.gateway.service-secrets.local=local-secret",
                "--memoro.sign-in.providers.test.issuer=" + provider.issuer(),
                "--memoro.sign-in.providers.test.client-id=" + FakeProvider.CLIENT_ID,
                "--memoro.sign-in.providers.test.client-secret=" + FakeProvider.CLIENT_SECRET,
                "--memoro.sign-in.local.url=" + localSignIn.url(),
                "--memoro.services.contact-service=" + contacts.url(),
                "--memoro.services.interaction-service=" + stream.url(),
                "--memoro.services.search-service=" + search.url(),
                "--memoro.services.embedding-worker=" + worker.url(),
                "--memoro.services.web-ui=" + pages.url()));
        args.addAll(List.of(
                "--memoro.gateway.trusted-proxies=" + Loopback.PROXY.getHostAddress() + "/32",
                "--memoro.gateway.allowed-hosts=also.example",
                "--spring.main.cloud-platform=kubernetes")); // where some defaults are more trusting
        args.addAll(Loopback.limits());
        args.addAll(Arrays.asList(database.args()));
        args.addAll(Arrays.asList(TestKafka.args()));
        context = GatewayApplication.builder().run(args.toArray(String[]::new));
    }

    static synchronized RunningGateway get() {
        if (running == null) {
            running = new RunningGateway();
        }
        running.provider.reset();
        for (StubService service : running.services()) {
            service.up();
            service.reset();
        }
        return running;
    }

    List<StubService> services() {
        return List.of(contacts, interactions, search, worker, pages, localSignIn);
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    URI internalUrl() {
        return URI.create("http://127.0.0.1:" + internalPort);
    }

    String cookieName() {
        return "memoro-" + port;
    }

    Browser browser() {
        return new Browser(url());
    }

    /** Walks the whole protocol: our button, the provider's yes, our callback. */
    HttpResponse<String> signIn(Browser browser) {
        HttpResponse<String> start = browser.get("/oauth2/authorization/test");
        URI back = provider.approve(URI.create(Browser.location(start)));
        return browser.get(back.getPath() + "?" + back.getRawQuery());
    }

    Browser signedIn() {
        Browser browser = browser();
        signIn(browser);
        return browser;
    }

    /** As the pages learn it: from the header of a proxied request. */
    String csrfToken(Browser browser) {
        pages.on("GET", "/csrf-probe", 200, "{}");
        browser.get("/csrf-probe");
        return header(last(pages), "X-CSRF-Token");
    }

    /** A personal access token made by the signed-in browser. */
    String token(Browser browser, String json) {
        HttpResponse<String> answer = browser.post(
                "/api/v1/account/tokens", json, "Content-Type", "application/json", "X-CSRF-Token", csrfToken(browser));
        return answer.body().replaceFirst("(?s).*\"token\":\"(mem_[^\"]+)\".*", "$1");
    }

    static RecordedRequest last(StubService service) {
        return service.requests().getLast();
    }

    static String header(RecordedRequest request, String name) {
        return request.headers().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> entry.getValue().getFirst())
                .findFirst()
                .orElse(null);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
