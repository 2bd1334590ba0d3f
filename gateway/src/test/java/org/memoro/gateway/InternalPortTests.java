package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys and tokens for services. */
@Tag("security")
class InternalPortTests {
    private RunningGateway gateway;
    private Browser inside;
    private String account;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        inside = new Browser(gateway.internalUrl());
        account = gateway.signedIn().get("/api/v1/account").body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }

    private static String basic(String service, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((service + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> ask(String service, String secret, String form) {
        return inside.post(
                "/internal/v1/tokens",
                form,
                "Authorization",
                basic(service, secret),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static JWTClaimsSet claims(HttpResponse<String> answer) {
        try {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"expires_in\":60");
            return SignedJWT.parse(answer.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1"))
                    .getJWTClaimsSet();
        } catch (java.text.ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void publishesPublicKeysOnly() {
        assertThat(inside.get("/internal/jwks").body())
                .contains("\"keys\"", "\"crv\"")
                .doesNotContain("\"d\"");
    }

    @Test
    void givesAServiceATokenForWorkThatIsListed() throws Exception {
        JWTClaimsSet claims = claims(
                ask("search-service", "search-secret", "audience=contact-service&purpose=index&subject=" + account));
        assertThat(claims.getSubject()).isEqualTo(account);
        assertThat(claims.getAudience()).containsExactly("contact-service");
        assertThat(claims.getStringClaim("actor")).isEqualTo("search-service");
        assertThat(claims.getStringClaim("purpose")).isEqualTo("index");
        assertThat(claims.getStringClaim("scope")).isEmpty();
    }

    @Test
    void refusesWorkThatIsNotListedUnknownAccountsAndWrongSecrets() {
        String work = "audience=contact-service&purpose=index&subject=" + account;
        assertThat(ask("search-service", "search-secret", work.replace("index", "apply-facts"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask("web-ui", "pages-secret", work).statusCode()).isEqualTo(403);
        assertThat(ask("search-service", "guess", work).statusCode()).isEqualTo(401);
        assertThat(ask("contact-service", "", work).statusCode()).isEqualTo(401);
        assertThat(ask(
                                "search-service",
                                "search-secret",
                                work.replace(account, UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask("search-service", "search-secret", work.replace(account, "me"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("search-service", "search-secret", "audience=contact-service")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void exchangesAPersonsTokenForThePagesOnly() throws Exception {
        Browser ada = gateway.signedIn();
        ada.get("/");
        String shown =
                RunningGateway.last(gateway.pages).header("Authorization").substring(7);
        String form = "audience=contact-service&subject_token=" + shown;
        JWTClaimsSet claims = claims(ask("web-ui", "pages-secret", form));
        assertThat(claims.getSubject())
                .isEqualTo(SignedJWT.parse(shown).getJWTClaimsSet().getSubject());
        assertThat(claims.getStringClaim("scope")).isEqualTo("read write");
        assertThat(claims.getStringClaim("actor")).isEqualTo("web-ui");
        assertThat(claims.getStringClaim("sid")).isNotBlank();
        assertThat(ask("search-service", "search-secret", form).statusCode()).isEqualTo(403);
        assertThat(ask("web-ui", "pages-secret", form.replace("contact-service", "web-ui"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask("web-ui", "pages-secret", form + "x").statusCode()).isEqualTo(401);
    }

    @Test
    void makesALocalTokenForTheLauncherOnly() {
        String[] json = {"Authorization", basic("local", "local-secret"), "Content-Type", "application/json"};
        HttpResponse<String> first = inside.post("/internal/v1/local-tokens", "{\"email\":\"You@Example.com\"}", json);
        HttpResponse<String> second = inside.post("/internal/v1/local-tokens", "{\"email\":\"you@example.com\"}", json);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(me(second)).contains("you@example.com").isEqualTo(me(first));
        assertThat(inside.post("/internal/v1/local-tokens", "{\"email\":\"nobody\"}", json)
                        .statusCode())
                .isEqualTo(422);
        json[1] = basic("web-ui", "pages-secret");
        assertThat(inside.post("/internal/v1/local-tokens", "{\"email\":\"you@example.com\"}", json)
                        .statusCode())
                .isEqualTo(403);
    }

    private String me(HttpResponse<String> answer) {
        String token = answer.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
        return gateway.browser()
                .get("/api/v1/account", "Authorization", "Bearer " + token)
                .body();
    }
}
