package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.internaltokens.InternalTokenSigner;
import org.memoro.internaltokens.TokenClaims;

/** The account on the internal port, as the pages reach it in a person's name. */
@Tag("security")
class AccountForPagesTests {
    private static final String ACCOUNT = "/internal/v1/account";

    private RunningGateway gateway;
    private Browser inside;
    private Browser ada;
    private UUID account;
    private String token;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        inside = new Browser(gateway.internalUrl());
        ada = gateway.signedIn();
        account = UUID.fromString(field(ada.get("/api/v1/account").body(), "id"));
        token = exchanged(ada);
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*?\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    /** What the pages do with the token of a person's request. */
    private String exchanged(Browser browser) {
        browser.get("/settings");
        String shown =
                RunningGateway.last(gateway.pages).header("Authorization").substring(7);
        String basic = Base64.getEncoder().encodeToString("web-ui:pages-secret".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = inside.post(
                "/internal/v1/tokens",
                "audience=gateway&subject_token=" + shown,
                "Authorization",
                "Basic " + basic,
                "Content-Type",
                "application/x-www-form-urlencoded");
        return field(answer.body(), "access_token");
    }

    private HttpResponse<String> ask(String method, String path, String json, String bearer) {
        return inside.send(
                method, ACCOUNT + path, json, "Authorization", "Bearer " + bearer, "Content-Type", "application/json");
    }

    private String signed(Set<String> scopes, String actor, String purpose) {
        return gateway.context
                .getBean(InternalTokenSigner.class)
                .sign(new TokenClaims(
                        account, "gateway", ZoneId.of("UTC"), EnrichmentMode.ON, scopes, actor, purpose, null));
    }

    @Test
    void saysThePublicAnswers() {
        for (String path : List.of("", "/tokens", "/audit?limit=1")) {
            HttpResponse<String> here = ask("GET", path, null, token);
            HttpResponse<String> outside = ada.get("/api/v1/account" + path);
            assertThat(here.statusCode()).as(path).isEqualTo(200);
            assertThat(here.body()).as(path).isEqualTo(outside.body());
            assertThat(here.headers().firstValue("ETag"))
                    .isEqualTo(outside.headers().firstValue("ETag"));
        }
    }

    @Test
    void knowsTheSessionThatAsks() {
        gateway.signedIn();
        String list = ask("GET", "/sessions", null, token).body();
        assertThat(list).isEqualTo(ada.get("/api/v1/account/sessions").body());
        assertThat(list.split("\"current\":true", -1)).hasSize(2);
        assertThat(list.split("\"current\":false", -1)).hasSize(2);
    }

    @Test
    void changesSettingsWithTheSameChecks() {
        assertThat(ask("PATCH", "", "{\"timeZone\":\"Europe/Vienna\"}", token).body())
                .contains("Europe/Vienna");
        HttpResponse<String> wrong = ask("PATCH", "", "{\"enrichment\":\"maybe\"}", token);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("validation-failed", "/enrichment", "requestId");
        HttpResponse<String> merge = inside.send(
                "PATCH",
                ACCOUNT,
                "{\"enrichment\":\"off\"}",
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                "\"1\"");
        assertThat(merge.statusCode()).isEqualTo(412);
        assertThat(ada.get("/api/v1/account/audit").body())
                .containsPattern("settings-changed\",\"sessionId\":\"[0-9a-f-]{36}\"");
    }

    @Test
    void makesListsAndRevokesTokens() {
        HttpResponse<String> made = ask("POST", "/tokens", "{\"name\":\"from the pages\"}", token);
        assertThat(made.statusCode()).isEqualTo(201);
        String bearer = "Bearer " + field(made.body(), "token");
        assertThat(gateway.browser()
                        .get("/api/v1/account", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("DELETE", "/tokens/" + field(made.body(), "id"), null, token)
                        .statusCode())
                .isEqualTo(204);
        assertThat(gateway.browser()
                        .get("/api/v1/account", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask("POST", "/tokens", "{\"name\":\"\"}", token).statusCode())
                .isEqualTo(422);
        assertThat(ask("POST", "/tokens", "{broken", token).statusCode()).isEqualTo(400);
    }

    @Test
    void endsAnotherSessionOfTheSamePersonOnly() {
        Browser phone = gateway.signedIn();
        String list = ask("GET", "/sessions", null, token).body();
        String other = list.replaceFirst("(?s).*\"id\":\"([^\"]+)\",\"current\":false.*", "$1");
        gateway.provider.subject = "grace-" + UUID.randomUUID();
        String grace = exchanged(gateway.signedIn());
        assertThat(ask("DELETE", "/sessions/" + other, null, grace).statusCode())
                .isEqualTo(404);
        assertThat(phone.get("/api/v1/account").statusCode()).isEqualTo(200);
        assertThat(ask("DELETE", "/sessions/" + other, null, token).statusCode())
                .isEqualTo(204);
        assertThat(phone.get("/api/v1/account").statusCode()).isEqualTo(401);
    }

    @Test
    void takesOnlyTokensForItselfThatItSigned() {
        ada.get("/settings");
        String forPages =
                RunningGateway.last(gateway.pages).header("Authorization").substring(7);
        String stranger = InternalTokenSigner.withNewKey()
                .sign(new TokenClaims(
                        account,
                        "gateway",
                        ZoneId.of("UTC"),
                        EnrichmentMode.ON,
                        Set.of("read", "write"),
                        "web-ui",
                        null,
                        null));
        for (String bad :
                List.of(forPages, stranger, token + "x", "", "mem_x", ada.cookies.get(gateway.cookieName()))) {
            assertThat(ask("GET", "", null, bad).statusCode()).as(bad).isEqualTo(401);
        }
        assertThat(inside.get(ACCOUNT).statusCode()).isEqualTo(401);
    }

    @Test
    void servesThePagesInAPersonsNameOnlyAndWithinTheirScopes() {
        Set<String> all = Set.of("read", "write");
        assertThat(ask("GET", "", null, signed(all, "web-ui", null)).statusCode())
                .isEqualTo(200);
        assertThat(ask("GET", "", null, signed(all, null, null)).statusCode()).isEqualTo(403);
        assertThat(ask("GET", "", null, signed(all, "search-service", null)).statusCode())
                .isEqualTo(403);
        assertThat(ask("GET", "", null, signed(all, "web-ui", "index")).statusCode())
                .isEqualTo(403);
        assertThat(ask("GET", "", null, signed(Set.of(), "web-ui", null)).statusCode())
                .isEqualTo(403);
        String reader = signed(Set.of("read"), "web-ui", null);
        assertThat(ask("GET", "", null, reader).statusCode()).isEqualTo(200);
        assertThat(ask("PATCH", "", "{\"enrichment\":\"off\"}", reader).statusCode())
                .isEqualTo(403);
        assertThat(ask("POST", "/tokens", "{\"name\":\"x\"}", reader).statusCode())
                .isEqualTo(403);
    }

    @Test
    void hasNoOtherDoors() {
        for (String path : List.of("/../contacts", "/%2e%2e/contacts", "ing", "/tokens/", "/x", "/tokens/a/b")) {
            assertThat(ask("GET", path, null, token).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(ask("DELETE", "/sessions", null, token).statusCode()).isEqualTo(404);
        assertThat(ask("PUT", "", "{}", token).statusCode()).isEqualTo(404);
        assertThat(gateway.contacts.requests()).isEmpty();
        assertThat(ada.get(ACCOUNT).statusCode()).isEqualTo(404);
    }
}
