package org.memoro.testkit.tenancy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One question to the catalogue, a file whose every row is an answer in words. */
record CatalogueQuestion(String sql) {

    static CatalogueQuestion load(String name) {
        try (InputStream file = CatalogueQuestion.class.getResourceAsStream("/tenancy-rules/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("no question " + name);
            }
            return new CatalogueQuestion(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> ask(Connection connection, TenancyRules rules) throws SQLException {
        String asked = sql.replace(":schema", literal(rules.schema()))
                .replace(":ofNoAccount", array(rules.ofNoAccount()))
                .replace(":acrossAccounts", array(rules.acrossAccounts()))
                .replace(":lookups", array(rules.lookups()));
        List<String> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            // Only then does the server write every name of ours with its schema.
            statement.execute("SET search_path = pg_catalog");
            ResultSet rows = statement.executeQuery(asked);
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static String array(Set<String> names) {
        return "ARRAY[" + names.stream().map(CatalogueQuestion::literal).collect(Collectors.joining(", "))
                + "]::text[]";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
