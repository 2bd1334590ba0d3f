package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.RecordedRequest;
import org.memoro.testkit.StubService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outside there are the paths of the API and the pages, and no other way to write a path leads anywhere else. */
@Tag("security")
class PathTrickTests {
    private static final List<String> HIDDEN = List.of(
            "/actuator",
            "/actuator/health",
            "/actuator/env",
            "/actuator/gateway/routes",
            "/actuator/prometheus",
            "/internal",
            "/internal/jwks",
            "/internal/v1/tokens",
            "/internal/v1/local-tokens",
            "/internal/v1/embeddings",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/v3/api-docs/swagger-config",
            "/api",
            "/api/v1",
            "/api/v2/contacts",
            "/api/v1/nothing");
    /** Ways to write a path that other software takes for the same path, or for its parent. */
    private static final List<String> DISGUISES = List.of(
            "/x/..%s",
            "/./%s",
            "/.%s",
            "/%%2e%s",
            "/x/%%2e%%2e%s",
            "/static/..%s",
            "/static/%%2e%%2e%s",
            "/static/..;%s",
            "/static/..;a=b%s",
            "/api/v1/contacts/..;%s",
            "/api/v1/contacts/..%s",
            "/api/v1/contacts/%%2e%%2e/%%2e%%2e/%%2e%%2e%s",
            "/api/v1/contacts/%%252e%%252e/%%252e%%252e/%%252e%%252e%s",
            "/api/v1/contacts%%2f..%%2f..%%2f..%s",
            "/api/v1/contacts/..%%5c..%%5c..%s",
            "/api/v1/contacts\\..\\..\\..%s",
            "/%s",
            "//localhost%s",
            "/;%s",
            "%s/",
            "%s/.",
            "%s;jsessionid=1",
            "%s%%00",
            "%s%%20",
            "%s.",
            "%s.json",
            "%s#x");

    private RunningGateway gateway;
    private String cookie;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        Browser ada = gateway.signedIn();
        cookie = "Cookie: " + gateway.cookieName() + "=" + ada.cookies.get(gateway.cookieName()) + "\r\n";
        gateway.services().forEach(StubService::reset);
    }

    private RawHttp.Answer ask(String line) {
        return RawHttp.send(
                gateway.port, line + " HTTP/1.1\r\nHost: localhost\r\n" + cookie + "Connection: close\r\n\r\n");
    }

    private List<RecordedRequest> seenInside() {
        return gateway.services().stream()
                .flatMap(service -> service.requests().stream())
                .toList();
    }

    /** Without what differs between any two answers. */
    private static String sameness(RawHttp.Answer answer) {
        return answer.text()
                .replaceAll("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("(?im)^date:.*$", "");
    }

    @Test
    void answersHiddenPathsExactlyLikePathsThatAreNot() {
        String nothing = sameness(ask("GET /api/v1/no-such-thing"));
        assertThat(nothing).startsWith("HTTP/1.1 404");
        for (String path : HIDDEN) {
            assertThat(sameness(ask("GET " + path))).as(path).isEqualTo(nothing);
        }
        assertThat(seenInside()).isEmpty();
    }

    @Test
    void letsNoDisguiseLeadToAHiddenPath() {
        List<String> wrong = new ArrayList<>();
        for (String path : HIDDEN) {
            for (String disguise : DISGUISES) {
                String written = disguise.formatted(path);
                RawHttp.Answer answer = ask("GET " + written);
                if (answer.status() != 404 && answer.status() != 400 || answer.count() != 1) {
                    wrong.add(written + " -> " + answer.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
        // A page that is not there may be asked for under that very name, and under no other.
        assertThat(seenInside())
                .allMatch(request ->
                        request.path().matches("/[^;%]*") && !request.path().contains(".."))
                .noneMatch(request -> request.path().matches("/+(actuator|internal|v3)(/.*)?"));
        for (StubService service : List.of(gateway.contacts, gateway.interactions, gateway.search, gateway.worker)) {
            assertThat(service.requests())
                    .allMatch(request -> request.path().startsWith("/api/v1/")
                            && !request.path().contains("/internal"));
        }
    }

    @Test
    void knowsPathsInTheirOwnLettersOnly() {
        for (String path : List.of(
                "/API/V1/contacts",
                "/Api/v1/contacts",
                "/api/V1/contacts",
                "/api/v1/Contacts",
                "/ACTUATOR/health",
                "/Internal/jwks",
                "/HEALTHZ")) {
            assertThat(ask("GET " + path).status()).as(path).isEqualTo(404);
        }
        for (String path :
                List.of("/%61ctuator/health", "/%69nternal/jwks", "/%763/api-docs", "/%2561ctuator/health")) {
            assertThat(ask("GET " + path).status()).as(path).isIn(400, 404);
        }
        for (StubService service : List.of(gateway.contacts, gateway.interactions, gateway.search, gateway.worker)) {
            assertThat(service.requests()).isEmpty();
        }
    }

    @Test
    void knowsNoOtherMethods() {
        for (String method : List.of("TRACE", "CONNECT", "TRACK", "PROPFIND", "DEBUG", "get", "PURGE", "MOVE")) {
            RawHttp.Answer answer = ask(method + " /api/v1/contacts");
            assertThat(answer.status()).as(method).isIn(400, 403, 404, 405, 501);
            assertThat(answer.text()).as(method).doesNotContain(cookie.strip());
        }
        assertThat(ask("CONNECT localhost:" + gateway.contacts.url().replaceFirst(".*:", ""))
                        .status())
                .isIn(400, 404, 405, 421);
        assertThat(ask("OPTIONS *").status()).isIn(400, 403, 404, 405, 421);
        assertThat(seenInside()).isEmpty();
    }

    @Test
    void takesTheMethodFromTheRequestLineOnly() {
        gateway.contacts.on("GET", "/api/v1/contacts", 200, "{}");
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            RawHttp.send(
                    gateway.port,
                    "GET /api/v1/contacts?_method=DELETE HTTP/1.1\r\nHost: localhost\r\n" + cookie + header
                            + ": DELETE\r\nConnection: close\r\n\r\n");
            RecordedRequest seen = RunningGateway.last(gateway.contacts);
            assertThat(seen.method()).isEqualTo("GET");
            assertThat(RunningGateway.header(seen, header)).isNull();
        }
    }

    @Test
    void asksNoOtherHostForAnAddressInTheRequestLine() {
        String inside = gateway.worker.url();
        for (String target : List.of(
                inside + "/internal/v1/embeddings",
                "http://evil.example/",
                inside + "/api/v1/contacts",
                "https://localhost@evil.example/",
                "ftp://localhost/")) {
            assertThat(ask("GET " + target).status()).as(target).isIn(400, 404, 421);
        }
        assertThat(gateway.worker.requests()).isEmpty();
    }

    @Test
    void servesEveryDocumentedPathAndNoManagement() {
        JsonNode document = JsonMapper.shared()
                .readTree(gateway.browser().get("/api/v1/openapi.json").body());
        assertThat(document.path("paths").propertyNames()).isNotEmpty().allMatch(path -> path.startsWith("/api/v1/"));
        for (String path : document.path("paths").propertyNames()) {
            String asked = path.replaceAll("\\{[^}]*}", "018f0000-0000-7000-8000-000000000000");
            assertThat(gateway.browser().get(asked).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(gateway.context.getEnvironment().getProperty("spring.cloud.gateway.server.webflux.trusted-proxies"))
                .isNull();
        assertThat(gateway.context.getEnvironment().getProperty("management.endpoints.web.exposure.include"))
                .isEqualTo("health,prometheus");
    }
}
