package org.memoro.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenancyRulesTests {
    private static final String SAFE = """
            CREATE TABLE contact.safe (user_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (user_id, id));
            ALTER TABLE contact.safe ENABLE ROW LEVEL SECURITY;
            ALTER TABLE contact.safe FORCE ROW LEVEL SECURITY;
            CREATE POLICY tenant ON contact.safe
              USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
              WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);""";

    private final TestDatabase database = TestPostgres.freshDatabase();

    @Test
    void acceptsATableThatForcesTheTenantPolicy() throws SQLException {
        run(SAFE);

        assertThatCode(() -> TenancyRules.verify(database, "contact")).doesNotThrowAnyException();
    }

    @Test
    void acceptsAPolicyForTheRelayRoleOnly() throws SQLException {
        run(SAFE + "CREATE POLICY relay ON contact.safe FOR SELECT TO contact_relay USING (true)");

        assertThat(TenancyRules.faults(database, "contact", Set.of())).isEmpty();
    }

    @Test
    void namesWhatIsMissing() throws SQLException {
        run(SAFE);
        run("CREATE TABLE contact.open (user_id uuid NOT NULL, safe_id uuid REFERENCES contact.open2 (id))", """
                CREATE TABLE contact.open2 (user_id uuid NOT NULL, id uuid PRIMARY KEY)""");
        run("CREATE POLICY everyone ON contact.safe USING (true)");

        assertThat(TenancyRules.faults(database, "contact", Set.of()))
                .anyMatch(fault -> fault.contains("open does not enable and force"))
                .anyMatch(fault -> fault.contains("open has no policy"))
                .anyMatch(fault -> fault.contains("policy everyone is open"))
                .anyMatch(fault -> fault.contains("does not carry user_id"));
    }

    @Test
    void refusesATableOfNoAccountThatIsNotNamed() throws SQLException {
        run("CREATE TABLE contact.lookup (id uuid)");

        assertThatThrownBy(() -> TenancyRules.verify(database, "contact")).hasMessageContaining("lookup");
        assertThatCode(() -> TenancyRules.verify(database, "contact", "lookup")).doesNotThrowAnyException();
    }

    @Test
    void refusesASchemaWithoutTables() {
        assertThatThrownBy(() -> TenancyRules.verify(database, "contact")).hasMessageContaining("has no table");
    }

    private void run(String last, String... before) throws SQLException {
        try (Connection connection = database.superuser()) {
            for (String sql : before) {
                connection.createStatement().execute(sql);
            }
            connection.createStatement().execute(last);
        }
    }
}
