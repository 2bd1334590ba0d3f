package org.memoro.local;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memoro.local.postgres.PostgresServer;
import org.memoro.tenancy.DatabaseBootstrap;
import org.memoro.tenancy.DatabaseBootstrap.Passwords;
import org.memoro.tenancy.UnsuitableServerException;

/** The database of this run with its extensions, schemas and roles, and how a service gets into it. */
record MemoroDatabase(
        String host, int port, String name, String sslMode, Map<String, Passwords> passwords, String description) {
    static final List<String> SCHEMAS = List.of("account", "contact", "interaction", "enrichment", "search");
    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([a-z-]+)");

    /** Makes what is missing; a server whose named user may not is taken as prepared by its owner. */
    static MemoroDatabase prepare(PostgresServer server, Secrets secrets, Map<String, String> environment) {
        String url = inDatabase(server.url(), server.database());
        try (Connection connection = DriverManager.getConnection(server.url())) {
            DatabaseBootstrap.requireSuitable(connection);
            boolean mayPrepare = DatabaseBootstrap.isSuperuser(connection);
            Map<String, Passwords> passwords = mayPrepare ? ownPasswords(secrets) : namedPasswords(environment);
            if (mayPrepare) {
                DatabaseBootstrap.createMissing(connection, server.database());
                DatabaseBootstrap.prepare(url, passwords);
            }
            URI uri = URI.create(server.url().substring("jdbc:".length()));
            int port = uri.getPort() < 0 ? 5432 : uri.getPort();
            return new MemoroDatabase(
                    uri.getHost(), port, server.database(), sslMode(uri), passwords, server.description());
        } catch (UnsuitableServerException e) {
            throw new StartFailure(e.sentence(), e);
        } catch (SQLException e) {
            throw new StartFailure("PostgreSQL (" + server.description() + ") refused: " + e.getMessage(), e);
        }
    }

    /** The settings of the service that owns this schema. */
    List<String> arguments(String schema) {
        Passwords own = passwords.get(schema);
        if (own == null) {
            throw new IllegalArgumentException("no such schema: " + schema);
        }
        return List.of(
                "--memoro.database.host=" + host,
                "--memoro.database.port=" + port,
                "--memoro.database.name=" + name,
                "--memoro.database.ssl-mode=" + sslMode,
                "--memoro.database.owner-password=" + own.owner(),
                "--memoro.database.app-password=" + own.app());
    }

    /** What the user wrote into the address; else nothing on this machine, and what PostgreSQL's own programs do off it. */
    private static String sslMode(URI server) {
        Matcher said = SSL_MODE.matcher("?" + server.getRawQuery());
        if (said.find()) {
            return said.group(1);
        }
        return List.of("127.0.0.1", "localhost").contains(server.getHost()) ? "disable" : "prefer";
    }

    @Override
    public String toString() {
        return "MemoroDatabase[" + description + "]";
    }

    private static Map<String, Passwords> ownPasswords(Secrets secrets) {
        Map<String, Passwords> passwords = new HashMap<>();
        for (String schema : SCHEMAS) {
            passwords.put(
                    schema,
                    new Passwords(
                            secrets.password("database." + schema + ".owner"),
                            secrets.password("database." + schema + ".app")));
        }
        return Map.copyOf(passwords);
    }

    private static Map<String, Passwords> namedPasswords(Map<String, String> environment) {
        String owner = environment.get("MEMORO_DATABASE_OWNER_PASSWORD");
        String app = environment.get("MEMORO_DATABASE_APP_PASSWORD");
        if (owner == null || app == null) {
            throw new StartFailure("the user in MEMORO_DATABASE_URL is no superuser: name one, or prepare the roles and"
                    + " set MEMORO_DATABASE_OWNER_PASSWORD and MEMORO_DATABASE_APP_PASSWORD.");
        }
        Map<String, Passwords> passwords = new HashMap<>();
        SCHEMAS.forEach(schema -> passwords.put(schema, new Passwords(owner, app)));
        return Map.copyOf(passwords);
    }

    private static String inDatabase(String url, String database) {
        return url.replaceFirst("(//[^/]+/)[^?]*", "$1" + Matcher.quoteReplacement(database));
    }
}
