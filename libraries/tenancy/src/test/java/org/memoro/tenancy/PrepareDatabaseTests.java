package org.memoro.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.tenancy.PreparationSettings.RolePasswords;
import org.springframework.boot.diagnostics.FailureAnalysis;

class PrepareDatabaseTests {
    private final String server = ExampleDatabase.serverUrl();
    private final String database = "prepared_" + UUID.randomUUID().toString().replace("-", "");
    /** Roles belong to the whole server: one of our own, in letters. */
    private final String schema = UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q";

    private final String manager = schema + "_manager";

    @BeforeEach
    void hireAManager() throws SQLException {
        on(server, "CREATE ROLE " + manager + " LOGIN CREATEROLE CREATEDB");
    }

    @AfterEach
    void tidyUp() throws SQLException {
        on(server, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        for (String role : new String[] {"relay", "lookup", "owner", "app", "manager"}) {
            on(server, "DROP ROLE IF EXISTS " + schema + "_" + role);
        }
    }

    /** As on a managed server, where nobody is given a superuser, and the provider lets its users install pgvector. */
    @Test
    void needsNoSuperuser() throws SQLException {
        makeDatabaseWithPgvector();
        PrepareDatabase.run(settings(manager), Clock.systemUTC());
        PrepareDatabase.run(settings(manager), Clock.systemUTC());

        on(as(schema + "_owner"), "CREATE TABLE " + schema + ".page (id int)");
        on(as(schema + "_owner"), "GRANT SELECT ON " + schema + ".page TO " + schema + "_app");
        on(as(schema + "_app"), "SELECT id FROM " + schema + ".page");
        on(as(schema + "_app"), "SET ROLE " + schema + "_relay");
        on(as(schema + "_app"), "SELECT '[1,2]'::extensions.vector");
        assertThatThrownBy(() -> on(as(schema + "_app"), "CREATE TABLE " + schema + ".own (id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void keepsNoRightToActAsTheOwnerOfTheData() throws SQLException {
        makeDatabaseWithPgvector();
        PrepareDatabase.run(settings(manager), Clock.systemUTC());

        assertThatThrownBy(() -> on(as(manager), "SET ROLE " + schema + "_owner"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> on(as(manager), "CREATE TABLE " + schema + ".page (id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void doesTheSameAsASuperuser() throws SQLException {
        PrepareDatabase.run(settings("postgres"), Clock.systemUTC());

        assertThatCode(() -> on(as(schema + "_owner"), "CREATE TABLE " + schema + ".page (id int)"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesARoleThatMayDoMoreThanItShould() throws SQLException {
        makeDatabaseWithPgvector();
        on(server, "CREATE ROLE " + schema + "_app LOGIN BYPASSRLS");

        assertThatThrownBy(() -> PrepareDatabase.run(settings(manager), Clock.systemUTC()))
                .hasMessageContaining(schema + "_app may do more than it should");
    }

    @Test
    void saysWhoRefusedWhom() {
        assertThatThrownBy(() -> PrepareDatabase.run(settings("nobody_at_all"), Clock.systemUTC()))
                .hasMessageContaining("PostgreSQL at")
                .hasMessageContaining("nobody_at_all")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.7.4", "0.5.0"})
    void refusesAnOldPgvector(String version) {
        assertThatThrownBy(() -> ServerRequirements.checkVectors(version))
                .isInstanceOf(UnsuitableServerException.class)
                .hasMessageContaining("pgvector " + version)
                .hasMessageContaining("0.8");
    }

    @Test
    void refusesAServerWithoutPgvector() {
        assertThatThrownBy(() -> ServerRequirements.checkVectors(null)).hasMessageContaining("has no pgvector");
        assertThatCode(() -> ServerRequirements.checkVectors("0.8.0")).doesNotThrowAnyException();
        assertThatCode(() -> ServerRequirements.checkVectors("1.0.2")).doesNotThrowAnyException();
    }

    @Test
    void saysWhatToDoWhenAServiceIsRefused() {
        SQLException refused = new SQLException("FATAL: password authentication failed", "28P01");

        FailureAnalysis analysis = new DatabaseFailures().analyze(new IllegalStateException(refused));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("password authentication failed");
        assertThat(analysis.getAction()).contains("memoro.database.app-password");
        assertThat(new DatabaseFailures().analyze(new IllegalStateException(new SQLException("odd", "XX000"))))
                .isNull();
    }

    private void makeDatabaseWithPgvector() throws SQLException {
        on(server, "CREATE DATABASE " + database + " OWNER " + manager);
        on(as("postgres"), "CREATE SCHEMA extensions AUTHORIZATION " + manager);
        on(as("postgres"), "CREATE EXTENSION vector SCHEMA extensions");
    }

    private PreparationSettings settings(String adminUser) {
        String[] address = server.replaceFirst("jdbc:postgresql://", "").split("[:/?]");
        return new PreparationSettings(
                address[0],
                Integer.parseInt(address[1]),
                database,
                "postgres",
                adminUser,
                "secret",
                null,
                null,
                Map.of(schema, new RolePasswords("owner", "app")));
    }

    private String as(String role) {
        return server.replaceFirst("/[^/?]+\\?.*", "/" + database + "?user=" + role);
    }

    private static void on(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
