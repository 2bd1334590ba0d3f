package org.memoro.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memoro.gateway.GatewaySettings;
import org.memoro.gateway.signin.SignInSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** What is added where the public address is https. */
class SecurityHeadersOfHttpsTests {

    private static <T> T bound(String prefix, Class<T> type, String url) {
        return new Binder(new MapConfigurationPropertySource(Map.of("memoro.gateway.public-url", url)))
                .bindOrCreate(prefix, type);
    }

    private static String strictTransport(String url, boolean subDomains) {
        SecurityHeaders filter = new SecurityHeaders(
                bound("memoro.gateway", GatewaySettings.class, url),
                bound("memoro.sign-in", SignInSettings.class, url),
                new DoorSettings(List.of(), List.of(), subDomains));
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        filter.filter(exchange, all -> all.getResponse().setComplete()).block();
        return exchange.getResponse().getHeaders().getFirst("Strict-Transport-Security");
    }

    @Test
    void keepsBrowsersToHttpsForAYearWithAllSubdomains() {
        assertThat(strictTransport("https://memoro.example.org", true))
                .isEqualTo("max-age=31536000; includeSubDomains");
    }

    @Test
    void leavesSubdomainsAloneWhereThatIsSet() {
        assertThat(strictTransport("https://example.org", false)).isEqualTo("max-age=31536000");
    }

    @Test
    void saysNothingOfItWhereThereIsNoHttps() {
        assertThat(strictTransport("http://localhost:8080", true)).isNull();
    }

    @Test
    void hasTheseDefaults() {
        assertThat(bound("memoro.gateway", DoorSettings.class, "https://memoro.example.org"))
                .isEqualTo(new DoorSettings(List.of(), List.of(), true));
    }
}
