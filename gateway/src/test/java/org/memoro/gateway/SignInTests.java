package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in and out, walked as a browser does it. */
@Tag("security")
class SignInTests {
    private RunningGateway gateway;
    private Browser browser;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        browser = gateway.browser();
        gateway.pages.on("GET", "/", 200, "{\"page\":\"today\"}");
    }

    @Test
    void leadsThroughTheProviderToTheFirstPage() {
        HttpResponse<String> answer = gateway.signIn(browser);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).isEqualTo("/");
        assertThat(browser.get("/").body()).contains("today");
    }

    @Test
    void asksTheProviderWithPkceNonceAndState() {
        String location = Browser.location(browser.get("/oauth2/authorization/test"));
        Map<String, String> query = FakeProvider.form(URI.create(location).getRawQuery());
        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", gateway.url() + "/login/oauth2/code/test")
                .containsKeys("nonce", "state");
    }

    @Test
    void givesACookieThatScriptsAndOtherSitesCannotUse() {
        HttpResponse<String> answer = gateway.signIn(browser);
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith(gateway.cookieName() + "="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(browser.cookies).containsOnlyKeys(gateway.cookieName());
    }

    @Test
    void makesANewSessionIdAtEverySignIn() {
        browser.cookies.put(gateway.cookieName(), "AAAAAAAAAAAAAAAAAAAAAA");
        gateway.signIn(browser);
        String first = browser.cookies.get(gateway.cookieName());
        assertThat(first).isNotEqualTo("AAAAAAAAAAAAAAAAAAAAAA");
        gateway.signIn(browser);
        assertThat(browser.cookies.get(gateway.cookieName())).isNotEqualTo(first);
        Browser old = gateway.browser();
        old.cookies.put(gateway.cookieName(), first);
        assertThat(old.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void findsTheSameAccountAgainEvenWithAnotherEmail() {
        gateway.signIn(browser);
        String before = browser.get("/api/v1/account").body();
        gateway.provider.email = "ada@lovelace.example";
        gateway.signIn(browser);
        String after = browser.get("/api/v1/account").body();
        assertThat(id(after)).isEqualTo(id(before));
        assertThat(after).contains("ada@lovelace.example");
    }

    @Test
    void keepsAccountsApartByWhoTheyAreNotByEmail() {
        gateway.signIn(browser);
        gateway.provider.subject = "somebody-else";
        Browser other = gateway.signedIn();
        assertThat(id(other.get("/api/v1/account").body()))
                .isNotEqualTo(id(browser.get("/api/v1/account").body()));
    }

    @Test
    void refusesAnIdTokenThatIsNotForUsNow() {
        refuses(() -> gateway.provider.claims = claims -> claims.issuer("https://evil.example"));
        refuses(() -> gateway.provider.claims = claims -> claims.audience("another-client"));
        refuses(() -> gateway.provider.claims =
                claims -> claims.expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1)))));
        refuses(() -> gateway.provider.claims = claims -> claims.claim("nonce", "another-nonce"));
        refuses(() -> gateway.provider.claims = claims -> claims.claim("azp", "another-client"));
        refuses(() -> gateway.provider.signedBy = FakeProvider.SignedBy.STRANGER);
        refuses(() -> gateway.provider.signedBy = FakeProvider.SignedBy.NOBODY);
    }

    private void refuses(Runnable lie) {
        gateway.provider.reset();
        lie.run();
        HttpResponse<String> answer = gateway.signIn(browser);
        assertThat(Browser.location(answer)).isEqualTo("/sign-in?error=refused");
        assertThat(browser.cookies).doesNotContainKey(gateway.cookieName());
    }

    @Test
    void refusesAnUnverifiedEmail() {
        gateway.provider.claims = claims -> claims.claim("email_verified", false);
        assertThat(Browser.location(gateway.signIn(browser))).isEqualTo("/sign-in?error=email-not-verified");
    }

    @Test
    void acceptsACallbackOnceAndOnlyInTheBrowserThatBegan() {
        HttpResponse<String> start = browser.get("/oauth2/authorization/test");
        URI back = gateway.provider.approve(URI.create(Browser.location(start)));
        String callback = back.getPath() + "?" + back.getRawQuery();
        assertThat(Browser.location(gateway.browser().get(callback))).isEqualTo("/sign-in?error=expired");
        assertThat(Browser.location(browser.get(callback))).isEqualTo("/");
        assertThat(Browser.location(browser.get(callback))).isEqualTo("/sign-in?error=expired");
    }

    @Test
    void takesNoAnswerAtAnotherProvidersAddress() {
        HttpResponse<String> start = browser.get("/oauth2/authorization/test");
        URI back = gateway.provider.approve(URI.create(Browser.location(start)));
        String mixedUp = "/login/oauth2/code/other?" + back.getRawQuery();
        assertThat(Browser.location(browser.get(mixedUp))).isEqualTo("/sign-in?error=expired");
        assertThat(browser.cookies).doesNotContainKey(gateway.cookieName());
    }

    @Test
    void beginsOnlyWhenThePersonAsksForIt() {
        String begin = "/oauth2/authorization/test";
        assertThat(Browser.location(browser.get(begin, "Sec-Fetch-Site", "cross-site")))
                .isEqualTo("/sign-in");
        assertThat(Browser.location(browser.get(begin, "Sec-Fetch-Site", "same-site")))
                .isEqualTo("/sign-in");
        assertThat(browser.cookies).isEmpty();
        assertThat(Browser.location(browser.get(begin, "Sec-Fetch-Site", "same-origin")))
                .startsWith(gateway.provider.issuer());
    }

    @Test
    void saysWhenTheProviderWasCancelledOrIsUnknown() {
        HttpResponse<String> start = browser.get("/oauth2/authorization/test");
        String state = FakeProvider.form(URI.create(Browser.location(start)).getRawQuery())
                .get("state");
        HttpResponse<String> cancelled =
                browser.get("/login/oauth2/code/test?error=access_denied&state=" + state.replace("=", "%3D"));
        assertThat(Browser.location(cancelled)).isEqualTo("/sign-in?error=cancelled");
        assertThat(Browser.location(browser.get("/oauth2/authorization/nobody")))
                .isEqualTo("/sign-in?error=unknown-provider");
    }

    @Test
    void returnsToTheWantedPageAndNeverToAnotherSite() {
        assertThat(Browser.location(browser.get("/people?query=anna"))).isEqualTo("/sign-in");
        assertThat(Browser.location(gateway.signIn(browser))).isEqualTo("/people?query=anna");
        Browser other = gateway.browser();
        other.get("/%5Cevil.example/");
        assertThat(Browser.location(gateway.signIn(other))).startsWith("/").doesNotStartWith("/\\");
    }

    @Test
    void beginsAtThePublicAddressOnly() {
        Browser elsewhere = new Browser(URI.create("http://127.0.0.1:" + gateway.port));
        assertThat(Browser.location(elsewhere.get("/oauth2/authorization/test")))
                .isEqualTo(gateway.url() + "/oauth2/authorization/test");
    }

    @Test
    void endsTheSessionOnTheServerAtSignOut() {
        gateway.signIn(browser);
        String cookie = browser.cookies.get(gateway.cookieName());
        HttpResponse<String> answer = browser.post(
                "/sign-out",
                "_csrf=" + gateway.csrfToken(browser),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                gateway.url().toString());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer)).isEqualTo("/sign-in");
        assertThat(browser.cookies).isEmpty();
        Browser thief = gateway.browser();
        thief.cookies.put(gateway.cookieName(), cookie);
        assertThat(thief.get("/api/v1/account").statusCode()).isEqualTo(401);
    }

    @Test
    void tellsHtmxToLeaveThePage() {
        HttpResponse<String> answer = browser.get("/people", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
    }

    @Test
    void tellsTheSignInPageWhichProvidersThereAre() {
        gateway.pages.on("GET", "/sign-in", 200, "{}");
        assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(RunningGateway.header(RunningGateway.last(gateway.pages), "X-Sign-In-Providers"))
                .isEqualTo("test");
        assertThat(RunningGateway.header(RunningGateway.last(gateway.pages), "Authorization"))
                .isNull();
    }

    /** Every twentieth hung while requests were answered on the event loop, see AsynchronousAnswers. */
    @Test
    void answersManyInARowOnOneConnection() {
        Browser browser = Browser.behindProxy(gateway.url(), "");
        for (int i = 0; i < 60; i++) {
            browser.forwardedFor = "192.0.2." + i; // so many of one address would be too often
            assertThat(Browser.location(gateway.signIn(browser))).isEqualTo("/");
        }
    }

    private static String id(String account) {
        return account.replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    }
}
