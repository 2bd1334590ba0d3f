package org.memoro.endtoend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Vectors of one account on their way into a table, many at a time. */
final class VectorRows implements AutoCloseable {
    /** Rows that are sent at a time; two megabytes. */
    private static final int BATCH = 500;

    private final Connection connection;
    private final PreparedStatement insert;
    private final List<UUID> notes = new ArrayList<>(BATCH);
    private final List<String> vectors = new ArrayList<>(BATCH);

    /** Rows of {@code search.<table>}, with the same value in the column that only this table has. */
    VectorRows(Connection connection, String table, String column, String value, UUID account, String model)
            throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement("""
                INSERT INTO search.%s (user_id, model, interaction_id, %s, dimensions, embedding)
                SELECT ?, ?, note.id, %s, vector_dims(CAST(note.vector AS vector)), CAST(CAST(note.vector AS vector) AS halfvec)
                FROM unnest(?::uuid[], ?::text[]) AS note (id, vector)""".formatted(table, column, value));
        insert.setObject(1, account);
        insert.setString(2, model);
    }

    void add(UUID note, float[] vector) throws SQLException {
        notes.add(note);
        vectors.add(Arrays.toString(vector));
        if (notes.size() == BATCH) {
            send();
        }
    }

    @Override
    public void close() throws SQLException {
        send();
        insert.close();
    }

    private void send() throws SQLException {
        insert.setArray(3, connection.createArrayOf("uuid", notes.toArray()));
        insert.setArray(4, connection.createArrayOf("text", vectors.toArray()));
        insert.executeUpdate();
        notes.clear();
        vectors.clear();
    }
}
