package org.memoro.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.memoro.testkit.TestDatabase;

/** An account with too many notes to be written one by one: only what a search by meaning looks at, put into the tables at once. */
final class ManyNotes {
    static final LocalDate FIRST_DAY = LocalDate.parse("2020-01-01");
    private static final int DIMENSIONS = 24;

    final UUID account = UUID.randomUUID();
    private final List<UUID> ids = new ArrayList<>();
    private final List<float[]> meanings = new ArrayList<>();
    private final TestDatabase database;
    private final Random random;

    private ManyNotes(TestDatabase database, int seed) {
        this.database = database;
        this.random = new Random(seed);
    }

    /** One note for each day; the second half of them mean something of their own after the one before them. */
    static ManyNotes of(RunningSearch search, int count, int seed) {
        ManyNotes notes = new ManyNotes(search.database, seed);
        IntStream.range(0, count).forEach(i -> {
            notes.ids.add(new UUID(notes.random.nextLong(), notes.random.nextLong()));
            notes.meanings.add(notes.anything());
        });
        notes.insert(RunningSearch.MODEL);
        return notes;
    }

    /** What nothing else means. */
    float[] anything() {
        float[] numbers = new float[DIMENSIONS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    float[] meaning(int note) {
        return meanings.get(note).clone();
    }

    String id(int note) {
        return ids.get(note).toString();
    }

    List<String> ids() {
        return ids.stream().map(UUID::toString).toList();
    }

    /** Those that are nearest by comparing all of them, the nearest first, of the notes that the condition allows. */
    List<String> nearest(float[] question, int limit, String condition) {
        return strings("""
                SELECT vector.interaction_id
                FROM search.document_vector AS vector JOIN search.document USING (user_id, interaction_id)
                WHERE user_id = '%s' AND model = '%s' AND %s
                ORDER BY embedding OPERATOR(extensions.<=>) '%s'::extensions.halfvec
                LIMIT %d""".formatted(account, RunningSearch.MODEL, condition, Arrays.toString(question), limit));
    }

    /** The names of the account's indexes that are complete, or that are not. */
    List<String> indexes(boolean complete) {
        return strings("""
                SELECT index.relname FROM pg_index JOIN pg_class AS index ON index.oid = indexrelid
                WHERE relname LIKE 'near\\_%s\\_%%' AND indisvalid = %s ORDER BY 1""".formatted(hex(), complete));
    }

    /** How often they were asked. */
    long asked() {
        return Long.parseLong(strings("""
                SELECT coalesce(sum(idx_scan), 0) FROM pg_stat_user_indexes
                WHERE indexrelname LIKE 'near\\_%s\\_%%'""".formatted(hex())).getFirst());
    }

    String hex() {
        return account.toString().replace("-", "");
    }

    /** Has them read by another model, which understands them the same. */
    void readBy(String model) {
        execute("""
                INSERT INTO search.document_vector (user_id, model, interaction_id, version, dimensions, embedding)
                SELECT user_id, '%s', interaction_id, version, dimensions, embedding
                FROM search.document_vector WHERE user_id = '%s'""".formatted(model, account));
    }

    void about(UUID contact, int from, int to) {
        execute("""
                INSERT INTO search.document_contact (user_id, interaction_id, contact_id, display_name, position)
                SELECT '%s', id, '%s', 'A', 1 FROM unnest('{%s}'::uuid[]) AS id""".formatted(account, contact, String.join(",", ids().subList(from, to))));
    }

    void deleteAllBut(int notes) {
        execute("DELETE FROM search.document WHERE user_id = '%s' AND interaction_id <> ALL ('{%s}')"
                .formatted(account, String.join(",", ids().subList(0, notes))));
    }

    void execute(String sql) {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private List<String> strings(String sql) {
        try (Connection connection = database.superuser();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void insert(String model) {
        String vectors = meanings.stream()
                .map(meaning -> "\"" + Arrays.toString(meaning) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        String given = " unnest(?::uuid[], ?::text[]) WITH ORDINALITY AS note (id, vector, place)";
        try (Connection connection = database.superuser()) {
            for (String insert : List.of("""
                    INSERT INTO search.document
                        (user_id, interaction_id, version, read_at, notes, occurred_on, created_at, thread_key, thread_at)
                    SELECT '%1$s', id, 1, now(), 'note ' || place, date '%2$s' + place::int - 1, now(), 'all', now()
                    FROM""", """
                    INSERT INTO search.document_vector (user_id, model, interaction_id, version, dimensions, embedding)
                    SELECT '%1$s', '%3$s', id, 1, %4$d, vector::extensions.halfvec FROM""", """
                    INSERT INTO search.context_vector (user_id, model, interaction_id, text_hash, dimensions, embedding)
                    SELECT '%1$s', '%3$s', id, '', %4$d, vector::extensions.halfvec FROM""")) {
                boolean inThreads = insert.contains("context_vector");
                try (PreparedStatement statement =
                        connection.prepareStatement(insert.formatted(account, FIRST_DAY, model, DIMENSIONS)
                                + given
                                + (inThreads ? " WHERE place > " + ids.size() / 2 : ""))) {
                    statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                    statement.setObject(2, vectors, Types.OTHER);
                    statement.executeUpdate();
                }
            }
            connection
                    .createStatement()
                    .execute("ANALYZE search.document, search.document_vector, search.context_vector");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
