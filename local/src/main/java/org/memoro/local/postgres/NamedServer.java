package org.memoro.local.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import org.memoro.local.StartFailure;

/** A server that the user named; it is used, never started, stopped or emptied. */
record NamedServer(String url, String database, String host) implements PostgresServer {
    private static final String SHAPE =
            "MEMORO_DATABASE_URL must look like postgresql://superuser:password@host:5432/database.";

    /** Takes both the usual and the JDBC spelling. */
    static NamedServer of(String named) {
        URI uri = uri(named.strip().replaceFirst("^jdbc:", "").replaceFirst("^postgres:", "postgresql:"));
        String path = uri.getPath();
        if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || path == null || path.length() < 2) {
            throw new StartFailure(SHAPE);
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new NamedServer(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + "?" + parameters(uri),
                path.substring(1),
                uri.getHost());
    }

    private static String parameters(URI uri) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String user = uri.getRawUserInfo();
        if (user == null) {
            return query;
        }
        int colon = user.indexOf(':');
        String signIn = colon < 0
                ? "user=" + user
                : "user=" + user.substring(0, colon) + "&password=" + user.substring(colon + 1);
        return query.isEmpty() ? signIn : signIn + "&" + query;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new StartFailure(SHAPE); // without the cause: its message holds the password
        }
    }

    @Override
    public String description() {
        return "the server named in MEMORO_DATABASE_URL, on " + host;
    }

    @Override
    public void close() {
        // not ours to stop
    }

    @Override
    public String toString() {
        return description();
    }
}
