package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.RecordedRequest;

/** What a client says about itself changes nothing: not who it is, nor where it is, nor where it is sent. */
@Tag("security")
class ForgedHeaderTests {
    private static final String[] FORGED = {
        "X-User-Id", "%s",
        "X-User-Email", "root@example.com",
        "X-User", "%s",
        "X-Auth-Request-User", "%s",
        "X-Auth-User", "%s",
        "X-Account-Id", "%s",
        "X-Account-Email", "root@example.com",
        "X-Account-Name", "Root",
        "X-Memoro-User", "%s",
        "X-Memoro-Account", "%s",
        "X-Forwarded-User", "%s",
        "X-Forwarded-Email", "root@example.com",
        "X-Forwarded-For", "127.0.0.1",
        "X-Forwarded-Host", "evil.example",
        "X-Forwarded-Port", "666",
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Prefix", "/evil",
        "X-Forwarded-Ssl", "on",
        "Forwarded", "for=127.0.0.1;host=evil.example;proto=https",
        "X-Real-IP", "127.0.0.1",
        "X-Client-IP", "127.0.0.1",
        "X-Original-URL", "/internal/jwks",
        "X-Rewrite-URL", "/internal/jwks",
        "X-Sign-In-Providers", "evil",
        "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "tracestate", "evil=1",
        "baggage", "user=%s",
        "b3", "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1"
    };

    private RunningGateway gateway;
    private Browser ada;
    private String victim;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        gateway.provider.subject = "victim-" + UUID.randomUUID();
        victim = id(gateway.signedIn().get("/api/v1/account").body());
        gateway.provider.subject = "ada-" + UUID.randomUUID();
        ada = gateway.signedIn();
        gateway.contacts.on("GET", "/api/v1/contacts", 200, "{}");
        gateway.pages.on("GET", "/", 200, "{}");
    }

    private static String id(String account) {
        return account.replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    }

    private String[] forged() {
        String[] headers = FORGED.clone();
        for (int i = 1; i < headers.length; i += 2) {
            headers[i] = headers[i].formatted(victim);
        }
        return headers;
    }

    private static String subject(RecordedRequest request) throws Exception {
        return SignedJWT.parse(request.header("Authorization").substring("Bearer ".length()))
                .getJWTClaimsSet()
                .getSubject();
    }

    @Test
    void makesNobodySomebodyElse() throws Exception {
        String self = id(ada.get("/api/v1/account").body());

        assertThat(id(ada.get("/api/v1/account", forged()).body()))
                .isEqualTo(self)
                .isNotEqualTo(victim);
        assertThat(ada.get("/api/v1/contacts", forged()).statusCode()).isEqualTo(200);
        assertThat(subject(RunningGateway.last(gateway.contacts))).isEqualTo(self);
        assertThat(ada.get("/", forged()).statusCode()).isEqualTo(200);
        assertThat(subject(RunningGateway.last(gateway.pages))).isEqualTo(self);
        assertThat(gateway.browser().get("/api/v1/account", forged()).statusCode())
                .isEqualTo(401);
        assertThat(gateway.browser().get("/api/v1/contacts", forged()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void passesNoneOfItOn() {
        ada.get("/api/v1/contacts", forged());
        RecordedRequest seen = RunningGateway.last(gateway.contacts);
        for (int i = 0; i < FORGED.length; i += 2) {
            assertThat(RunningGateway.header(seen, FORGED[i])).as(FORGED[i]).isNull();
        }
        ada.get("/", forged());
        RecordedRequest page = RunningGateway.last(gateway.pages);
        assertThat(page.headers().values().toString()).doesNotContain("evil", "root@example.com", victim, "127.0.0.1]");
    }

    @Test
    void passesNothingOnThroughATrustedProxyEither() {
        Browser proxied = Browser.behindProxy(gateway.url(), "192.0.2.77");
        proxied.cookies.putAll(ada.cookies);

        assertThat(proxied.get("/api/v1/contacts", "X-Forwarded-Host", "evil.example", "X-User-Id", victim)
                        .statusCode())
                .isEqualTo(200);

        assertThat(RunningGateway.last(gateway.contacts).headers().keySet())
                .map(String::toLowerCase)
                .doesNotContain("x-forwarded-for", "x-forwarded-host", "x-user-id", "forwarded");
        HttpResponse<String> start = proxied.get(
                "/oauth2/authorization/test", "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https");
        assertThat(Browser.location(start)).doesNotContain("evil").startsWith(gateway.provider.issuer());
    }

    @Test
    void takesNoInternalTokenFromOutside() {
        ada.get("/api/v1/contacts");
        String internal = RunningGateway.last(gateway.contacts).header("Authorization");
        int before = gateway.contacts.requests().size();

        for (String path : List.of("/api/v1/account", "/api/v1/contacts", "/api/v1/account/export")) {
            assertThat(gateway.browser().get(path, "Authorization", internal).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(gateway.browser().get("/", "Authorization", internal).statusCode())
                .isEqualTo(302);
        assertThat(gateway.contacts.requests()).hasSize(before);
    }

    @Test
    void sendsNobodyWhereAHeaderSays() {
        HttpResponse<String> start = gateway.browser().get("/oauth2/authorization/test", forged());
        assertThat(Browser.location(start))
                .startsWith(gateway.provider.issuer())
                .doesNotContain("evil", "https");
        HttpResponse<String> away = gateway.browser().get("/people", forged());
        assertThat(away.statusCode()).isEqualTo(302);
        assertThat(Browser.location(away)).isEqualTo("/sign-in");
    }
}
