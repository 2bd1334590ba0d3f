package org.memoro.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.r2dbc.core.DatabaseClient;

/** One SQL statement from a file on the class path, with the names it binds. */
public final class SqlFile {
    private final String path;
    private final String text;

    private SqlFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /**
     * Loads {@code classpath:sql/<path>.sql}.
     *
     * @param path without the leading folder and the ending, such as {@code contact/find_contact_by_id}
     * @param parameters exactly the named parameters of the statement, without the colon, in any order
     * @throws IllegalStateException when the file is missing, is empty, does not begin with a comment that says which
     *     question it answers, holds more than one statement, or binds other names than these
     */
    public static SqlFile load(String path, String... parameters) {
        String text = read(path);
        if (!text.startsWith("--")) {
            throw broken(path, "must begin with a comment that says which question it answers");
        }
        SqlText parsed = SqlText.parse(text);
        if (parsed.statements() != 1) {
            throw broken(path, "must hold one statement, holds " + parsed.statements());
        }
        Set<String> declared = new TreeSet<>(Set.of(parameters));
        if (!parsed.parameters().equals(declared)) {
            throw broken(path, "binds " + parsed.parameters() + ", its store declares " + declared);
        }
        return new SqlFile(path, text);
    }

    /** The statement as it stands in the file, header comment included. */
    public String text() {
        return text;
    }

    /** Begins an execution of the statement; every declared name must be bound before it is fetched. */
    public DatabaseClient.GenericExecuteSpec on(DatabaseClient client) {
        return client.sql(text);
    }

    @Override
    public String toString() {
        return "sql/" + path + ".sql";
    }

    private static String read(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        if (loader == null) {
            loader = SqlFile.class.getClassLoader();
        }
        try (InputStream file = loader.getResourceAsStream("sql/" + path + ".sql")) {
            if (file == null) {
                throw broken(path, "is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException broken(String path, String why) {
        return new IllegalStateException("sql/" + path + ".sql " + why);
    }
}
