package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that take their time, or more than they may. */
@Tag("security")
class SlowClientTests {
    private final RunningGateway gateway = RunningGateway.get();

    /** One byte, again and again, until the other side has had enough; what it said then. */
    private static RawHttp.Answer drip(int port, String start, char drop, int seconds) throws Exception {
        try (Socket socket = RawHttp.connect(port)) {
            socket.setSoTimeout(1_000);
            OutputStream out = socket.getOutputStream();
            StringBuilder text = new StringBuilder();
            try {
                out.write(start.getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < seconds; i++) {
                    out.write(drop);
                    RawHttp.Answer answer = RawHttp.read(socket);
                    text.append(answer.text());
                    if (answer.closed()) {
                        return new RawHttp.Answer(text.toString(), true);
                    }
                }
            } catch (SocketException e) {
                return new RawHttp.Answer(text.toString(), true);
            }
            return new RawHttp.Answer(text.toString(), false);
        }
    }

    @Test
    void servesOthersWhileTwoHundredConnectionsDripAndThenGivesUpOnThem() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        Browser ada = gateway.signedIn();
        gateway.contacts.on("GET", "/api/v1/contacts", 200, "{}");
        try (ExecutorService drippers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                drippers.submit(() -> {
                    RawHttp.Answer end = drip(gateway.port, "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ", 'a', 25);
                    refused.addAndGet(end.closed() ? 1 : 0);
                    answered.addAndGet(end.status() == 408 ? 1 : 0);
                    return end;
                });
            }
            for (int i = 0; i < 20; i++) {
                HttpResponse<String> answer = ada.get("/api/v1/contacts");
                assertThat(answer.statusCode()).isEqualTo(200);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            drippers.shutdown();
            assertThat(drippers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(refused).hasValue(200);
        assertThat(answered).hasValue(200);
    }

    @Test
    void givesUpOnABodyThatStops() throws Exception {
        Browser ada = gateway.signedIn();
        String start = "POST /api/v1/contacts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nCookie: "
                + gateway.cookieName() + "=" + ada.cookies.get(gateway.cookieName()) + "\r\nX-CSRF-Token: "
                + gateway.csrfToken(ada) + "\r\nContent-Length: 100\r\n\r\n{";
        RawHttp.Answer answer = RawHttp.send(gateway.port, start, 15_000);
        assertThat(answer.closed()).isTrue();
        assertThat(answer.status()).as(answer.text()).isIn(0, 408);
        assertThat(gateway.contacts.requests()).isEmpty();
    }

    @Test
    void keepsAnIdleConnectionForTheNextRequest() throws Exception {
        String health = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Socket socket = RawHttp.connect(gateway.port)) {
            socket.setSoTimeout(12_000);
            socket.getOutputStream().write(health.getBytes(StandardCharsets.US_ASCII));
            RawHttp.Answer first = RawHttp.read(socket);
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.closed()).as("closed after less than 12 s").isFalse();
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(health.getBytes(StandardCharsets.US_ASCII));
            assertThat(RawHttp.read(socket).status()).isEqualTo(200);
        }
    }

    @Test
    void takesNoHeadersOfMoreThan16Kilobytes() {
        for (String large : List.of(
                "X-Large: " + "a".repeat(20_000) + "\r\n",
                "X-Many: b\r\n".repeat(2_000),
                "Cookie: " + "c=d; ".repeat(4_000) + "\r\n")) {
            RawHttp.Answer answer =
                    RawHttp.send(gateway.port, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n" + large + "\r\n");
            assertThat(answer.status()).isIn(400, 413, 431);
            assertThat(answer.closed()).isTrue();
        }
        RawHttp.Answer line = RawHttp.send(
                gateway.port, "GET /healthz?" + "q".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(line.status()).isIn(400, 414);
        assertThat(line.closed()).isTrue();
    }

    @Test
    void doesNotUnpackABodyThatIsPacked() {
        gateway.contacts.on("POST", "/api/v1/contacts", 201, "{}");
        Browser ada = gateway.signedIn();
        String packed = "not gzip at all";
        ada.post(
                "/api/v1/contacts",
                packed,
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "gzip",
                "X-CSRF-Token",
                gateway.csrfToken(ada));
        assertThat(RunningGateway.last(gateway.contacts).body()).isEqualTo(packed);
    }

    @Test
    void readsNoMoreThanOneMebibyteOfChunks() throws IOException {
        Browser ada = gateway.signedIn();
        String head = "POST /api/v1/contacts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nCookie: "
                + gateway.cookieName() + "=" + ada.cookies.get(gateway.cookieName()) + "\r\nX-CSRF-Token: "
                + gateway.csrfToken(ada) + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        RawHttp.Answer answer = RawHttp.send(gateway.port, head + chunk.repeat(20) + "0\r\n\r\n");
        assertThat(answer.text()).contains("HTTP/1.1 413", "too-large");
    }

    @Test
    void holdsOneAccountToAFewStreams() throws Exception {
        Browser ada = gateway.signedIn();
        String ask =
                "GET /api/v1/interactions/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nCookie: "
                        + gateway.cookieName() + "=" + ada.cookies.get(gateway.cookieName()) + "\r\n\r\n";
        List<Socket> tabs = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                Socket tab = RawHttp.connect(gateway.port);
                tabs.add(tab);
                tab.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
                tab.setSoTimeout(5_000);
                assertThat(tab.getInputStream().read()).isEqualTo('H');
            }
            RawHttp.Answer oneMore = RawHttp.send(gateway.port, ask, 2_000);
            assertThat(oneMore.text()).contains("HTTP/1.1 429", "rate-limited").containsIgnoringCase("retry-after: ");
        } finally {
            for (Socket tab : tabs) {
                tab.close();
            }
        }
    }
}
