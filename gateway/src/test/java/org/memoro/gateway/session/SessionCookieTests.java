package org.memoro.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memoro.gateway.GatewaySettings;
import org.memoro.gateway.OpaqueSecret;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** The cookie's name and flags, which depend on how the site is reached. */
class SessionCookieTests {

    private static SessionCookie cookieAt(String url) {
        return new SessionCookie(new GatewaySettings(
                URI.create(url), 0, null, null, Map.of(), Duration.ofDays(7), Duration.ofDays(30), ZoneId.of("UTC")));
    }

    @Test
    void belongsToExactlyThisHostWhenReachedByHttps() {
        SessionCookie cookie = cookieAt("https://memoro.example.org");
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        cookie.write(exchange, new OpaqueSecret("secret"));
        ResponseCookie written = exchange.getResponse().getCookies().getFirst("__Host-memoro");
        assertThat(written).isNotNull();
        assertThat(written.isSecure()).isTrue();
        assertThat(written.isHttpOnly()).isTrue();
        assertThat(written.getPath()).isEqualTo("/");
        assertThat(written.getDomain()).isNull();
        assertThat(written.getSameSite()).isEqualTo("Lax");
    }

    @Test
    void differsByPortOnOneMachineSinceCookiesIgnorePorts() {
        assertThat(cookieAt("http://localhost:8080").name()).isEqualTo("memoro-8080");
        assertThat(cookieAt("http://localhost:9090").name()).isEqualTo("memoro-9090");
    }

    @Test
    void asksTheDatabaseForWellFormedSecretsOnly() {
        SessionCookie cookie = cookieAt("http://localhost:8080");
        for (String odd :
                new String[] {"", "short", "x".repeat(5000), "AAAAAAAAAAAAAAAAAAAAA;", "AAAAAAAAAAAAAAAAAAAAA'"}) {
            assertThat(cookie.read(MockServerWebExchange.from(
                            MockServerHttpRequest.get("/").cookie(new HttpCookie("memoro-8080", odd)))))
                    .isNull();
        }
    }

    @Test
    void derivesACsrfTokenThatIsNotTheSecret() {
        OpaqueSecret secret = OpaqueSecret.ofBits(128);
        OpaqueSecret token = SessionCookie.csrfToken(secret);
        assertThat(token.text())
                .isNotEqualTo(secret.text())
                .isEqualTo(SessionCookie.csrfToken(secret).text());
        assertThat(token.matches(
                        SessionCookie.csrfToken(OpaqueSecret.ofBits(128)).text()))
                .isFalse();
    }
}
