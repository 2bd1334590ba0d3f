package org.memoro.tenancy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Memoro needs of a PostgreSQL server. */
final class ServerRequirements {
    private static final int OLDEST = 15;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    private ServerRequirements() {}

    /** @throws UnsuitableServerException when the server is too old, or has no pgvector or too old a one */
    static void check(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST) {
            throw new UnsuitableServerException(
                    "That PostgreSQL is version %d: Memoro needs %d or newer.".formatted(major, OLDEST));
        }
        checkVectors(vectors(connection));
    }

    static void checkVectors(@Nullable String version) {
        if (version == null) {
            throw new UnsuitableServerException("That PostgreSQL has no pgvector: install version 0.8 or newer of it on"
                    + " the server (package postgresql-17-pgvector, or the image pgvector/pgvector:pg17).");
        }
        Matcher parts = VERSION.matcher(version);
        if (parts.matches() && parts.group(1).equals("0") && Integer.parseInt(parts.group(2)) < 8) {
            throw new UnsuitableServerException(
                    "That PostgreSQL has pgvector " + version + ": Memoro needs 0.8 or newer.");
        }
    }

    /** The version that would be, or is, installed. */
    private static @Nullable String vectors(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT coalesce(installed_version, default_version)"
                        + " FROM pg_available_extensions WHERE name = 'vector'")) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
