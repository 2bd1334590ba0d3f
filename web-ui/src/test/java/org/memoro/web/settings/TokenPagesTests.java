package org.memoro.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.web.RunningPages.ACCOUNT_PATH;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.RecordedRequest;
import org.memoro.testkit.StubService;
import org.memoro.web.RunningPages;
import org.memoro.web.RunningPages.Answer;
import org.memoro.web.Sample;

class TokenPagesTests {

    private static final String TOKENS = ACCOUNT_PATH + "/tokens";
    private static final String HOSTILE =
            "\"><img src=x onerror=alert(1)> hx-get=/evil ' hx-on:load='alert(1)' ${1234*5678} @template.x()";

    private final RunningPages pages = RunningPages.fresh();

    @Test
    void listWhatEachMayDoAndWhenItEnds() {
        pages.account.on(
                "GET",
                TOKENS,
                200,
                Sample.list(
                        Sample.token(Sample.id(1), "Phone", "write")
                                .put("expiresAt", "2099-05-14T08:00:00Z")
                                .put("lastUsedAt", "2026-02-03T04:05:00Z"),
                        Sample.token(Sample.id(2), "Old", "read", "write").put("expiresAt", "2020-05-14T08:00:00Z"),
                        Sample.token(Sample.id(3), "Backup", "read")));

        assertThat(pages.get("/settings/tokens").body())
                .containsSubsequence("Phone", ">Write<", "3 Feb, 04:05", "14 May 2099")
                .containsSubsequence("Old", ">Read and write<", "Never", "Ended 14 May 2020")
                .containsSubsequence("Backup", ">Read<", "Does not end")
                .doesNotContain("mem_");
    }

    @Test
    void showTheTextOfANewTokenOnceInTheAnswerThatMadeIt() {
        made("Phone", "mem_secret");

        Answer made =
                pages.post("/settings/tokens", "key", "k-1", "name", " Phone ", "scope", "read write", "ends", "30");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(made.body())
                .contains("“Phone” is ready.", "not shown again")
                .containsPattern("<input[^>]* readonly[^>]* autocomplete=\"off\"[^>]* value=\"mem_secret\"");
        assertThat(pages.get("/settings/tokens").body()).doesNotContain("mem_secret");
    }

    @Test
    void askForExactlyWhatWasChosen() {
        made("Phone", "mem_secret");

        pages.post("/settings/tokens", "key", "k-1", "name", "Phone", "scope", "read write", "ends", "30");
        RecordedRequest asked = posted();
        assertThat(asked.body()).contains("\"name\":\"Phone\"", "[\"read\",\"write\"]", "\"expiresAt\":\"2");
        assertThat(asked.header("Idempotency-Key")).isEqualTo("k-1");

        pages.post("/settings/tokens", "key", "k-2", "name", "Phone", "scope", "read", "ends", "never");
        assertThat(posted().body()).contains("[\"read\"]").doesNotContain("expiresAt");
    }

    @Test
    void answerTheSameInPlace() {
        made("Phone", "mem_secret");

        Answer made = pages.postFragment("/settings/tokens", "name", "Phone", "scope", "read", "ends", "90");

        assertThat(made.body()).contains("mem_secret").doesNotContain("<html");
    }

    @Test
    void sayWhatIsWrongAtEachFieldAndLoseNothing() {
        Answer wrong = pages.post("/settings/tokens", "name", "  ", "scope", "everything", "ends", "soon");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"tk-name-err\"", "Say what will use it")
                .contains("id=\"tk-scope-err\"", "Choose what it may do.")
                .contains("id=\"tk-end-err\"", "Choose when it ends.");
        assertThat(pages.account.requests())
                .noneMatch(request -> request.method().equals("POST"));

