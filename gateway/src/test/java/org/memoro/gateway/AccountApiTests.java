package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memoro.events.AccountChanged;
import org.memoro.events.AccountCreated;
import org.memoro.testkit.TestEvents;

/** One's own account and tokens over the API. */
class AccountApiTests {
    private static TestEvents events;

    private RunningGateway gateway;
    private Browser ada;
    private String csrf;

    @BeforeAll
    static void listen() {
        events = TestEvents.onSharedKafka();
    }

    @AfterAll
    static void stopListening() {
        events.close();
    }

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        ada = gateway.signedIn();
        csrf = gateway.csrfToken(ada);
    }

    private HttpResponse<String> patch(String json, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/merge-patch+json";
        all[2] = "X-CSRF-Token";
        all[3] = csrf;
        return ada.send("PATCH", "/api/v1/account", json, all);
    }

    private HttpResponse<String> postToken(String json, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        all[2] = "X-CSRF-Token";
        all[3] = csrf;
        return ada.post("/api/v1/account/tokens", json, all);
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    private UUID accountId() {
        return UUID.fromString(field(ada.get("/api/v1/account").body(), "id"));
    }

    @Test
    void showsWhoIAmAndWhatIChose() {
        HttpResponse<String> answer = ada.get("/api/v1/account");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(answer.body())
                .contains("\"email\":\"ada@example.com\"")
                .contains("\"firstName\":\"Ada\"")
                .contains("\"lastName\":\"Lovelace\"")
                .contains("\"timeZone\":\"UTC\"")
                .contains("\"enrichment\":\"on\"")
                .containsPattern("\"createdAt\":\"\\d{4}-\\d\\d-\\d\\dT[^\"]+Z\"");
    }

    @Test
    void saysThatAnAccountWasMadeAndChanged() {
        UUID id = accountId();
        patch("{\"timeZone\":\"Europe/Vienna\"}");
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(events.heard(AccountCreated.class, id)).hasSize(1);
            assertThat(events.heard(AccountChanged.class, id)).hasSize(1);
        });
    }

    @Test
    void changesWhatThePatchNamesAndNothingElse() {
        HttpResponse<String> answer = patch("{\"timeZone\":\"Europe/Vienna\",\"enrichment\":\"local-only\","
                + "\"appearance\":{\"theme\":\"dark\"},\"id\":\"" + UUID.randomUUID()
                + "\",\"email\":\"evil@example.com\",\"version\":99}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Europe/Vienna", "local-only", "\"theme\":\"dark\"", "ada@example.com", "\"version\":2");
        assertThat(patch("{\"appearance\":{\"textSize\":\"large\"}}").body())
                .contains("\"theme\":\"dark\"", "\"textSize\":\"large\"");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        for (String zone : List.of("\"Mars/Olympus\"", "\"+02:00\"", "\"\"", "null", "3", "\"CET\\u0000\"")) {
            assertThat(patch("{\"timeZone\":" + zone + "}").statusCode())
                    .as(zone)
                    .isEqualTo(422);
        }
        HttpResponse<String> answer = patch(
                "{\"timeZone\":\"x\",\"enrichment\":\"maybe\",\"appearance\":{\"theme\":\"pink\",\"glitter\":\"on\"}}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("validation-failed", "/timeZone", "/enrichment", "/appearance/theme", "/appearance/glitter");
        assertThat(patch("{broken").statusCode()).isEqualTo(400);
        assertThat(patch("[1]").statusCode()).isEqualTo(400);
        assertThat(ada.get("/api/v1/account").headers().firstValue("ETag")).hasValue("\"1\"");
    }

    @Test
    void refusesAStaleVersion() {
        assertThat(patch("{\"enrichment\":\"off\"}", "If-Match", "\"1\"").statusCode())
                .isEqualTo(200);
        HttpResponse<String> stale = patch("{\"enrichment\":\"on\"}", "If-Match", "\"1\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("stale-version");
    }

    @Test
    void carriesTheChoiceIntoTheNextInternalToken() throws Exception {
        patch("{\"timeZone\":\"Asia/Kolkata\",\"enrichment\":\"off\"}");
        ada.get("/api/v1/contacts");
        String token =
                RunningGateway.last(gateway.contacts).header("Authorization").substring(7);
        var claims = com.nimbusds.jwt.SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getStringClaim("zone")).isEqualTo("Asia/Kolkata");
        assertThat(claims.getStringClaim("enrichment")).isEqualTo("off");
    }

    @Test
    void showsATokensTextOnceAndListsItWithout() {
        HttpResponse<String> made = postToken("{\"name\":\"backup script\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        String id = field(made.body(), "id");
        assertThat(made.headers().firstValue("Location")).hasValue("/api/v1/account/tokens/" + id);
        HttpResponse<String> list = ada.get("/api/v1/account/tokens");
        assertThat(list.body())
                .contains("backup script", id, "2099-01-01T00:00:00Z", "\"nextCursor\":null")
                .doesNotContain(field(made.body(), "token"));
    }

    @Test
    void revokesATokenAtOnce() {
        HttpResponse<String> made = postToken("{\"name\":\"short life\"}");
        String bearer = "Bearer " + field(made.body(), "token");
        Browser script = gateway.browser();
        assertThat(script.get("/api/v1/account", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        String path = "/api/v1/account/tokens/" + field(made.body(), "id");
        assertThat(ada.send("DELETE", path, null, "X-CSRF-Token", csrf).statusCode())
                .isEqualTo(204);
        assertThat(script.get("/api/v1/account", "Authorization", bearer).statusCode())
                .isEqualTo(401);
        assertThat(ada.send("DELETE", path, null, "X-CSRF-Token", csrf).statusCode())
                .isEqualTo(404);
    }

    @Test
    void neitherShowsNorRevokesTokensOfOthers() {
        String id = field(postToken("{\"name\":\"mine\"}").body(), "id");
        gateway.provider.subject = "grace";
        Browser grace = gateway.signedIn();
        assertThat(grace.get("/api/v1/account/tokens").body()).doesNotContain(id);
        assertThat(grace.send("DELETE", "/api/v1/account/tokens/" + id, null, "X-CSRF-Token", gateway.csrfToken(grace))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsScopesInOneOrder() {
        for (int i = 0; i < 4; i++) {
            String asked = i % 2 == 0 ? "[\"write\",\"read\"]" : "[\"read\",\"write\"]";
            assertThat(postToken("{\"name\":\"t" + i + "\",\"scopes\":" + asked + "}")
                            .body())
                    .contains("\"scopes\":[\"read\",\"write\"]");
        }
        assertThat(ada.get("/api/v1/account/tokens").body()).doesNotContain("[\"write\",\"read\"]");
    }

    @Test
    void makesNoTokenThatMayMoreThanItsMaker() {
        String reader = "Bearer "
                + field(postToken("{\"name\":\"r\",\"scopes\":[\"write\"]}").body(), "token");
        HttpResponse<String> answer = gateway.browser()
                .post(
                        "/api/v1/account/tokens",
                        "{\"name\":\"more\",\"scopes\":[\"read\",\"write\"]}",
                        "Authorization",
                        reader,
                        "Content-Type",
                        "application/json");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("insufficient-scope");
    }

    @Test
    void refusesATokenWithoutNameFutureOrKnownScopes() {
        for (String bad : List.of(
                "{}",
                "{\"name\":\"  \"}",
                "{\"name\":\"x\",\"scopes\":[]}",
                "{\"name\":\"x\",\"scopes\":[\"admin\"]}",
                "{\"name\":\"x\",\"scopes\":[\"read\",null]}",
                "{\"name\":\"x\",\"expiresAt\":\"+294277-01-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"expiresAt\":\"2001-01-01T00:00:00Z\"}",
                "{\"name\":\"" + "x".repeat(201) + "\"}",
                "{\"name\":\"a\\u0000b\"}")) {
            assertThat(postToken(bad).statusCode()).as(bad).isEqualTo(422);
        }
        assertThat(postToken("{\"name\":\"x\",\"expiresAt\":\"soon\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void makesOneTokenForARepeatedRequest() {
        assertThat(postToken("{\"name\":\"once\"}", "Idempotency-Key", "k-1").statusCode())
                .isEqualTo(201);
        HttpResponse<String> again = postToken("{\"name\":\"once\"}", "Idempotency-Key", "k-1");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("idempotency-key-reused");
        assertThat(ada.get("/api/v1/account/tokens").body().split("\"once\"", -1))
                .hasSize(2);
    }

    @Test
    void listsTokensPageByPage() {
        for (int i = 0; i < 3; i++) {
            postToken("{\"name\":\"number " + i + "\"}");
        }
        String first = ada.get("/api/v1/account/tokens?limit=2").body();
        assertThat(first).contains("number 2", "number 1").doesNotContain("number 0");
        String second = ada.get("/api/v1/account/tokens?limit=2&cursor=" + field(first, "nextCursor"))
                .body();
        assertThat(second).contains("number 0", "\"nextCursor\":null").doesNotContain("number 1");
        assertThat(ada.get("/api/v1/account/tokens?limit=0").statusCode()).isEqualTo(422);
        assertThat(ada.get("/api/v1/account/tokens?cursor=nonsense").statusCode())
                .isEqualTo(400);
    }
}
