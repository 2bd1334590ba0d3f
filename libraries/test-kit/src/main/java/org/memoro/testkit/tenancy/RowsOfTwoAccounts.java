package org.memoro.testkit.tenancy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** One made-up row of each of two accounts in every table, and what the service's role can do to the other's. */
final class RowsOfTwoAccounts {
    private static final UUID OURS = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID THEIRS = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final String DENIED = "42501";
    private static final String NO_UUID = "22P02";

    private static final String COLUMNS = """
            SELECT c.oid::regclass::text, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = ':schema'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
              AND a.attgenerated = '' AND a.attidentity <> 'a'
              AND EXISTS (SELECT FROM pg_attribute u WHERE u.attrelid = c.oid AND u.attname = 'user_id')
            ORDER BY 1, a.attnum""";
    private static final String CHECKS = """
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
            FROM pg_constraint WHERE contype = 'c' AND connamespace = ':schema'::regnamespace AND conrelid <> 0""";

    private final Connection superuser;
    private final String schema;
    private final Map<String, Map<String, String>> columns = new LinkedHashMap<>();

    private RowsOfTwoAccounts(Connection superuser, String schema) {
        this.superuser = superuser;
        this.schema = schema;
    }

    /** Makes the rows in the running transaction, which must be rolled back. */
    static RowsOfTwoAccounts in(Connection superuser, String schema) throws SQLException {
        RowsOfTwoAccounts rows = new RowsOfTwoAccounts(superuser, schema);
        // The values mean nothing, so nothing may ask what they mean; row-level security is all that is left.
        rows.run("SET LOCAL session_replication_role = replica");
        for (String drop : rows.texts(CHECKS.replace(":schema", schema))) {
            rows.run(drop);
        }
        rows.readColumns();
        for (String table : rows.tables()) {
            rows.run(rows.insert(table, OURS));
            rows.run(rows.insert(table, THEIRS));
        }
        return rows;
    }

    /** Every table with {@code user_id}, with its schema. */
    List<String> tables() {
        return List.copyOf(columns.keySet());
    }

    /** What the service's role can see or do there that it should not. */
    List<String> faults(String table) throws SQLException {
        List<String> faults = new ArrayList<>();
        as(OURS.toString());
        expect(faults, table, "sees its own row", "1", "SELECT count(*) FROM " + table + ours());
        expect(faults, table, "sees nobody else's", "0", "SELECT count(*) FROM " + table + theirs());
        expect(faults, table, "changes nobody else's", "0", "UPDATE " + table + " SET user_id = user_id" + theirs());
        expect(faults, table, "deletes nobody else's", "0", "DELETE FROM " + table + theirs());
        expect(faults, table, "writes for nobody else", DENIED, insert(table, UUID.randomUUID()));
        expect(faults, table, "gives nothing away", DENIED, "UPDATE " + table + " SET user_id = gen_random_uuid()");
        nobody();
        expect(faults, table, "sees nothing without an account", "0", "SELECT count(*) FROM " + table);
        expect(faults, table, "deletes nothing without an account", "0", "DELETE FROM " + table);
        expect(faults, table, "writes nothing without an account", DENIED, insert(table, UUID.randomUUID()));
        as("");
        expect(faults, table, "sees nothing after a finished transaction", "0", "SELECT count(*) FROM " + table);
        as("' OR true --");
        expect(faults, table, "sees nothing by nonsense", NO_UUID, "SELECT count(*) FROM " + table);
        run("RESET ROLE");
        return faults;
    }

    private void as(String account) throws SQLException {
        run("SET LOCAL ROLE " + schema + "_app");
        run("SELECT set_config('app.user_id', '" + account.replace("'", "''") + "', true)");
    }

    private void nobody() throws SQLException {
        run("RESET app.user_id");
    }

    /** The number of rows, or the error; a right that is not granted at all is as good as none being in reach. */
    private void expect(List<String> faults, String table, String rule, String expected, String sql)
            throws SQLException {
        Savepoint before = superuser.setSavepoint();
        String got = outcome(sql);
        superuser.rollback(before);
        boolean refused = got.equals(DENIED) && !expected.equals("1");
        if (!got.equals(expected) && !refused) {
            faults.add(table + ": not true that it " + rule + " (" + got + ")");
        }
    }

    private String outcome(String sql) {
        try (Statement statement = superuser.createStatement()) {
            if (!statement.execute(sql)) {
                return String.valueOf(statement.getUpdateCount());
            }
            ResultSet row = statement.getResultSet();
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static String ours() {
        return " WHERE user_id = '" + OURS + "'";
    }

    private static String theirs() {
        return " WHERE user_id <> '" + OURS + "'";
    }

    private String insert(String table, UUID account) {
        Map<String, String> values = Objects.requireNonNull(columns.get(table), table);
        List<String> written = values.entrySet().stream()
                .map(column -> column.getKey().equals("\"user_id\"") ? "'" + account + "'" : column.getValue())
                .toList();
        return "INSERT INTO " + table + " (" + String.join(", ", values.keySet()) + ") VALUES ("
                + String.join(", ", written) + ")";
    }

    private void readColumns() throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS.replace(":schema", schema))) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), table -> new LinkedHashMap<>())
                        .put('"' + rows.getString(2) + '"', value(rows.getString(3), rows.getBoolean(4)));
            }
        }
    }

    private static String value(String type, boolean needed) {
        if (type.endsWith("[]")) {
            return "'{}'";
        }
        return switch (type.replaceAll("\\(.*", "").replaceFirst(".*\\.", "")) {
            case "uuid" -> "gen_random_uuid()";
            // Long enough that two rows never meet in a key.
            case "text", "character varying" -> "gen_random_uuid()::text";
            case "bytea" -> "uuid_send(gen_random_uuid())";
            case "bigint", "integer", "smallint", "numeric", "double precision", "real" -> "1";
            case "boolean" -> "false";
            case "date", "timestamp with time zone" -> "now()";
            case "jsonb", "json" -> "'{}'";
            case "halfvec", "vector" -> "'[1]'";
            case "inet" -> "'127.0.0.1'";
            case "interval" -> "'1s'";
            default -> {
                if (needed) {
                    throw new IllegalStateException("no made-up value for the type " + type);
                }
                yield "NULL";
            }
        };
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
