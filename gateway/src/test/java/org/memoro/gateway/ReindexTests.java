package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.RecordedRequest;
import org.memoro.testkit.StubService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever runs the server has the search index of every account built anew. */
class ReindexTests {
    private static final String PATH = "/internal/v1/reindex";
    private static final String REBUILD = "/internal/v1/rebuild";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private RunningGateway gateway;
    private Browser inside;
    private String account;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        inside = new Browser(gateway.internalUrl());
        account = JSON.readTree(gateway.signedIn().get("/api/v1/account").body())
                .path("id")
                .asString();
    }

    @Test
    void takesEveryStepOfEveryAccount() {
        gateway.search.on(
                "POST",
                REBUILD,
                request -> new StubService.Answer(
                        200,
                        JSON.readTree(request.body()).path("from").asString("").isEmpty()
                                ? "{\"contacts\":2,\"notes\":0,\"next\":\"on and on\"}"
                                : "{\"contacts\":0,\"notes\":3,\"next\":null}"));

        assertThat(begin("local", "local-secret").statusCode()).isEqualTo(202);
        JsonNode end = end();

        long accounts = end.path("of").asLong();
        assertThat(accounts).isPositive();
        assertThat(end.path("state").asString()).isEqualTo("done");
        assertThat(end.path("accounts").asLong()).isEqualTo(accounts);
        assertThat(end.path("contacts").asLong()).isEqualTo(2 * accounts);
        assertThat(end.path("notes").asLong()).isEqualTo(3 * accounts);
        assertThat(requestsForTheAccount())
                .extracting(RecordedRequest::body)
                .containsExactly("{}", "{\"from\":\"on and on\"}");
    }

    @Test
    void triesAgainWhatMayPass() {
        AtomicInteger calls = new AtomicInteger();
        gateway.search.on(
                "POST",
                REBUILD,
                request -> calls.incrementAndGet() == 1
                        ? new StubService.Answer(503, "{}")
                        : new StubService.Answer(200, "{\"contacts\":0,\"notes\":0,\"next\":null}"));

        begin("local", "local-secret");

        assertThat(end().path("state").asString()).isEqualTo("done");
    }

    @Test
    void saysForHowManyAccountsItDidNotWork() {
        gateway.search.on("POST", REBUILD, 422, "{}");

        begin("local", "local-secret");
        JsonNode end = end();

        assertThat(end.path("state").asString()).isEqualTo("failed");
        assertThat(end.path("failed").asLong()).isEqualTo(end.path("of").asLong());
        assertThat(end.path("accounts").asLong()).isZero();
    }

    @Test
    void listensToNobodyElse() {
        for (String method : List.of("GET", "POST")) {
            assertThat(ask(method, "search-service", "search-secret").statusCode())
                    .isEqualTo(403);
            assertThat(ask(method, "local", "wrong").statusCode()).isEqualTo(401);
            assertThat(ask(method, "operator", "").statusCode()).isEqualTo(401);
        }
        assertThat(gateway.signedIn().get(PATH).statusCode()).isNotEqualTo(200);
    }

    /** With a token of the account that the gateway works for, good for this alone. */
    private List<RecordedRequest> requestsForTheAccount() {
        return gateway.search.requests().stream()
                .filter(request -> request.path().equals(REBUILD))
                .filter(request -> claims(request).get("sub").equals(account))
                .peek(request ->
                        assertThat(claims(request).toString()).contains("purpose=rebuild", "aud=[search-service]"))
                .toList();
    }

    private static Map<String, Object> claims(RecordedRequest request) {
        try {
            String token = java.util.Objects.requireNonNull(request.header("Authorization"))
                    .substring("Bearer ".length());
            return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode end() {
        await().atMost(SOON).until(() -> !progress().path("state").asString().equals("running"));
        return progress();
    }

    private JsonNode progress() {
        return JSON.readTree(ask("GET", "local", "local-secret").body());
    }

    private HttpResponse<String> begin(String who, String secret) {
        return ask("POST", who, secret);
    }

    private HttpResponse<String> ask(String method, String who, String secret) {
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((who + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return method.equals("GET")
                ? inside.get(PATH, "Authorization", basic)
                : inside.post(PATH, "", "Authorization", basic);
    }
}
