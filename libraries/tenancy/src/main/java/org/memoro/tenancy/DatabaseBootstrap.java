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
 * Prepares a database for Memoro: extensions, and for each schema its roles. Takes a superuser, or, where a provider gives
 * none away, the database's owner with the right to make roles.
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
     * @param adminJdbcUrl of the database itself, with user and password
     * @param passwords by schema
     * @throws UnsuitableServerException when the server is too old or lacks pgvector
     * @throws IllegalStateException when the server cannot be reached or refuses
     */
    public static void prepare(String adminJdbcUrl, Map<String, Passwords> passwords) {
        try (Connection connection = DriverManager.getConnection(adminJdbcUrl)) {
            ServerRequirements.check(connection);
            connection.setAutoCommit(false);
            boolean isSuperuser = isSuperuser(connection);
            lock(connection, isSuperuser);
            prepareExtensions(connection);
            for (Map.Entry<String, Passwords> schema : new TreeMap<>(passwords).entrySet()) {
                prepareSchema(connection, schema.getKey(), schema.getValue(), isSuperuser);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be prepared: " + e.getMessage(), e);
        }
    }

    /**
     * Looks at a server that somebody else prepares.
     *
     * @throws UnsuitableServerException when it is too old or lacks pgvector
     */
    public static void requireSuitable(Connection connection) throws SQLException {
        ServerRequirements.check(connection);
    }

    /** Makes the database unless it is there; the connection is to another one of the same server. */
    public static void createMissing(Connection connection, String database) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            known.setString(1, database);
            try (ResultSet rows = known.executeQuery();
                    Statement statement = connection.createStatement()) {
                if (!rows.next()) {
                    statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(database, true));
                }
            }
        }
    }

    /** Whether whoever is connected may do everything. */
    public static boolean isSuperuser(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static void lock(Connection connection, boolean isSuperuser) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isSuperuser) {
                // Roles belong to the whole server, so the lock must as well: advisory locks are per database.
                statement.execute("LOCK TABLE pg_catalog.pg_authid IN SHARE ROW EXCLUSIVE MODE");
            }
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    private static void prepareExtensions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS extensions");
            statement.execute("GRANT USAGE ON SCHEMA extensions TO PUBLIC");
            statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            for (String extension : new String[] {"vector", "pg_trgm", "unaccent"}) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension + " SCHEMA extensions");
            }
        }
    }

    private static void prepareSchema(Connection connection, String schema, Passwords passwords, boolean isSuperuser)
            throws SQLException {
        if (!schema.matches("[a-z]+")) {
            throw new IllegalArgumentException("not a schema name: " + schema);
        }
        createRole(connection, schema + "_owner", "LOGIN NOINHERIT", isSuperuser);
        createRole(connection, schema + "_app", "LOGIN NOINHERIT", isSuperuser);
        createRole(connection, schema + "_relay", "NOLOGIN NOINHERIT", isSuperuser);
        createRole(connection, schema + "_lookup", "NOLOGIN NOINHERIT", isSuperuser);
        setPassword(connection, schema + "_owner", passwords.owner());
        setPassword(connection, schema + "_app", passwords.app());
        try (Statement statement = connection.createStatement()) {
            statement.execute("GRANT %1$s_relay TO %1$s_app".formatted(schema));
            statement.execute("GRANT %1$s_lookup TO %1$s_owner".formatted(schema));
            if (!isSuperuser) {
                // Only who may act as the owner can give it a schema; that right ends with this.
                statement.execute("GRANT %s_owner TO CURRENT_USER".formatted(schema));
            }
            statement.execute("CREATE SCHEMA IF NOT EXISTS %1$s AUTHORIZATION %1$s_owner".formatted(schema));
            statement.execute("GRANT USAGE ON SCHEMA %1$s TO %1$s_app, %1$s_relay".formatted(schema));
            if (!isSuperuser) {
                statement.execute("REVOKE %s_owner FROM CURRENT_USER".formatted(schema));
            }
        }
    }

    private static void createRole(Connection connection, String role, String options, boolean isSuperuser)
            throws SQLException {
        try (PreparedStatement known =
                connection.prepareStatement("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = ?")) {
            known.setString(1, role);
            try (ResultSet rows = known.executeQuery();
                    Statement statement = connection.createStatement()) {
                boolean exists = rows.next();
                if (exists && rows.getBoolean(1) && !isSuperuser) {
                    throw new IllegalStateException("The role " + role
                            + " may do more than it should, and only a superuser can change that: drop it first.");
                }
                // Only a superuser may speak of these two at all; a new role has neither.
                String never = isSuperuser ? "NOSUPERUSER NOBYPASSRLS " : "";
                statement.execute((exists ? "ALTER" : "CREATE") + " ROLE " + role + " WITH " + never
                        + "NOCREATEDB NOCREATEROLE " + options);
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
