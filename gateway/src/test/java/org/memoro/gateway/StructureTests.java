package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.MemoroRules;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What must stay true of the code, the schema and the settings. */
class StructureTests {

    @Test
    void keepsTheRulesOfStructure() {
        MemoroRules.check("org.memoro.gateway");
    }

    @Test
    void looksOverAllAccountsInThreeNamedFunctionsOnly() throws SQLException {
        String functions = """
                SELECT string_agg(p.proname || ' of ' || r.rolname, ', ' ORDER BY p.proname)
                FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
                WHERE p.pronamespace = 'account'::regnamespace AND p.prosecdef""";
        assertThat(value(functions))
                .isEqualTo(
                        "find_account of account_lookup, find_session of account_lookup, find_token of account_lookup");
        assertThat(value("SELECT pg_has_role('account_app', 'account_lookup', 'MEMBER')"))
                .isEqualTo("f");
        assertThat(
                        value(
                                "SELECT rolcanlogin OR rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = 'account_lookup'"))
                .isEqualTo("f");
        assertThat(value("SELECT has_schema_privilege('account_lookup', 'account', 'CREATE')"))
                .isEqualTo("f");
        assertThat(
                        value(
                                "SELECT has_function_privilege('contact_app', 'account.find_session(bytea, timestamptz)', 'EXECUTE')"))
                .isEqualTo("f");
    }

    private static String value(String sql) throws SQLException {
        try (Connection connection = RunningGateway.get().database.superuser();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void hasTheseDefaults() {
        GatewaySettings settings = new Binder(new MapConfigurationPropertySource(
                        Map.of("memoro.gateway.public-url", "https://memoro.example.org")))
                .bind("memoro.gateway", GatewaySettings.class)
                .get();
        assertThat(settings)
                .isEqualTo(new GatewaySettings(
                        URI.create("https://memoro.example.org"),
                        8090,
                        null,
                        null,
                        Map.of(),
                        Duration.ofDays(7),
                        Duration.ofDays(30),
                        ZoneId.of("UTC")));
        assertThat(settings.isHttps()).isTrue();
        assertThat(settings.publicPort()).isEqualTo(443);
    }

    @Test
    void wantsHttpsWhereverOthersCouldListen() {
        assertThatThrownBy(() -> settings("http://memoro.example.org")).hasMessageContaining("https://");
        assertThatThrownBy(() -> settings("http://192.168.1.5:8080")).hasMessageContaining("https://");
        assertThatThrownBy(() -> settings("ftp://memoro.example.org")).hasMessageContaining("https://");
        assertThat(settings("http://localhost:8080").isHttps()).isFalse();
        assertThat(settings("http://127.0.0.1:8080").isHttps()).isFalse();
    }

    private static GatewaySettings settings(String publicUrl) {
        return new GatewaySettings(
                URI.create(publicUrl),
                8090,
                null,
                null,
                Map.of(),
                Duration.ofDays(7),
                Duration.ofDays(30),
                ZoneId.of("UTC"));
    }
}
