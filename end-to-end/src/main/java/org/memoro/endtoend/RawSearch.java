package org.memoro.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.memoro.languagemodels.onnx.OnnxEmbedder;
import org.memoro.search.large.NearIndexes;

/** The queries of a search by themselves, in the role of the service, without anything around them. */
final class RawSearch implements AutoCloseable {
    private static final String WORDS = "list_notes_by_words";
    private static final List<String> EXACT = List.of("list_notes_by_meaning", "list_notes_by_thread_meaning");
    private static final List<String> NEAR = List.of("list_near_notes", "list_near_notes_in_threads");

    private final Connection connection;
    private final OnnxEmbedder model;

    RawSearch(String database, OnnxEmbedder model) {
        this.model = model;
        try {
            connection = DriverManager.getConnection(database);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET search_path = search, extensions");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The vector of a question, as text. */
    String embed(String question) {
        return Arrays.toString(model.query(question));
    }

    /** All lists of a search, one after the other. */
    void lists(UUID account, String question, String vector, boolean byIndex) {
        words(account, question);
        nearest(account, vector, byIndex);
    }

    /** The notes that share words with a question. */
    void words(UUID account, String question) {
        inRole(account, statement -> ids(statement, sql(WORDS, account, lexemes(statement, question), "[]")));
    }

    /** The notes nearest in meaning, by themselves and in their threads: all compared, or by the indexes of a large account. */
    List<List<String>> nearest(UUID account, String vector, boolean byIndex) {
        List<List<String>> lists = new ArrayList<>();
        inRole(account, statement -> {
            if (byIndex) {
                ids(
                        statement,
                        text("large/begin_near_search")
                                .replaceAll(
                                        ":names\\b",
                                        "(SELECT array_agg(CAST(relname AS text)) FROM pg_class"
                                                + " WHERE starts_with(CAST(relname AS text), 'near_"
                                                + account.toString().replace("-", "") + "'))")
                                .replaceAll(":candidates\\b", "'" + NearIndexes.CANDIDATES + "'")
                                .replaceAll(":furthest\\b", "'" + NearIndexes.FURTHEST + "'"));
            }
            for (String query : byIndex ? NEAR : EXACT) {
                lists.add(ids(statement, sql(query, account, "{}", vector)));
            }
        });
        return lists;
    }

    /** The notes nearest in meaning without any index. */
    void scan(UUID account, String vector) {
        inRole(account, statement -> {
            for (String way : List.of("indexscan", "bitmapscan", "indexonlyscan")) {
                statement.execute("SET LOCAL enable_" + way + " = off");
            }
            ids(statement, sql("list_notes_by_meaning", account, "{}", vector));
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something that asks the database. */
    private interface Work {
        void in(Statement statement) throws SQLException;
    }

    private void inRole(UUID account, Work work) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("SET LOCAL ROLE search_app");
            statement.execute("SELECT set_config('app.user_id', '" + account + "', true)");
            work.in(statement);
            statement.execute("COMMIT");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lexemes(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT tsvector_to_array(to_tsvector('note', '" + question.replace("'", "''") + "'))")) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> ids(Statement statement, String sql) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(Objects.requireNonNull(rows.getString(1)));
            }
        }
        return ids;
    }

    /** The service's own text, with values in place of its parameters. */
    private String sql(String query, UUID account, String lexemes, String vector) {
        Map<String, String> values = Map.of(
                "userId", "'" + account + "'::uuid",
                "lexemes", "'" + lexemes.replace("'", "''") + "'::text[]",
                "embedding", "'" + vector + "'",
                "model", "'" + model.model() + "'",
                "dimensions", String.valueOf(model.dimensions()),
                "limit", "100");
        String sql = text("query/" + query);
        for (Map.Entry<String, String> value : values.entrySet()) {
            sql = sql.replaceAll("(?<!:):" + value.getKey() + "\\b", value.getValue());
        }
        return sql;
    }

    private static String text(String query) {
        String file = "/sql/search/" + query + ".sql";
        try (InputStream in = Objects.requireNonNull(RawSearch.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
