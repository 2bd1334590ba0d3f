package org.memoro.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The provider as the gateway and a browser meet it. */
class LocalSignInTests {
    private static final String VERIFIER = "a-code-verifier-of-more-than-forty-three-characters";
    private static final String REDIRECT = "http://localhost:8080/login/oauth2/code/local";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext context;
    private static String url;

    @BeforeAll
    static void start() {
        context = LocalSignIn.builder()
                .registerShutdownHook(false)
                .run(LocalSignIn.arguments(0, 8080, "ada.lovelace@memoro.local", "gateway", "secret")
                        .toArray(String[]::new));
        url = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + LocalSignIn.PATH;
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void signsTheLocalUserInWithoutAPassword() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(
                        tokens(code(authorize(challenge()))).path("id_token").asString())
                .getJWTClaimsSet();

        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080/local-sign-in");
        assertThat(claims.getSubject()).isEqualTo("local:ada.lovelace@memoro.local");
        assertThat(claims.getClaim("email")).isEqualTo("ada.lovelace@memoro.local");
        assertThat(claims.getClaim("email_verified")).isEqualTo(true);
        assertThat(claims.getClaim("given_name")).isEqualTo("Ada");
        assertThat(claims.getClaim("family_name")).isEqualTo("Lovelace");
    }

    @Test
    void comesBackToEitherNameOfThisMachine() throws Exception {
        Map<String, String> query = challenge();
        query.put("redirect_uri", REDIRECT.replace("localhost", "127.0.0.1"));

        assertThat(location(authorize(query))).startsWith("http://127.0.0.1:8080/login/oauth2/code/local?code=");
    }

    @Test
    void signsWithAKeyOfFullStrength() throws Exception {
        JWKSet keys = JWKSet.parse(
                send(HttpRequest.newBuilder(URI.create(url + "/oauth2/jwks"))).body());

        assertThat(keys.getKeys()).hasSize(1);
        assertThat(keys.getKeys().getFirst().size()).isGreaterThanOrEqualTo(3072);
        assertThat(keys.getKeys().getFirst().isPrivate()).isFalse();
    }

    @Nested
    class Refuses {
        @Test
        void aRequestWithoutProofKey() throws Exception {
            Map<String, String> query = challenge();
            query.remove("code_challenge");

            assertThat(location(authorize(query)))
                    .contains("error=invalid_request")
                    .doesNotContain("?code=");
        }

        @Test
        void toSendTheCodeAnywhereElse() throws Exception {
            Map<String, String> query = challenge();
            query.put("redirect_uri", "http://evil.example/login/oauth2/code/local");

            HttpResponse<String> answer = authorize(query);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }

        @Test
        void aStolenCodeWithoutItsVerifier() throws Exception {
            String code = code(authorize(challenge()));

            assertThat(exchange(code, "another-verifier-of-more-than-forty-three-characters", "secret")
                            .statusCode())
                    .isEqualTo(400);
        }

        @Test
        void aCodeThatWasUsedBefore() throws Exception {
            String code = code(authorize(challenge()));
            tokens(code);

            assertThat(exchange(code, VERIFIER, "secret").statusCode()).isEqualTo(400);
        }

        @Test
        void aVerifierThatTravelsInTheOpen() throws Exception {
            Map<String, String> query = challenge();
            query.put("code_challenge", VERIFIER);
            query.put("code_challenge_method", "plain");

            assertThat(location(authorize(query))).contains("error=invalid_request");
        }

        @Test
        void anyGrantButTheCode() throws Exception {
            Map<String, String> query = challenge();
            query.put("response_type", "token");
            assertThat(authorize(query).statusCode()).isEqualTo(400);

            for (String grant : List.of("client_credentials", "password", "refresh_token")) {
                assertThat(token(Map.of("grant_type", grant)).statusCode())
                        .as(grant)
                        .isEqualTo(400);
            }
        }

        @Test
        void aClientWithAWrongSecret() throws Exception {
            assertThat(exchange(code(authorize(challenge())), VERIFIER, "wrong").statusCode())
                    .isEqualTo(401);
        }
    }

    private static Map<String, String> challenge() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        Map<String, String> query = new HashMap<>(Map.of(
                "response_type", "code",
                "client_id", "gateway",
                "scope", "openid profile email",
                "state", "state",
                "redirect_uri", REDIRECT,
                "code_challenge_method", "S256"));
        query.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        return query;
    }

    private static HttpResponse<String> authorize(Map<String, String> query) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + "/oauth2/authorize?" + form(query))));
    }

    private static JsonNode tokens(String code) throws Exception {
        HttpResponse<String> answer = exchange(code, VERIFIER, "secret");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> exchange(String code, String verifier, String secret) throws Exception {
        return token(
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "code_verifier", verifier,
                        "redirect_uri", REDIRECT),
                secret);
    }

    private static HttpResponse<String> token(Map<String, String> form) throws Exception {
        return token(form, "secret");
    }

    private static HttpResponse<String> token(Map<String, String> form, String secret) throws Exception {
        String credential = Base64.getEncoder().encodeToString(("gateway:" + secret).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                .header("Authorization", "Basic " + credential)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form))));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String code(HttpResponse<String> answer) {
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(location(answer));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