        Answer longName =
                pages.postFragment("/settings/tokens", "name", "x".repeat(201), "scope", "write", "ends", "never");
        assertThat(longName.status()).isEqualTo(422);
        assertThat(longName.body())
                .contains("value=\"" + "x".repeat(201) + "\"")
                .containsPattern("value=\"write\" selected")
                .containsPattern("value=\"never\" selected");
    }

    @Test
    void putWhatTheGatewaySaysAtTheFieldItIsAbout() {
        pages.account.on(
                "POST",
                TOKENS,
                422,
                "{\"status\":422,\"errors\":[{\"pointer\":\"/expiresAt\",\"detail\":\"must lie in the future.\"}]}");

        Answer refused = pages.post("/settings/tokens", "name", "Phone", "scope", "read", "ends", "30");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .containsSubsequence("tk-end-err", "must lie in the future.")
                .contains("value=\"Phone\"");
    }

    @Test
    void sayWhenATokenWasMadeByTheSameFormAlready() {
        pages.account.on(
                "POST",
                TOKENS,
                409,
                "{\"status\":409,\"code\":\"idempotency-key-reused\",\"detail\":\"Its text was shown then.\"}");

        assertThat(pages.post("/settings/tokens", "key", "k", "name", "Phone", "scope", "read", "ends", "30")
                        .body())
                .contains("Its text was shown then.");
    }

    @Test
    void keepWhatWasTypedWhenTheGatewayCannotBeAsked() {
        pages.account.down();

        Answer down = pages.post("/settings/tokens", "name", "Phone", "scope", "write", "ends", "365");

        assertThat(down.status()).isEqualTo(503);
        assertThat(down.body())
                .contains("This could not be saved right now", "Your tokens cannot be listed right now.")
                .contains("value=\"Phone\"")
                .containsPattern("value=\"write\" selected")
                .containsPattern("value=\"365\" selected");
    }

    @Test
    void askBeforeRevoking() {
        pages.account.on("GET", TOKENS, 200, Sample.list(Sample.token(Sample.id(1), "Phone", "write")));
        String address = "/settings/tokens/" + Sample.id(1) + "/revoke";

        assertThat(pages.get("/settings/tokens").body()).contains("href=\"" + address + "\"");
        assertThat(pages.get(address).body())
                .contains("Revoke “Phone”?", "stops working at once", "method=\"post\" action=\"" + address + "\"")
                .contains("name=\"_csrf\" value=\"csrf-of-the-session\"");
        assertThat(pages.fragment(address).body()).contains("Revoke “Phone”?").doesNotContain("<html");
        assertThat(pages.get("/settings/tokens/" + Sample.id(9) + "/revoke").status())
                .isEqualTo(404);
    }

    @Test
    void revokeAndSaySo() {
        AtomicBoolean revoked = new AtomicBoolean();
        pages.account.on("DELETE", TOKENS + "/" + Sample.id(1), request -> {
            revoked.set(true);
            return new StubService.Answer(204, "", Map.of());
        });
        String address = "/settings/tokens/" + Sample.id(1) + "/revoke";

        assertThat(pages.post(address).header("Location")).isEqualTo("/settings/tokens?done=TOKEN");
        assertThat(revoked).isTrue();
        assertThat(pages.get("/settings/tokens?done=TOKEN").body()).contains("Token revoked");
        assertThat(pages.postFragment(address).body()).contains("Token revoked").doesNotContain("<html");
    }

    @Test
    void showNamesAsTextOnly() {
        pages.account.on("GET", TOKENS, 200, Sample.list(Sample.token(Sample.id(1), HOSTILE, "write")));
        made(HOSTILE, "mem_secret");
        String address = "/settings/tokens/" + Sample.id(1) + "/revoke";

        for (String page : new String[] {
            pages.get("/settings/tokens").body(),
            pages.get(address).body(),
            pages.fragment(address).body(),
            pages.post("/settings/tokens", "name", HOSTILE, "scope", "read", "ends", "30")
                    .body(),
            pages.post("/settings/tokens", "name", HOSTILE, "scope", "x", "ends", "30")
                    .body()
        }) {
            assertThat(page)
                    .contains("img src=x")
                    .doesNotContain("<img")
                    .doesNotContainPattern("=\"\">[^<]*img")
                    .contains("${1234*5678}")
                    .doesNotContain("7006652");
        }
    }

    private void made(String name, String text) {
        pages.account.on(
                "POST",
                TOKENS,
                201,
                Sample.token(Sample.id(7), name, "read").put("token", text).toString());
    }

    private RecordedRequest posted() {
        return pages.account.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .toList()
                .getLast();
    }
}
