package org.memoro.endtoend;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Fills the search index of an account with notes at once, too many to be written one by one: their words and vectors are
 * those of notes that are there, or of a file, each vector moved a little in a random direction.
 *
 * <p>Every note stands in a thread of ten, so that each has all that a note can have.
 */
final class IndexFiller {
    /** Rows that are sent at a time; two megabytes. */
    private static final int BATCH = 500;

    private static final int IN_A_THREAD = 10;
    private static final int DAYS = 3_000;

    /** Notes of an account that is only there beside those which are measured. */
    private static final int OTHERS = 10_000;

    /** As far as two notes of one kind lie apart: a cosine of about 0.95. */
    private static final double MOVED = 0.32;

    private final Connection connection;
    private final String model;
    private final List<Seed> seeds;
    private final Random random = new Random(20261121);

    private IndexFiller(Connection connection, String model, List<Seed> seeds) {
        this.connection = connection;
        this.model = model;
        this.seeds = List.copyOf(seeds);
    }

    /** What a note says and means. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; copying a vector per use would cost more than it guards
    record Seed(String text, float[] meaning) {}

    /**
     * Adds to each of these accounts so many notes.
     *
     * @param texts what they are made of; none, and they are like those that the index has already
     * @param others how many notes other accounts have besides, ten thousand each, of which only the vectors are there
     */
    static void fill(String database, List<UUID> accounts, List<Integer> sizes, List<Seed> texts, int others) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("SET search_path = public, extensions");
            // Looking for the other end of each key would take longer than all the rest, and it is there.
            statement.execute("SET session_replication_role = replica");
            List<Seed> seeds = texts.isEmpty() ? seeds(statement) : texts;
            IndexFiller filler = new IndexFiller(connection, model(statement), seeds);
            for (int i = 0; i < accounts.size(); i++) {
                filler.fill(statement, accounts.get(i), sizes.get(i));
            }
            for (int left = others; left > 0; left -= OTHERS) {
                filler.insertVectors(filler.account(), filler.notes(Math.min(left, OTHERS)));
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

    private static List<Seed> seeds(Statement statement) throws SQLException {
        List<Seed> seeds = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                SELECT notes, CAST(embedding AS text)
                FROM search.document_vector JOIN search.document USING (user_id, interaction_id)
                ORDER BY interaction_id""")) {
            while (rows.next()) {
                String[] numbers = rows.getString(2).replaceAll("[\\[\\]]", "").split(",", -1);
                float[] seed = new float[numbers.length];
                for (int i = 0; i < seed.length; i++) {
                    seed[i] = Float.parseFloat(numbers[i]);
                }
                seeds.add(new Seed(rows.getString(1), seed));
            }
        }
        return seeds;
    }

    private UUID account() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Which seeds the notes of an account come from, by their ids. */
    private Map<UUID, Seed> notes(int count) {
        Map<UUID, Seed> notes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            notes.put(new UUID(random.nextLong(), random.nextLong()), seeds.get(random.nextInt(seeds.size())));
        }
        return notes;
    }

    private void fill(Statement statement, UUID account, int count) throws SQLException {
        Map<UUID, Seed> notes = notes(count);
        insertNotes(statement, notes);
        insertDocuments(statement, account);
        insertVectors(account, notes);
    }

    private void insertNotes(Statement statement, Map<UUID, Seed> notes) throws SQLException {
        statement.execute("DROP TABLE IF EXISTS bench_note");
        statement.execute("CREATE TEMP TABLE bench_note (id uuid, text text, day date, thread text, at timestamptz)");
        int i = 0;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO bench_note VALUES (?, ?, date '2026-01-01' - ?, ?, ?::timestamptz)")) {
            for (Map.Entry<UUID, Seed> note : notes.entrySet()) {
                insert.setObject(1, note.getKey());
                insert.setString(2, note.getValue().text());
                insert.setInt(3, random.nextInt(DAYS));
                insert.setString(4, "bench " + i / IN_A_THREAD);
                insert.setString(5, "2025-01-01 00:00:0" + i % IN_A_THREAD + "Z");
                insert.addBatch();
                i++;
                if (i % BATCH == 0) {
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

    private void insertVectors(UUID account, Map<UUID, Seed> notes) throws SQLException {
        insertVectors("document_vector", "version", "1", account, notes);
        insertVectors("context_vector", "text_hash", "''", account, notes);
    }

    private void insertVectors(String table, String column, String value, UUID account, Map<UUID, Seed> notes)
            throws SQLException {
        try (VectorRows rows = new VectorRows(connection, table, column, value, account, model)) {
            for (Map.Entry<UUID, Seed> note : notes.entrySet()) {
                rows.add(note.getKey(), moved(note.getValue().meaning()));
            }
        }
    }

    private float[] moved(float[] seed) {
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
