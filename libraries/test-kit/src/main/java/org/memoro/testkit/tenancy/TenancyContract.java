package org.memoro.testkit.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.memoro.testkit.TestDatabase;
import org.memoro.testkit.TestPostgres;
import org.memoro.testkit.tenancy.TenancyMutants.Mutant;

/**
 * What every service's migrated schema must pass: the rules hold, rows of other accounts are out of reach, and each
 * single change that would open the schema is noticed.
 */
@Tag("security")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TenancyContract {
    /** Changes that only show in what the service's role can see and do. */
    private static final List<String> OPENED = List.of(
            "DROP POLICY tenant ON %1$s",
            "ALTER POLICY tenant ON %1$s USING (true) WITH CHECK (true)",
            "ALTER POLICY tenant ON %1$s USING (true)",
            "ALTER POLICY tenant ON %1$s WITH CHECK (true)",
            "ALTER TABLE %1$s DISABLE ROW LEVEL SECURITY");

    private static final long SEED = 20261121;

    private final TenancyRules rules;
    private Connection superuser;

    protected TenancyContract(TenancyRules rules) {
        this.rules = rules;
    }

    @BeforeAll
    final void migrate() throws SQLException {
        TestDatabase database = TestPostgres.freshDatabase();
        database.migrate(rules.schema());
        superuser = database.superuser();
        // Everything below happens in this one transaction and is never committed: roles belong to the whole server.
        superuser.setAutoCommit(false);
        // A thousand small questions, each asked once: to compile them takes longer than to answer them.
        run("SET jit = off");
        superuser.commit();
    }

    @BeforeEach
    final void nameEverythingInFull() throws SQLException {
        run("SET search_path = pg_catalog, extensions");
    }

    @AfterEach
    final void undo() throws SQLException {
        superuser.rollback();
    }

    @AfterAll
    final void close() throws SQLException {
        superuser.close();
    }

    @Test
    void keepsEveryTenancyRule() throws SQLException {
        assertThat(rules.faults(superuser)).isEmpty();
    }

    @Test
    void noticesEverySingleWayToOpenTheSchema() throws SQLException {
        List<Mutant> all = TenancyMutants.of(superuser, rules);
        List<Mutant> mutants = sample(all);
        List<String> survivors = new ArrayList<>();
        for (Mutant mutant : mutants) {
            Savepoint before = superuser.setSavepoint();
            // The lock that DatabaseBootstrap takes as well: a role is not to be altered from two sides.
            run("LOCK TABLE pg_catalog.pg_authid IN SHARE ROW EXCLUSIVE MODE");
            run(mutant.sql());
            List<String> faults = rules.faults(superuser);
            superuser.rollback(before);
            if (faults.stream().noneMatch(fault -> fault.contains(mutant.noticed()))) {
                survivors.add(mutant.sql() + " -- said only: " + faults);
            }
        }

        report("mutants of the catalogue noticed", mutants.size() - survivors.size(), mutants.size());
        assertThat(all).hasSizeGreaterThan(200);
        assertThat(survivors).isEmpty();
    }

    @Test
    void keepsRowsOfOtherAccountsOutOfReach() throws SQLException {
        RowsOfTwoAccounts rows = RowsOfTwoAccounts.in(superuser, rules.schema());

        assertThat(rows.tables()).isNotEmpty();
        for (String table : rows.tables()) {
            assertThat(rows.faults(table)).isEmpty();
        }
    }

    @Test
    void seesRowsOfOtherAccountsAsSoonAsOnePolicyIsOpen() throws SQLException {
        RowsOfTwoAccounts rows = RowsOfTwoAccounts.in(superuser, rules.schema());
        List<String> survivors = new ArrayList<>();
        int changes = 0;
        for (String table : rows.tables()) {
            assertThat(rows.faults(table)).isEmpty();
            for (String template : OPENED) {
                changes++;
                Savepoint before = superuser.setSavepoint();
                String change = template.formatted(table);
                run(change);
                if (rows.faults(table).isEmpty()) {
                    survivors.add(change);
                }
                superuser.rollback(before);
            }
        }

        report("open policies seen by behaviour", changes - survivors.size(), changes);
        assertThat(survivors).isEmpty();
    }

    /** Every mutant of a policy, and of the others a quarter unless all are asked for. */
    private static List<Mutant> sample(List<Mutant> all) {
        if (Boolean.getBoolean("memoro.security.full")) {
            return all;
        }
        Random quarter = new Random(SEED);
        return all.stream()
                .filter(mutant -> mutant.sql().contains("POLICY") || quarter.nextInt(4) == 0)
                .toList();
    }

    private void report(String what, int count, int all) {
        System.out.printf("schema %s: %d of %d %s%n", rules.schema(), count, all, what);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
