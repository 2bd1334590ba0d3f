package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.logs.AccountHash;
import org.memoro.testkit.CapturedLog;
import org.memoro.testkit.CapturedLog.Entry;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway's log says of requests, and that it never says what is in them or who made them. */
@Tag("security")
class LogHygieneTests {
    private static final String EMAIL = "quetzal-mail@example.com";
    private static final String NOTE = "the-note-that-nobody-may-read";
    private static final String SEARCH = "what-somebody-searched-for";

    private RunningGateway gateway;
    private Browser ada;
    private String csrf;
    private UUID accountId;
    private String account;
    private final List<String> secrets = new ArrayList<>();

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        gateway.provider.email = EMAIL;
        ada = gateway.signedIn();
        csrf = gateway.csrfToken(ada);
        accountId = UUID.fromString(JsonMapper.shared()
                .readTree(ada.get("/api/v1/account").body())
                .get("id")
                .asString());
        account = gateway.context.getBean(AccountHash.class).of(accountId);
        secrets.addAll(List.of(EMAIL, NOTE, SEARCH, csrf, accountId.toString()));
        secrets.addAll(ada.cookies.values());
    }

    @AfterEach
    void everybodyIsBack() {
        RunningGateway.get();
    }

    private void tellsNothing(CapturedLog log) {
        assertThat(log.entries()).isNotEmpty().allSatisfy(entry -> assertThat(entry.toString())
                .doesNotContain(secrets.toArray(String[]::new)));
    }

    private void namesAccount(List<Entry> entries, String what) {
        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry.message()).contains(what))
                .allSatisfy(entry -> assertThat(entry.fields()).containsEntry("account", account));
    }

    @Test
    void tellsASignInByTheAccountsHashAlone() {
        try (CapturedLog log = CapturedLog.open()) {
            Browser browser = gateway.browser();
            URI back = gateway.provider.approve(
                    URI.create(Browser.location(browser.get("/oauth2/authorization/test?q=" + SEARCH))));
            secrets.addAll(browser.cookies.values());
            secrets.addAll(FakeProvider.form(back.getRawQuery()).values());
            browser.get(back.getPath() + "?" + back.getRawQuery(), "X-Request-Id", "hygiene-sign-in-1");
            secrets.addAll(browser.cookies.values());
            secrets.add(gateway.provider.subject);

            assertThat(log.ofRequest("hygiene-sign-in-1"))
                    .filteredOn(entry -> entry.message().startsWith("Signed in with test"))
                    .singleElement()
                    .satisfies(
                            entry -> assertThat(entry.fields().get("account")).isEqualTo(account));
            tellsNothing(log);
        }
    }

    @Test
    void tellsASignInThatFailsWithoutWhatTheProviderKnows() {
        try (CapturedLog log = CapturedLog.open()) {
            gateway.provider.signedBy = FakeProvider.SignedBy.STRANGER;
            Browser browser = gateway.browser();
            URI back =
                    gateway.provider.approve(URI.create(Browser.location(browser.get("/oauth2/authorization/test"))));
            secrets.addAll(FakeProvider.form(back.getRawQuery()).values());
            browser.get(back.getPath() + "?" + back.getRawQuery(), "X-Request-Id", "hygiene-sign-in-2");

            assertThat(log.ofRequest("hygiene-sign-in-2"))
                    .anySatisfy(entry -> assertThat(entry.message()).startsWith("Sign-in failed"));
            tellsNothing(log);
        }
    }

    @Test
    void tellsAServiceThatIsAwayByRequestAndAccount() {
        try (CapturedLog log = CapturedLog.open()) {
            gateway.search.down();
            ada.get("/api/v1/search?q=" + SEARCH, "X-Request-Id", "hygiene-outage-1");

            namesAccount(log.ofRequest("hygiene-outage-1"), "search-service cannot be reached");
            tellsNothing(log);
        }
    }

    @Test
    void tellsRefusalsByRequestAndAccountAndNotByContent() {
        String token = gateway.token(ada, "{\"name\":\"" + NOTE + "\",\"scopes\":[\"read\"]}");
        secrets.add(token);
        try (CapturedLog log = CapturedLog.open()) {
            ada.post("/api/v1/contacts?q=" + SEARCH, "{\"firstName\":\"" + NOTE, "X-Request-Id", "hygiene-csrf-1");
            gateway.browser()
                    .post(
                            "/api/v1/contacts",
                            "{\"firstName\":\"" + NOTE,
                            "Authorization",
                            "Bearer " + token,
                            "X-Request-Id",
                            "hygiene-scope-1");
            ada.send(
                    "PATCH",
                    "/api/v1/account",
                    "{\"firstName\":\"" + NOTE,
                    "Content-Type",
                    "application/json",
                    "X-CSRF-Token",
                    csrf,
                    "X-Request-Id",
                    "hygiene-body-1");

            namesAccount(log.ofRequest("hygiene-csrf-1"), "refused: csrf");
            namesAccount(log.ofRequest("hygiene-scope-1"), "refused: insufficient-scope");
            namesAccount(log.ofRequest("hygiene-body-1"), "refused: malformed");
            tellsNothing(log);
        }
    }
}
