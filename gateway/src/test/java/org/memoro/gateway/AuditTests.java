package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.gateway.audit.AuditKind;
import org.memoro.gateway.audit.AuditLine;
import org.memoro.gateway.audit.AuditSettings;
import org.memoro.gateway.audit.RecordAudit;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.publisher.Mono;

/** What an account's owner can read about what happened to it. */
@Tag("security")
class AuditTests {
    private RunningGateway gateway;
    private Browser ada;
    private String csrf;
    private UUID account;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        ada = gateway.browser();
        gateway.signIn(ada);
        csrf = gateway.csrfToken(ada);
        account = UUID.fromString(field(ada.get("/api/v1/account").body(), "id"));
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*?\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    private String trail() {
        return ada.get("/api/v1/account/audit").body();
    }

    private static List<String> kinds(String trail) {
        List<String> kinds = new ArrayList<>();
        Pattern.compile("\"kind\":\"([^\"]+)\"").matcher(trail).results().forEach(hit -> kinds.add(hit.group(1)));
        return kinds;
    }

    private HttpResponse<String> send(String method, String path, String json) {
        return ada.send(method, path, json, "Content-Type", "application/json", "X-CSRF-Token", csrf);
    }

    private long lines(String where) throws SQLException {
        try (Connection connection = gateway.database.superuser();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM account.audit_entry WHERE user_id = '" + account + "' AND "
                                + where)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void tellsWhatHappenedNewestFirst() {
        send("PATCH", "/api/v1/account", "{\"timeZone\":\"Europe/Vienna\",\"appearance\":{\"theme\":\"dark\"}}");
        HttpResponse<String> made = send("POST", "/api/v1/account/tokens", "{\"name\":\"backup of Anna\"}");
        String token = field(made.body(), "id");
        send("DELETE", "/api/v1/account/tokens/" + token, null);
        String trail = trail();
        assertThat(kinds(trail)).containsExactly("token-revoked", "token-issued", "settings-changed", "signed-in");
        assertThat(trail)
                .contains("\"detail\":[\"timeZone\",\"appearance\"]", "\"detail\":[\"read\",\"write\"]")
                .contains("\"tokenId\":\"" + token + "\"")
                .containsPattern("\"kind\":\"signed-in\",\"sessionId\":\"[0-9a-f-]{36}\",\"userAgent\":\"Java-http")
                .doesNotContain("Vienna", "Anna", "ada@example.com", "Lovelace");
    }

    @Test
    void saysNothingWhenNothingChanged() {
        send("PATCH", "/api/v1/account", "{\"timeZone\":\"UTC\"}");
        send("DELETE", "/api/v1/account/tokens/" + UUID.randomUUID(), null);
        send("POST", "/api/v1/account/tokens", "{\"name\":\"\"}");
        assertThat(kinds(trail())).containsExactly("signed-in");
    }

    @Test
    void tellsOfAnEndedSessionAtTheNextSignIn() {
        gateway.signIn(ada);
        assertThat(kinds(trail())).containsExactly("signed-in", "session-ended", "signed-in");
        String next = gateway.csrfToken(ada);
        ada.post("/sign-out", "", "X-CSRF-Token", next);
        gateway.signIn(ada);
        assertThat(kinds(trail()))
                .containsExactly("signed-in", "signed-out", "signed-in", "session-ended", "signed-in");
    }

    @Test
    void tellsTheOwnerOfARefusedSignInAndMakesNoAccountForStrangers() throws SQLException {
        gateway.provider.claims = claims -> claims.claim("email_verified", false);
        gateway.signIn(gateway.browser());
        assertThat(trail()).contains("\"kind\":\"sign-in-refused\"", "\"detail\":[\"email-not-verified\"]");
        try (Connection connection = gateway.database.superuser()) {
            ResultSet before = connection.createStatement().executeQuery("SELECT count(*) FROM account.audit_entry");
            before.next();
            gateway.provider.subject = "stranger-" + UUID.randomUUID();
            gateway.signIn(gateway.browser());
            ResultSet after = connection.createStatement().executeQuery("SELECT count(*) FROM account.audit_entry");
            after.next();
            assertThat(after.getLong(1)).isEqualTo(before.getLong(1));
        }
    }

    @Test
    void showsNobodyElsesLines() {
        send("POST", "/api/v1/account/tokens", "{\"name\":\"x\"}");
        String cursor = field(ada.get("/api/v1/account/audit?limit=1").body(), "nextCursor");
        gateway.provider.subject = "somebody-else-" + UUID.randomUUID();
        Browser grace = gateway.signedIn();
        assertThat(kinds(grace.get("/api/v1/account/audit").body())).containsExactly("signed-in");
        assertThat(grace.get("/api/v1/account/audit?cursor=" + cursor).body()).contains("\"items\":[]");
    }

    @Test
    void isReadPageByPage() {
        for (String zone : List.of("Europe/Vienna", "Asia/Kolkata", "UTC")) {
            send("PATCH", "/api/v1/account", "{\"timeZone\":\"" + zone + "\"}");
        }
        String first = ada.get("/api/v1/account/audit?limit=3").body();
        String rest = ada.get("/api/v1/account/audit?limit=3&cursor=" + field(first, "nextCursor"))
                .body();
        assertThat(kinds(first)).containsExactly("settings-changed", "settings-changed", "settings-changed");
        assertThat(kinds(rest)).containsExactly("signed-in");
        assertThat(rest).contains("\"nextCursor\":null");
        assertThat(ada.get("/api/v1/account/audit?limit=201").statusCode()).isEqualTo(422);
        assertThat(ada.get("/api/v1/account/audit?cursor=x").statusCode()).isEqualTo(400);
        assertThat(gateway.browser().get("/api/v1/account/audit").statusCode()).isEqualTo(401);
    }

    @Test
    void isWrittenWithTheChangeOrNotAtAll() throws SQLException {
        RecordAudit recordAudit = gateway.context.getBean(RecordAudit.class);
        Mono<Void> change = recordAudit
                .of(account, AuditLine.of(AuditKind.EXPORT_STARTED))
                .then(Mono.error(new IllegalStateException("the change failed")));
        assertThatThrownBy(() -> gateway.context
                        .getBean(TenantTransactions.class)
                        .inTransaction(account, change)
                        .block(Duration.ofSeconds(10)))
                .hasMessage("the change failed");
        assertThat(lines("kind = 'export-started'")).isZero();
    }

    @Test
    void cannotBeRewrittenByTheServiceItself() throws SQLException {
        try (Connection connection = gateway.database.superuser()) {
            ResultSet may = connection.createStatement().executeQuery("""
                    SELECT string_agg(p, ',') FROM unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE']) AS p
                    WHERE has_table_privilege('account_app', 'account.audit_entry', p)""");
            may.next();
            assertThat(may.getString(1)).isEqualTo("SELECT,INSERT");
        }
    }

    @Test
    void takesNoWordsThatCouldBeSomebodys() {
        RecordAudit recordAudit = gateway.context.getBean(RecordAudit.class);
        for (String word : List.of("ada@example.com", "<b>", "1999", "x".repeat(201))) {
            assertThatThrownBy(() -> recordAudit
                            .of(account, AuditLine.of(AuditKind.EXPORT_STARTED, word))
                            .block(Duration.ofSeconds(10)))
                    .as(word)
                    .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
        }
    }

    @Test
    void forgetsWhatIsTooOldAndNothingYounger() throws Exception {
        try (Connection connection = gateway.database.superuser()) {
            for (String age : Arrays.asList("401 days", "399 days")) {
                connection
                        .createStatement()
                        .executeUpdate("INSERT INTO account.audit_entry VALUES ('" + account
                                + "', gen_random_uuid(), now() - interval '" + age
                                + "', 'signed-in', NULL, NULL, NULL, '{}')");
            }
        }
        purge();
        assertThat(lines("at < now() - interval '400 days'")).isZero();
        assertThat(lines("at < now() - interval '398 days'")).isEqualTo(1);
        assertThat(lines("kind = 'signed-in'")).isEqualTo(2);
    }

    private void purge() throws ReflectiveOperationException {
        Object job = gateway.context.getBean("purgeAudit");
        var purge = job.getClass().getDeclaredMethod("purge");
        purge.setAccessible(true);
        ((Mono<?>) purge.invoke(job)).block(Duration.ofSeconds(10));
    }

    @Test
    void remembersFor400DaysUnlessToldOtherwise() {
        AuditSettings usual = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("memoro.audit", AuditSettings.class);
        assertThat(usual).isEqualTo(new AuditSettings(Duration.ofDays(400)));
        assertThatThrownBy(() -> new AuditSettings(Duration.ofDays(29))).hasMessageContaining("memoro.audit.keep");
    }
}
