package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.gateway.RunningGateway.last;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.RecordedRequest;

/** What gets through, as what, and what does not. */
@Tag("security")
class AccessTests {
    private static final String[] JSON = {"Content-Type", "application/json"};

    private RunningGateway gateway;
    private Browser ada;
    private String csrf;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        ada = gateway.signedIn();
        csrf = gateway.csrfToken(ada);
        gateway.contacts.on("GET", "/api/v1/contacts", 200, "{\"items\":[],\"nextCursor\":null}");
        gateway.contacts.on("POST", "/api/v1/contacts", 201, "{}");
        gateway.pages.on("POST", "/notes", 200, "{}");
    }

    private HttpResponse<String> createContact(String... headers) {
        return ada.post(
                "/api/v1/contacts",
                "{}",
                Stream.of(JSON, headers).flatMap(Stream::of).toArray(String[]::new));
    }

    private static void isProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"" + code + "\"")
                .contains(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void answersAProblemToApiCallsOfNobody() {
        isProblem(gateway.browser().get("/api/v1/contacts"), 401, "not-signed-in");
        isProblem(
                gateway.browser().get("/api/v1/contacts", "Authorization", "Bearer mem_nonsense"),
                401,
                "not-signed-in");
        isProblem(gateway.browser().get("/api/v1/contacts", "Authorization", "Basic YTpi"), 401, "not-signed-in");
        assertThat(gateway.contacts.requests()).isEmpty();
    }

    @Test
    void refusesAWrongTokenEvenWithAGoodCookie() {
        isProblem(ada.get("/api/v1/contacts", "Authorization", "Bearer mem_nonsense"), 401, "not-signed-in");
    }

    @Test
    void handsServicesAOneMinuteTokenOfOurOwn() throws ParseException {
        assertThat(ada.get("/api/v1/contacts", "X-Request-Id", "my-request-1").statusCode())
                .isEqualTo(200);
        RecordedRequest request = last(gateway.contacts);
        JWTClaimsSet claims = SignedJWT.parse(request.header("Authorization").substring("Bearer ".length()))
                .getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("memoro-gateway");
        assertThat(claims.getAudience()).containsExactly("contact-service");
        assertThat(ada.get("/api/v1/account").body()).contains(claims.getSubject());
        assertThat(claims.getStringClaim("zone")).isEqualTo("UTC");
        assertThat(claims.getStringClaim("enrichment")).isEqualTo("on");
        assertThat(claims.getStringClaim("scope")).isEqualTo("read write");
        assertThat(claims.getStringClaim("sid")).isNotBlank();
        assertThat(claims.getClaim("actor")).isNull();
        Duration life = Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
        assertThat(life).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(request.header("X-Request-Id")).isEqualTo("my-request-1");
    }

    @Test
    void passesOnNothingThatAClientSaysAboutItself() {
        ada.get(
                "/api/v1/contacts",
                "X-User-Id",
                "somebody",
                "X-Forwarded-For",
                "10.0.0.1",
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "for=10.0.0.1",
                "X-Auth-Request-Email",
                "root@example.com",
                "X-Real-IP",
                "10.0.0.1",
                "X-CSRF-Token",
                csrf);
        assertThat(last(gateway.contacts).headers().keySet())
                .map(String::toLowerCase)
                .contains("authorization")
                .doesNotContain(
                        "cookie",
                        "x-user-id",
                        "x-forwarded-for",
                        "x-forwarded-host",
                        "forwarded",
                        "x-auth-request-email",
                        "x-real-ip",
                        "x-csrf-token");
        gateway.pages.on("GET", "/sign-in", 200, "{}");
        gateway.browser().get("/sign-in", "Cookie", "theme=dark; themes=x; __Host-text-size=large; SESSION=mine");
        assertThat(last(gateway.pages).header("Cookie")).isEqualTo("theme=dark; __Host-text-size=large");
        gateway.browser().get("/sign-in", "X-Sign-In-Providers", "evil", "X-CSRF-Token", "mine");
        assertThat(last(gateway.pages).header("X-Sign-In-Providers")).isEqualTo("test");
        assertThat(last(gateway.pages).header("X-CSRF-Token")).isNull();
    }

    @Test
    void tellsThePagesWhomTheyAreFor() {
        gateway.pages.on("GET", "/settings", 200, "{}");

        ada.get("/settings", "X-Account-Email", "somebody@else.example");

        assertThat(last(gateway.pages).header("X-Account-Email"))
                .contains("%40")
                .doesNotContain("else");
        assertThat(last(gateway.pages).header("X-Account-Name")).isNotBlank();
    }

    @Test
    void refusesChangesThatNoPageOfOursAskedFor() {
        String origin = gateway.url().toString();
        isProblem(createContact(), 403, "csrf");
        isProblem(createContact("X-CSRF-Token", "guess"), 403, "csrf");
        Browser grace = otherPerson();
        isProblem(createContact("X-CSRF-Token", gateway.csrfToken(grace)), 403, "csrf");
        isProblem(createContact("X-CSRF-Token", csrf, "Sec-Fetch-Site", "cross-site"), 403, "csrf");
        isProblem(createContact("X-CSRF-Token", csrf, "Sec-Fetch-Site", "same-site"), 403, "csrf");
        isProblem(createContact("X-CSRF-Token", csrf, "Origin", "https://evil.example"), 403, "csrf");
        isProblem(createContact("X-CSRF-Token", csrf, "Origin", "null"), 403, "csrf");
        isProblem(ada.post("/notes", "_csrf=" + csrf, "Content-Type", "text/plain"), 403, "csrf");
        isProblem(ada.post("/sign-out", "", "Content-Type", "application/x-www-form-urlencoded"), 403, "csrf");
        isProblem(ada.send("DELETE", "/api/v1/contacts/1", null), 403, "csrf");
        assertThat(gateway.contacts.requests()).isEmpty();
        assertThat(createContact("X-CSRF-Token", csrf, "Origin", origin, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void readsTheCsrfFieldOfAFormAndPassesTheFormOn() {
        String form = "notes=Coffee+with+Anna&_csrf=" + csrf;
        assertThat(ada.post("/notes", form, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(200);
        assertThat(last(gateway.pages).body()).isEqualTo(form);
        isProblem(
                ada.post("/notes", "notes=x&_csrf=guess", "Content-Type", "application/x-www-form-urlencoded"),
                403,
                "csrf");
    }

    @Test
    void letsAPersonalTokenInWithoutCookieOrCsrf() {
        String token = gateway.token(ada, "{\"name\":\"script\"}");
        Browser script = gateway.browser();
        String bearer = "Bearer " + token;
        assertThat(token).startsWith("mem_");
        assertThat(script.get("/api/v1/contacts", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        assertThat(script.post("/api/v1/contacts", "{}", "Authorization", bearer, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(201);
        assertThat(script.get("/people", "Authorization", bearer).statusCode()).isEqualTo(302);
    }

    @Test
    void holdsAPersonalTokenToItsScopes() {
        String bearer = "Bearer " + gateway.token(ada, "{\"name\":\"reader\",\"scopes\":[\"read\"]}");
        Browser script = gateway.browser();
        assertThat(script.get("/api/v1/contacts", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        isProblem(
                script.post("/api/v1/contacts", "{}", "Authorization", bearer, "Content-Type", "application/json"),
                403,
                "insufficient-scope");
        assertThat(gateway.contacts.requests()).hasSize(1);
    }

    @Test
    void knowsOnlyThePathsThatAreMeantForOutside() {
        for (String path : List.of(
                "/api/v1/nothing",
                "/api/v2/contacts",
                "/api",
                "/internal/jwks",
                "/internal/v1/tokens",
                "/actuator",
                "/actuator/health",
                "/actuator/gateway/routes",
                "/v3/api-docs",
                "/%763/api-docs",
                "/%69nternal/jwks",
                "/api/v1/contactsX")) {
            isProblem(ada.get(path), 404, "not-found");
        }
        for (String odd :
                List.of("/api/v1/contacts/..;/x", "/api//v1/contacts", "/%2e%2e/internal/jwks", "/a%2f..%2fb")) {
            assertThat(ada.get(odd).statusCode()).as(odd).isIn(400, 404);
        }
    }

    @Test
    void sendsEachPathToItsService() {
        gateway.worker.on("GET", "/api/v1/interactions/1/enrichment", 200, "{\"from\":\"worker\"}");
        gateway.interactions.on("POST", "/api/v1/interactions/1/enrichment", 202, "{}");
        gateway.interactions.on("GET", "/api/v1/interactions", 200, "{}");
        gateway.search.on("GET", "/api/v1/search", 200, "{\"items\":[]}");
        gateway.contacts.on("PATCH", "/api/v1/facts/1", 200, "{}");
        gateway.contacts.on("DELETE", "/api/v1/merges/1", 200, "{}");
        assertThat(ada.get("/api/v1/interactions/1/enrichment").body()).contains("worker");
        assertThat(ada.post("/api/v1/interactions/1/enrichment", "", "X-CSRF-Token", csrf)
                        .statusCode())
                .isEqualTo(202);
        assertThat(ada.get("/api/v1/interactions?limit=1").statusCode()).isEqualTo(200);
        assertThat(ada.get("/api/v1/search?q=caf%C3%A9").statusCode()).isEqualTo(200);
        assertThat(last(gateway.search).query()).isEqualTo("q=caf%C3%A9");
        assertThat(ada.send("PATCH", "/api/v1/facts/1", "{}", "Content-Type", "application/json", "X-CSRF-Token", csrf)
                        .statusCode())
                .isEqualTo(200);
        assertThat(ada.send("DELETE", "/api/v1/merges/1", null, "X-CSRF-Token", csrf)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesNoRequestOverOneMebibyte() {
        String large = "x".repeat(1024 * 1024 + 1);
        isProblem(
                ada.post("/api/v1/contacts", large, "Content-Type", "application/json", "X-CSRF-Token", csrf),
                413,
                "too-large");
        HttpRequest.Builder unannounced = HttpRequest.newBuilder(gateway.url().resolve("/api/v1/contacts"))
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large)));
        isProblem(ada.send(unannounced), 413, "too-large");
    }

    @Test
    void saysWhenAServiceIsDown() {
        gateway.contacts.down();
        gateway.pages.down();
        HttpResponse<String> api = ada.get("/api/v1/contacts");
        isProblem(api, 503, "dependency-unavailable");
        assertThat(api.headers().firstValue("Retry-After")).isPresent();
        HttpResponse<String> page = ada.get("/");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("Nothing is lost").contains("/api/docs/plain.css");
    }

    @Test
    void tellsBrowsersWhatOurPagesNeverDo() {
        for (String path : List.of("/api/v1/account", "/", "/sign-in", "/api/v1/nothing", "/healthz")) {
            HttpResponse<String> answer = ada.get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .hasValue("same-origin");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        }
        assertThat(ada.get("/sign-in")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("form-action 'self' " + gateway.provider.issuer());
    }

    @Test
    void opensStaticFilesAndHealthToEverybody() {
        gateway.pages.on("GET", "/static/app.css", 200, "{}");
        assertThat(gateway.browser().get("/static/app.css").statusCode()).isEqualTo(200);
        assertThat(gateway.browser().get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void showsTheLocalProviderEveryCookieButOurs() {
        gateway.localSignIn.on("GET", "/local-sign-in/login", 200, "{}");
        ada.cookies.put("PROVIDER", "its-own");
        assertThat(ada.get("/local-sign-in/login").statusCode()).isEqualTo(200);
        assertThat(last(gateway.localSignIn).header("Cookie")).isEqualTo("PROVIDER=its-own");
        assertThat(last(gateway.localSignIn).header("Host")).isEqualTo("localhost:" + gateway.port);
        assertThat(last(gateway.localSignIn).header("Authorization")).isNull();
    }

    private Browser otherPerson() {
        gateway.provider.subject = "grace";
        return gateway.signedIn();
    }
}
