package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memoro.testkit.StubService;

/** Every kind of answer tells the browser what our pages never do. */
@Tag("security")
class SecurityHeadersTests {
    private RunningGateway gateway;
    private Browser ada;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        ada = gateway.signedIn();
        // A service that says the opposite of all of it.
        Map<String, String> careless = Map.of(
                "Content-Type", "text/html",
                "Content-Security-Policy", "default-src * 'unsafe-inline' 'unsafe-eval'",
                "X-Frame-Options", "ALLOWALL",
                "Referrer-Policy", "unsafe-url",
                "Cross-Origin-Opener-Policy", "unsafe-none",
                "Cross-Origin-Resource-Policy", "cross-origin",
                "Access-Control-Allow-Origin", "*",
                "Cache-Control", "public, max-age=99",
                "Server", "Careless/1.0",
                "X-Powered-By", "Carelessness");
        for (String path :
                new String[] {"/", "/sign-in", "/static/app.css", "/api/v1/contacts", "/local-sign-in/login"}) {
            StubService service = path.startsWith("/api")
                    ? gateway.contacts
                    : path.startsWith("/local") ? gateway.localSignIn : gateway.pages;
            service.on("GET", path, request -> new StubService.Answer(200, "<p>", careless));
        }
        gateway.contacts.on("GET", "/api/v1/contacts/broken", request -> new StubService.Answer(500, "{}", careless));
    }

    private static Map<String, String> headers(RawHttp.Answer answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : answer.text().split("\r\n\r\n", 2)[0].split("\r\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                String before = headers.put(line.substring(0, colon), line.substring(colon + 2));
                assertThat(before == null || line.startsWith("set-cookie"))
                        .as("twice: " + line)
                        .isTrue();
            }
        }
        return headers;
    }

    private RawHttp.Answer ask(String line, boolean signedIn, String more) {
        String cookie = signedIn
                ? "Cookie: " + gateway.cookieName() + "=" + ada.cookies.get(gateway.cookieName()) + "\r\n"
                : "";
        return RawHttp.send(
                gateway.port, line + " HTTP/1.1\r\nHost: localhost\r\n" + cookie + more + "Connection: close\r\n\r\n");
    }

    @ParameterizedTest(name = "{0} signed in {1}: {2}")
    @CsvSource(textBlock = """
        GET /,                              true,  200
        GET /,                              false, 302
        GET /sign-in,                       false, 200
        GET /nothing,                       true,  404
        GET /static/app.css,                false, 200
        GET /static/nothing.css,            false, 404
        GET /favicon.ico,                   false, 404
        GET /api/docs,                      false, 200
        GET /api/docs/plain.css,            false, 200
        GET /api/v1/openapi.json,           false, 200
        GET /api/v1/account,                true,  200
        GET /api/v1/account,                false, 401
        GET /api/v1/account/sessions,       true,  200
        PUT /api/v1/account,                true,  403
        GET /api/v1/contacts,               true,  200
        HEAD /api/v1/contacts,              true,  404
        GET /api/v1/contacts/nothing,       true,  404
        GET /api/v1/contacts/broken,        true,  500
        GET /api/v1/nothing,                true,  404
        GET /api/v1/contacts/..;/x,         true,  400
        GET /internal/jwks,                 true,  404
        GET /actuator/health,               false, 404
        GET /healthz,                       false, 200
        POST /healthz,                      false, 405
        POST /sign-out,                     true,  403
        GET /oauth2/authorization/test,     false, 302
        GET /oauth2/authorization/nobody,   false, 302
        GET /login/oauth2/code/test?code=x, false, 302
        GET /local-sign-in/login,           false, 200
        GET http://evil.example/,           false, 421
        """)
    void standOnEveryAnswer(String line, boolean signedIn, int status) {
        RawHttp.Answer answer = ask(line, signedIn, "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        verify(headers(answer));
    }

    @Test
    void standOnAnswersOfAServiceThatIsDown() {
        gateway.contacts.down();
        gateway.pages.down();
        RawHttp.Answer api = ask("GET /api/v1/contacts", true, "");
        RawHttp.Answer page = ask("GET /", true, "");
        assertThat(api.status()).isEqualTo(503);
        assertThat(page.status()).isEqualTo(503);
        verify(headers(api));
        verify(headers(page));
    }

    @Test
    void standOnAStreamOfEvents() throws Exception {
        try (Socket socket = RawHttp.connect(gateway.port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream()
                    .write(("GET /api/v1/interactions/events HTTP/1.1\r\nHost: localhost\r\nCookie: "
                                    + gateway.cookieName() + "=" + ada.cookies.get(gateway.cookieName()) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] first = new byte[4_096];
            int read = socket.getInputStream().read(first);
            RawHttp.Answer answer = new RawHttp.Answer(new String(first, 0, read, StandardCharsets.US_ASCII), false);
            assertThat(answer.status()).isEqualTo(200);
            verify(headers(answer));
        }
    }

    @Test
    void standOnWhatIsRefusedBeforeItIsARequest() {
        for (String bytes : new String[] {
            "nonsense\r\n\r\n",
            "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: cow\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "a".repeat(20_000) + "\r\n\r\n"
        }) {
            RawHttp.Answer answer = RawHttp.send(gateway.port, bytes, 1_500);
            Map<String, String> headers = headers(answer);
            assertThat(answer.status()).isIn(400, 413, 414, 431);
            assertThat(headers).containsEntry("Content-Length", "0").containsEntry("Cache-Control", "no-store");
            assertThat(headers.get("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(headers).containsEntry("X-Content-Type-Options", "nosniff");
        }
    }

    @Test
    void letNobodyKeepWhatIsPersonalAndEverybodyKeepFiles() {
        assertThat(headers(ask("GET /", true, ""))).containsEntry("Cache-Control", "no-store");
        assertThat(headers(ask("GET /static/app.css", false, "")).get("Cache-Control"))
                .contains("max-age=99");
    }

    private static void verify(Map<String, String> headers) {
        String policy =
                Optional.ofNullable(headers.get("Content-Security-Policy")).orElse("");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "object-src 'none'", "base-uri 'none'")
                .contains("frame-ancestors 'none'", "form-action 'self'")
                .contains("require-trusted-types-for 'script'", "trusted-types default;")
                .doesNotContain("unsafe", "*", "data:", "blob:", "http: ", "http:;");
        assertThat(headers)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("Referrer-Policy", "same-origin")
                .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .containsKeys("Permissions-Policy", "X-Request-Id", "Cache-Control")
                .doesNotContainKeys(
                        "Server", "X-Powered-By", "Access-Control-Allow-Origin", "Strict-Transport-Security");
    }
}
