package org.memoro.tenancy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prepares a database for Memoro as a superuser: extensions, and for each schema its roles.
 *
 * <p>{@code <schema>_owner} owns the schema and migrates it, {@code <schema>_app} is the service (no superuser, owner of
 * nothing, inherits nothing), {@code <schema>_relay} cannot sign in and is entered by the service for the few columns
 * that jobs over all accounts may see, {@code <schema>_lookup} cannot be entered by the service at all: migrations give
 * it the few {@code SECURITY DEFINER} functions that find an account by a secret. Safe to run again and from several processes at once.
 */
public final class DatabaseBootstrap {
    /** Any number will do, as long as every process takes the same. */
    private static final long LOCK = 7_240_114_001L;

    private DatabaseBootstrap() {}

    /**
     * The passwords of one schema's two roles that can sign in.
     *
     * @param owner of the role that migrates
     * @param app of the role the service works as
     */
    public record Passwords(String owner, String app) {
        @Override
        public String toString() {
            return "Passwords[hidden]";
        }
    }

    /**
     * Creates what is missing and sets the passwords.
     *
     * @param superuserJdbcUrl of the database itself, with user and password
     * @param passwords by schema
     * @throws IllegalStateException when the server cannot be reached, lacks an extension, or refuses
     */
    public static void prepare(String superuserJdbcUrl, Map<String, Passwords> passwords) {
        try (Connection connection = DriverManager.getConnection(superuserJdbcUrl);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Roles belong to the whole server, so the lock must as well: advisory locks are per database.
            statement.execute("LOCK TABLE pg_catalog.pg_authid IN SHARE ROW EXCLUSIVE MODE");
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            prepareExtensions(statement);
            for (Map.Entry<String, Passwords> schema : new TreeMap<>(passwords).entrySet()) {
                prepareSchema(connection, schema.getKey(), schema.getValue());
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be prepared: " + e.getMessage(), e);
        }
    }

    private static void prepareExtensions(Statement statement) throws SQLException {
        statement.execute("CREATE SCHEMA IF NOT EXISTS extensions");
        statement.execute("GRANT USAGE ON SCHEMA extensions TO PUBLIC");
        statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        for (String extension : new String[] {"vector", "pg_trgm", "unaccent"}) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension + " SCHEMA extensions");
        }
    }

    private static void prepareSchema(Connection connection, String schema, Passwords passwords) throws SQLException {
        if (!schema.matches("[a-z]+")) {
            throw new IllegalArgumentException("not a schema name: " + schema);
        }
        createRole(connection, schema + "_owner", "LOGIN NOINHERIT");
        createRole(connection, schema + "_app", "LOGIN NOINHERIT");
        createRole(connection, schema + "_relay", "NOLOGIN NOINHERIT");
        createRole(connection, schema + "_lookup", "NOLOGIN NOINHERIT");
        setPassword(connection, schema + "_owner", passwords.owner());
        setPassword(connection, schema + "_app", passwords.app());
        try (Statement statement = connection.createStatement()) {
            statement.execute("GRANT %1$s_relay TO %1$s_app".formatted(schema));
            statement.execute("GRANT %1$s_lookup TO %1$s_owner".formatted(schema));
            statement.execute("CREATE SCHEMA IF NOT EXISTS %1$s AUTHORIZATION %1$s_owner".formatted(schema));
            statement.execute("GRANT USAGE ON SCHEMA %1$s TO %1$s_app, %1$s_relay".formatted(schema));
        }
    }

    private static void createRole(Connection connection, String role, String options) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            known.setString(1, role);
            try (ResultSet rows = known.executeQuery();
                    Statement statement = connection.createStatement()) {
                String verb = rows.next() ? "ALTER" : "CREATE";
                statement.execute(
                        verb + " ROLE " + role + " WITH NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS " + options);
            }
        }
    }

    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        // ALTER ROLE takes no parameters, so the server itself quotes the literal.
        try (PreparedStatement quote =
                connection.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)")) {
            quote.setString(1, role);
            quote.setString(2, password);
            try (ResultSet rows = quote.executeQuery();
                    Statement statement = connection.createStatement()) {
                rows.next();
                statement.execute(rows.getString(1));
            }
        }
    }
}
