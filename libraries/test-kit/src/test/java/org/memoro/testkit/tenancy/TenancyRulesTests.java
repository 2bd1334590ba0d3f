package org.memoro.testkit.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.TestDatabase;
import org.memoro.testkit.TestPostgres;

@Tag("security")
class TenancyRulesTests {
    private static final TenancyRules RULES = TenancyRules.of("contact");
    private static final String SAFE = """
        CREATE TABLE contact.safe (user_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (user_id, id));
        ALTER TABLE contact.safe ENABLE ROW LEVEL SECURITY;
        ALTER TABLE contact.safe FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON contact.safe
          USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
          WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);\
        """;

    private final TestDatabase database = TestPostgres.freshDatabase();

    @Test
    void acceptsATableThatForcesTheTenantPolicy() throws SQLException {
        run(SAFE);

        assertThatCode(() -> RULES.verify(database)).doesNotThrowAnyException();
    }

    @Test
    void acceptsExactlyTheNamedRightsOfTheRelayRole() throws SQLException {
        run(SAFE);
        run("CREATE POLICY relay ON contact.safe FOR SELECT TO contact_relay USING (true)");
        run("GRANT SELECT (user_id) ON contact.safe TO contact_relay");

        assertThat(faults(RULES.relay("safe: SELECT(user_id)"))).isEmpty();
        assertThat(faults(RULES)).containsExactly("not named: relay: safe: SELECT(user_id)");
        assertThat(faults(RULES.relay("safe: SELECT(id)"))).hasSize(2);
    }

    @Test
    void namesWhatIsMissing() throws SQLException {
        run(SAFE);
        run("CREATE TABLE contact.other (user_id uuid NOT NULL, id uuid PRIMARY KEY)");
        run("CREATE TABLE contact.open (user_id uuid NOT NULL, id uuid REFERENCES contact.other (id))");
        run("CREATE POLICY everyone ON contact.safe USING (true)");

        assertThat(faults(RULES))
                .contains(
                        "open does not enable and force row-level security",
                        "open has no policy that ties reading and writing to app.user_id, exactly and for everybody",
                        "safe: policy everyone is open to more than the relay and look-up roles",
                        "other: primary key other_pkey does not begin with user_id",
                        "open has no primary key",
                        "open: foreign key open_id_fkey does not carry user_id");
    }

    @Test
    void refusesATableOfNoAccountThatIsNotNamed() throws SQLException {
        run("CREATE TABLE contact.lookup (id uuid)");

        assertThatThrownBy(() -> RULES.verify(database)).hasMessageContaining("lookup has no user_id");
        assertThatCode(() -> RULES.ofNoAccount("lookup").verify(database)).doesNotThrowAnyException();
    }

    @Test
    void refusesANameWithoutItsException() throws SQLException {
        run(SAFE);

        assertThat(faults(RULES.ofNoAccount("a").acrossAccounts("b").lookup("c").relay("d: SELECT")))
                .hasSize(4);
    }

    @Test
    void refusesASchemaWithoutTables() {
        assertThatThrownBy(() -> RULES.verify(database)).hasMessageContaining("has no table");
    }

    private List<String> faults(TenancyRules rules) throws SQLException {
        try (Connection connection = database.superuser()) {
            return rules.faults(connection);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.superuser()) {
            connection.createStatement().execute("SET ROLE contact_owner");
            connection.createStatement().execute(sql);
        }
    }
}
