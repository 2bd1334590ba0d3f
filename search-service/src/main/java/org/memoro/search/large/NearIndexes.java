package org.memoro.search.large;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The indexes of large accounts, as those who search see them: the catalogue of the database says which there are, and no table. */
@Component
public class NearIndexes {
    private static final SqlFile COUNT_VECTORS =
            SqlFile.load("search/large/count_vectors", "userId", "model", "atMost");
    private static final SqlFile BEGIN =
            SqlFile.load("search/large/begin_near_search", "names", "candidates", "furthest");

    /** Looked at by a search, as many as pgvector allows: with fewer it misses one in twenty of the nearest of 400,000. */
    public static final int CANDIDATES = 1_000;

    /** So many vectors does a search look at when a filter leaves few of them; beyond, comparing them all is as fast. */
    public static final int FURTHEST = 20_000;

    private final DatabaseClient database;

    NearIndexes(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Lets the nearest of these vectors be looked for by index until the end of the transaction.
     *
     * @return the kinds of vectors that have a complete index
     */
    public Mono<Set<VectorKind>> beginSearch(UUID userId, String model, int dimensions) {
        Map<VectorKind, String> names = Arrays.stream(VectorKind.values())
                .collect(Collectors.toMap(kind -> kind, kind -> new NearIndex(kind, userId, model, dimensions).name()));
        return BEGIN.on(database)
                .bind("names", names.values().toArray(String[]::new))
                .bind("candidates", String.valueOf(CANDIDATES))
                .bind("furthest", String.valueOf(FURTHEST))
                .map(row -> Set.of(required(row, "complete", String[].class)))
                .one()
                .map(complete -> names.keySet().stream()
                        .filter(kind -> complete.contains(names.get(kind)))
                        .collect(Collectors.toSet()));
    }

    /** How many vectors of each kind there are, counted no further than so many. */
    Mono<Map<VectorKind, Long>> count(UUID userId, String model, int atMost) {
        return COUNT_VECTORS
                .on(database)
                .bind("userId", userId)
                .bind("model", model)
                .bind("atMost", (long) atMost)
                .map(row -> {
                    Map<VectorKind, Long> counts = new EnumMap<>(VectorKind.class);
                    counts.put(VectorKind.NOTE, required(row, "note", Long.class));
                    counts.put(VectorKind.THREAD, required(row, "thread", Long.class));
                    return counts;
                })
                .one();
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
