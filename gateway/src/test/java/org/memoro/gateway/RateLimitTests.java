package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** How often one may ask, at the limits that are set when nobody sets others. */
@Tag("security")
@EnabledOnOs(OS.LINUX) // elsewhere this machine has one address only
class RateLimitTests {
    private RunningGateway gateway;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        gateway.pages.on("GET", "/sign-in", 200, "{}");
        gateway.pages.on("GET", "/static/app.css", 200, "{}");
        gateway.contacts.on("GET", "/api/v1/contacts", 200, "{}");
    }

    /** A place on the network that no test has been to. */
    private Browser somewhere() {
        UUID random = UUID.randomUUID();
        return Browser.behindProxy(
                gateway.url(), "2001:db8:%x:%x::1".formatted(random.hashCode() & 0xffff, random.hashCode() >>> 16));
    }

    private static HttpResponse<String> untilRefused(int most, Supplier<HttpResponse<String>> ask) {
        HttpResponse<String> answer = null;
        for (int i = 0; i < most; i++) {
            answer = ask.get();
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("still " + answer.statusCode() + " after " + most);
    }

    private static void saysWhenToComeBack(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9][0-9]?");
    }

    private static void isProblem(HttpResponse<String> answer) {
        saysWhenToComeBack(answer);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"rate-limited\"", "\"status\":429");
    }

    @Test
    void stopsOneAddressAndNoOther() {
        Browser stranger = somewhere();

        isProblem(untilRefused(2_000, () -> stranger.get("/api/v1/contacts")));

        assertThat(somewhere().get("/api/v1/contacts").statusCode()).isEqualTo(401);
        assertThat(gateway.contacts.requests()).isEmpty();
    }

    @Test
    void countsTheAddressesOfOneIpv6NetworkAsOne() {
        Browser stranger = somewhere();
        String network = stranger.forwardedFor.replaceFirst("::1$", "");
        int[] host = {0};

        untilRefused(2_000, () -> {
            stranger.forwardedFor = network + "::" + Integer.toHexString(++host[0]);
            return stranger.get("/api/v1/contacts");
        });
    }

    @Test
    void countsAllOfOneAccountTogetherWhereverItIs() {
        Browser ada = gateway.signedIn();
        String bearer = "Bearer " + gateway.token(ada, "{\"name\":\"script\"}");
        Browser script = somewhere();

        isProblem(untilRefused(5_000, () -> script.get("/api/v1/contacts", "Authorization", bearer)));

        assertThat(untilRefused(200, () -> ada.get("/api/v1/contacts")).statusCode())
                .isEqualTo(429);
        gateway.provider.subject = "grace-" + UUID.randomUUID();
        assertThat(gateway.signedIn().get("/api/v1/contacts").statusCode()).isEqualTo(200);
    }

    @Test
    void letsNobodyBeginSignInsAsFastAsAProgramCan() {
        Browser stranger = somewhere();

        HttpResponse<String> answer = untilRefused(25, () -> stranger.get("/oauth2/authorization/test"));

        isProblem(answer);
        isProblem(stranger.get("/login/oauth2/code/test?code=x&state=y"));
        isProblem(stranger.get("/login/oauth2/%63ode/test?code=x&state=y"));
        assertThat(stranger.get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void letsNobodyGuessTokens() {
        Browser stranger = somewhere();

        isProblem(untilRefused(
                35, () -> stranger.get("/api/v1/contacts", "Authorization", "Bearer mem_" + UUID.randomUUID())));
    }

    @Test
    void triesNotEvenTheRightTokenOfWhoHasGuessedTooOften() {
        String right = "Bearer " + gateway.token(gateway.signedIn(), "{\"name\":\"new\"}");
        Browser stranger = somewhere();
        untilRefused(35, () -> stranger.get("/api/v1/contacts", "Authorization", "Bearer mem_" + UUID.randomUUID()));

        isProblem(stranger.get("/api/v1/contacts", "Authorization", right));
    }

    @Test
    void letsNobodyGuessSessions() {
        Browser stranger = somewhere();

        untilRefused(35, () -> {
            stranger.cookies.put(gateway.cookieName(), OpaqueSecret.ofBits(128).text());
            return stranger.get("/api/v1/contacts");
        });
    }

    @Test
    void doesNotHoldUpWhoWasHereBecauseANeighbourGuesses() {
        String right = "Bearer " + gateway.token(gateway.signedIn(), "{\"name\":\"script\"}");
        Browser household = somewhere();
        assertThat(household.get("/api/v1/contacts", "Authorization", right).statusCode())
                .isEqualTo(200);

        untilRefused(35, () -> household.get("/api/v1/contacts", "Authorization", "Bearer mem_" + UUID.randomUUID()));

        assertThat(household.get("/api/v1/contacts", "Authorization", right).statusCode())
                .isEqualTo(200);
    }

    @Test
    void holdsATokenForAGuessOnceItIsRevoked() {
        Browser ada = gateway.signedIn();
        String bearer = "Bearer " + gateway.token(ada, "{\"name\":\"short\"}");
        Browser script = somewhere();
        assertThat(script.get("/api/v1/contacts", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        String id = ada.get("/api/v1/account/tokens").body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        ada.send("DELETE", "/api/v1/account/tokens/" + id, null, "X-CSRF-Token", gateway.csrfToken(ada));

        assertThat(script.get("/api/v1/contacts", "Authorization", bearer).statusCode())
                .isEqualTo(401);
        untilRefused(40, () -> script.get("/api/v1/contacts", "Authorization", bearer));
    }

    @Test
    void tellsPeopleOnAPlainPage() {
        Browser stranger = somewhere();
        HttpResponse<String> page = untilRefused(2_000, () -> stranger.get("/sign-in", "Accept", "text/html,*/*"));

        saysWhenToComeBack(page);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("One moment");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void countsNeitherFilesNorHealth() {
        Browser stranger = somewhere();
        untilRefused(2_000, () -> stranger.get("/api/v1/contacts"));

        for (int i = 0; i < 50; i++) {
            assertThat(stranger.get("/static/app.css").statusCode()).isEqualTo(200);
            assertThat(stranger.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void takesNoAddressFromHeadersThatAClientMakesUp() {
        Browser stranger = gateway.browser();
        int[] made = {0};

        untilRefused(
                2_000,
                () -> stranger.get(
                        "/api/v1/contacts",
                        "X-Forwarded-For",
                        "192.0.2." + (made[0]++ % 250),
                        "Forwarded",
                        "for=192.0.2." + (made[0] % 250)));
    }
}
