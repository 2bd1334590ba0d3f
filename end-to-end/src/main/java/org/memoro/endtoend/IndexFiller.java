package org.memoro.endtoend;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills the search index of an account with invented notes at once, too many to be written one by one: their words are those
 * of {@link SampleNotes}, their vectors real ones, each moved a little in a random direction.
 *
 * <p>Every note stands in a thread of ten, so that each has all that a note can have.
 */
final class IndexFiller {
    /** Rows that are sent at a time; two megabytes. */
    private static final int BATCH = 500;

    private static final int IN_A_THREAD = 10;

    /** As far as two notes of one kind lie apart: a cosine of about 0.95. */
    private static final double MOVED = 0.32;

    private final Connection connection;
    private final String model;
    private final List<float[]> seeds;
    private final Random random = new Random(20261121);

    private IndexFiller(Connection connection, String model, List<float[]> seeds) {
        this.connection = connection;
        this.model = model;
        this.seeds = List.copyOf(seeds);
    }

    /** Adds to each of these accounts so many notes, like those that the index has already. */
    static void fill(String database, List<UUID> accounts, List<Integer> sizes) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("SET search_path = public, extensions");
            IndexFiller filler = new IndexFiller(connection, model(statement), seeds(statement));
            for (int i = 0; i < accounts.size(); i++) {
                filler.fill(statement, accounts.get(i), sizes.get(i));
            }
            // Afterwards the server knows what is there, as it does on the morning after.
            statement.execute("VACUUM ANALYZE");
        } catch (SQLException e) {
            throw new IllegalStateException("the index could not be filled", e);
        }
    }

    private static String model(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT model FROM search.document_vector LIMIT 1")) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<float[]> seeds(Statement statement) throws SQLException {
        List<float[]> seeds = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT CAST(embedding AS text) FROM search.document_vector ORDER BY interaction_id")) {
            while (rows.next()) {
                String[] numbers = rows.getString(1).replaceAll("[\\[\\]]", "").split(",", -1);
                float[] seed = new float[numbers.length];
                for (int i = 0; i < seed.length; i++) {
                    seed[i] = Float.parseFloat(numbers[i]);
                }
                seeds.add(seed);
            }
        }
        return seeds;
    }

    private void fill(Statement statement, UUID account, int notes) throws SQLException {
        List<UUID> ids = new ArrayList<>(notes);
        for (int i = 0; i < notes; i++) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        insertNotes(statement, ids);
        insertDocuments(statement, account);
        insertVectors("document_vector", "version", "1", account, ids);
        insertVectors("context_vector", "text_hash", "''", account, ids);
    }

    private void insertNotes(Statement statement, List<UUID> ids) throws SQLException {
        statement.execute("DROP TABLE IF EXISTS bench_note");
        statement.execute("CREATE TEMP TABLE bench_note (id uuid, text text, day date, thread text, at timestamptz)");
        SampleNotes sample = new SampleNotes(ids.size());
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO bench_note VALUES (?, ?, ?::date, ?, ?::timestamptz)")) {
            for (int i = 0; i < ids.size(); i++) {
                ObjectNode note = sample.next();
                insert.setObject(1, ids.get(i));
                insert.setString(2, note.path("notes").asString());
                insert.setString(3, note.path("occurredOn").asString());
                insert.setString(4, "bench " + i / IN_A_THREAD);
                insert.setString(5, "2025-01-01 00:00:0" + i % IN_A_THREAD + "Z");
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void insertDocuments(Statement statement, UUID account) throws SQLException {
        statement.execute("""
                INSERT INTO search.document (user_id, interaction_id, version, read_at, notes, occurred_on, thread_key,
                    thread_at, created_at, lexemes)
                SELECT '%s', id, 1, now(), text, day, thread, at, at, tsvector_to_array(
                    to_tsvector('search.note', to_char(day, 'FMDD FMMonth YYYY') || ': ' || text))
                FROM bench_note""".formatted(account));
        statement.execute("""
                INSERT INTO search.posting (user_id, lexeme, interaction_id)
                SELECT user_id, unnest(lexemes), interaction_id
                FROM search.document
                WHERE user_id = '%s'
                ON CONFLICT DO NOTHING""".formatted(account));
        statement.execute("""
                INSERT INTO search.context_posting (user_id, lexeme, interaction_id)
                SELECT DISTINCT '%1$s'::uuid, lexeme, note.interaction_id
                FROM (
                    SELECT interaction_id, lexemes, lag(lexemes) OVER (PARTITION BY thread_key ORDER BY thread_at) AS before
                    FROM search.document
                    WHERE user_id = '%1$s') AS note
                CROSS JOIN unnest(note.before) AS lexeme
                WHERE lexeme <> ALL(note.lexemes)
                ON CONFLICT DO NOTHING""".formatted(account));
    }

    private void insertVectors(String table, String column, String value, UUID account, List<UUID> ids)
            throws SQLException {
        String insert = """
                INSERT INTO search.%s (user_id, model, interaction_id, %s, dimensions, embedding)
                SELECT ?, ?, note.id, %s, vector_dims(CAST(note.vector AS vector)), CAST(CAST(note.vector AS vector) AS halfvec)
                FROM unnest(?::uuid[], ?::text[]) AS note (id, vector)""".formatted(table, column, value);
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int from = 0; from < ids.size(); from += BATCH) {
                UUID[] some =
                        ids.subList(from, Math.min(ids.size(), from + BATCH)).toArray(UUID[]::new);
                String[] vectors = Stream.generate(this::moved)
                        .limit(some.length)
                        .map(Arrays::toString)
                        .toArray(String[]::new);
                statement.setObject(1, account);
                statement.setString(2, model);
                statement.setArray(3, connection.createArrayOf("uuid", some));
                statement.setArray(4, connection.createArrayOf("text", vectors));
                statement.executeUpdate();
            }
        }
    }

    private float[] moved() {
        float[] seed = seeds.get(random.nextInt(seeds.size()));
        double step = MOVED / Math.sqrt(seed.length);
        float[] moved = new float[seed.length];
        double length = 0;
        for (int i = 0; i < seed.length; i++) {
            moved[i] = (float) (seed[i] + step * random.nextGaussian());
            length += moved[i] * moved[i];
        }
        for (int i = 0; i < moved.length; i++) {
            moved[i] /= (float) Math.sqrt(length);
        }
        return moved;
    }
}
