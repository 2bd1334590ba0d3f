package org.memoro.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What one account has in one schema, table by table as the catalogue lists them, so that no test forgets a table. */
public final class AccountFootprint {
    /** The one table that may know a deleted account. */
    private static final String TOMBSTONES = "erased_account";

    private static final String TABLES = """
            SELECT c.relname FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped
            WHERE c.relnamespace = ?::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> ?""";
    private static final String UNGUARDED = TABLES + """

            AND NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgname = 'not_erased'
                             AND g.tgenabled = 'O')""";

    private AccountFootprint() {}

    /** Every table that may hold an account's rows. */
    public static Set<String> tables(TestDatabase database, String schema) {
        return names(database, TABLES, schema);
    }

    /** Those of them before which nothing stands that refuses rows of an erased account. */
    public static Set<String> unguarded(TestDatabase database, String schema) {
        return names(database, UNGUARDED, schema);
    }

    /** Number and digest of the account's rows in every table that has any. */
    public static Map<String, String> of(TestDatabase database, String schema, UUID account) {
        Map<String, String> rows = new TreeMap<>();
        try (Connection connection = database.superuser()) {
            for (String table : tables(database, schema)) {
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*), md5(string_agg(t::text, E'\\n' ORDER BY t::text)) FROM %s.%s t WHERE user_id = ?"
                                .formatted(schema, table));
                statement.setObject(1, account);
                ResultSet found = statement.executeQuery();
                found.next();
                if (found.getLong(1) > 0) {
                    rows.put(table, found.getLong(1) + " " + found.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The rows of " + schema + " cannot be read", e);
        }
        return rows;
    }

    /**
     * Fails unless the account has rows in every table, so that a test of erasure must fill a table that is new.
     *
     * @param fleeting tables whose rows go by themselves at once
     */
    public static void requireEverywhere(TestDatabase database, String schema, UUID account, String... fleeting) {
        Set<String> empty = new TreeSet<>(tables(database, schema));
        empty.removeAll(of(database, schema, account).keySet());
        empty.removeAll(Set.of(fleeting));
        if (!empty.isEmpty()) {
            throw new AssertionError("The account has no rows yet in " + empty + ": what is erased there?");
        }
    }

    private static Set<String> names(TestDatabase database, String sql, String schema) {
        Set<String> names = new TreeSet<>();
        try (Connection connection = database.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            statement.setString(2, TOMBSTONES);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue of " + schema + " cannot be read", e);
        }
        return names;
    }
}
