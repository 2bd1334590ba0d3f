package org.memoro.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the database's own catalogue must say before one account's rows are safe from another's. */
public final class TenancyRules {
    private static final String TABLES = """
            SELECT c.relname,
                   EXISTS (SELECT FROM pg_attribute a
                           WHERE a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped) AS has_user,
                   c.relrowsecurity AND c.relforcerowsecurity AS forced,
                   EXISTS (SELECT FROM pg_policy p
                           WHERE p.polrelid = c.oid AND p.polcmd = '*' AND p.polpermissive
                             AND pg_get_expr(p.polqual, p.polrelid) LIKE '%user_id%app.user_id%'
                             AND pg_get_expr(p.polwithcheck, p.polrelid) LIKE '%user_id%app.user_id%') AS tenant,
                   pg_get_userbyid(c.relowner) AS owner
            FROM pg_class c
            WHERE c.relnamespace = ?::regnamespace AND c.relkind IN ('r', 'p')
            ORDER BY c.relname""";
    private static final String OTHER_POLICIES = """
            SELECT c.relname || ': policy ' || p.polname || ' is open to more than the relay and look-up roles'
            FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
            WHERE c.relnamespace = ?::regnamespace
              AND p.polpermissive
              AND coalesce(pg_get_expr(p.polqual, p.polrelid), '') NOT LIKE '%app.user_id%'
              AND NOT p.polroles <@ ARRAY[to_regrole(? || '_relay')::oid, to_regrole(? || '_lookup')::oid]""";
    private static final String FOREIGN_KEYS = """
            SELECT f.conrelid::regclass || ': foreign key ' || f.conname || ' does not carry user_id'
            FROM pg_constraint f
            WHERE f.contype = 'f' AND f.connamespace = ?::regnamespace
              AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = f.confrelid AND a.attname = 'user_id')
              AND NOT EXISTS (SELECT FROM pg_attribute a
                              WHERE a.attrelid = f.conrelid AND a.attname = 'user_id' AND a.attnum = ANY (f.conkey))""";
    private static final String APP_ROLE = """
            SELECT unnest(array_remove(ARRAY[
                     CASE WHEN r.rolsuper THEN r.rolname || ' is a superuser' END,
                     CASE WHEN r.rolbypassrls THEN r.rolname || ' bypasses row-level security' END,
                     CASE WHEN r.rolinherit THEN r.rolname || ' inherits what its roles may' END,
                     CASE WHEN pg_has_role(r.oid, to_regrole(? || '_owner')::oid, 'SET')
                          THEN r.rolname || ' can become the owner' END], NULL))
            FROM pg_roles r WHERE r.rolname = ? || '_app'""";

    private TenancyRules() {}

    /**
     * Fails, naming every fault, unless each table that has a {@code user_id} forces a tenant policy on everyone and the
     * service's role is neither owner nor above the law.
     *
     * @param tablesOfNoAccount the tables without {@code user_id}; any other such table is a fault
     */
    public static void verify(TestDatabase database, String schema, String... tablesOfNoAccount) {
        List<String> faults = faults(database, schema, Set.of(tablesOfNoAccount));
        if (!faults.isEmpty()) {
            throw new AssertionError("schema " + schema + ":\n  " + String.join("\n  ", faults));
        }
    }

    static List<String> faults(TestDatabase database, String schema, Set<String> tablesOfNoAccount) {
        List<String> faults = new ArrayList<>();
        try (Connection connection = database.superuser()) {
            faults.addAll(tableFaults(connection, schema, tablesOfNoAccount));
            faults.addAll(texts(connection, OTHER_POLICIES, schema, schema, schema));
            faults.addAll(texts(connection, FOREIGN_KEYS, schema));
            faults.addAll(texts(connection, APP_ROLE, schema, schema));
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue of " + schema + " cannot be read", e);
        }
        return faults;
    }

    private static List<String> tableFaults(Connection connection, String schema, Set<String> tablesOfNoAccount)
            throws SQLException {
        List<String> faults = new ArrayList<>();
        Set<String> missing = new TreeSet<>(tablesOfNoAccount);
        int tables = 0;
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, schema);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                String table = rows.getString("relname");
                if (table.startsWith("flyway_")) {
                    continue;
                }
                tables++;
                missing.remove(table);
                faults.addAll(faultsOf(rows, table, schema, tablesOfNoAccount.contains(table)));
            }
        }
        missing.forEach(table -> faults.add(table + " is named as a table of no account, but is not there"));
        if (tables == 0) {
            faults.add("has no table: was the service started on this database?");
        }
        return faults;
    }

    private static List<String> faultsOf(ResultSet row, String table, String schema, boolean ofNoAccount)
            throws SQLException {
        List<String> faults = new ArrayList<>();
        if (row.getString("owner").equals(schema + "_app")) {
            faults.add(table + " is owned by the role the service works with");
        }
        if (row.getBoolean("has_user")) {
            if (!row.getBoolean("forced")) {
                faults.add(table + " does not enable and force row-level security");
            }
            if (!row.getBoolean("tenant")) {
                faults.add(table + " has no policy that ties reading and writing to app.user_id");
            }
        } else if (!ofNoAccount) {
            faults.add(table + " has no user_id and is not named as a table of no account");
        }
        return faults;
    }

    private static List<String> texts(Connection connection, String sql, String... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
