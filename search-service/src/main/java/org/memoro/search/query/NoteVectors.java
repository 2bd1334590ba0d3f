package org.memoro.search.query;

import io.r2dbc.postgresql.codec.Vector;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.memoro.search.document.Embedding;
import org.memoro.search.large.VectorKind;
import org.memoro.sql.SqlFile;
import org.memoro.sql.SqlValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The vectors of an account's notes, as those of questions are compared with them. */
@Component
class NoteVectors {
    private static final Map<VectorKind, SqlFile> ALL = Map.of(
            VectorKind.NOTE,
            unfiltered("search/query/list_notes_by_meaning"),
            VectorKind.THREAD,
            unfiltered("search/query/list_notes_by_thread_meaning"));
    private static final Map<VectorKind, SqlFile> FILTERED = Map.of(
            VectorKind.NOTE,
            filtered("search/query/list_filtered_notes_by_meaning"),
            VectorKind.THREAD,
            filtered("search/query/list_filtered_notes_by_thread_meaning"));
    private static final Map<VectorKind, SqlFile> NEAR = Map.of(
            VectorKind.NOTE,
            unfiltered("search/query/list_near_notes"),
            VectorKind.THREAD,
            unfiltered("search/query/list_near_notes_in_threads"));
    private static final Map<VectorKind, SqlFile> NEAR_FILTERED = Map.of(
            VectorKind.NOTE,
            filtered("search/query/list_near_filtered_notes"),
            VectorKind.THREAD,
            filtered("search/query/list_near_filtered_notes_in_threads"));
    private static final Map<VectorKind, SqlFile> AMONG = Map.of(
            VectorKind.NOTE,
            among("search/query/list_few_notes_by_meaning"),
            VectorKind.THREAD,
            among("search/query/list_few_notes_by_thread_meaning"));

    private static final SqlFile PARTS = filtered("search/query/list_parts_by_meaning");
    private static final SqlFile BEST_PARTS = SqlFile.load(
            "search/query/list_best_parts", "userId", "embedding", "model", "dimensions", "interactionIds");
    private static final SqlFile LIST_WITH_CONTEXT =
            SqlFile.load("search/query/list_notes_with_context", "userId", "model", "interactionIds");

    private final DatabaseClient database;

    NoteVectors(DatabaseClient database) {
        this.database = database;
    }

    /** Compares every one. */
    Mono<List<Scored>> all(VectorKind kind, UUID userId, Embedding question, Filter filter, int limit) {
        return scored(
                statement(filter.allowsEverything() ? file(ALL, kind) : file(FILTERED, kind), userId, filter),
                question,
                limit);
    }

    /** Compares those of these notes. */
    Mono<List<Scored>> among(VectorKind kind, UUID userId, Embedding question, Collection<UUID> ids, int limit) {
        return scored(of(file(AMONG, kind), userId, ids), question, limit);
    }

    /** Asks the index, which misses a few; where a filter allows few notes, it may find too few. */
    Mono<List<Scored>> byIndex(VectorKind kind, UUID userId, Embedding question, Filter filter, int limit) {
        return scored(
                statement(filter.allowsEverything() ? file(NEAR, kind) : file(NEAR_FILTERED, kind), userId, filter),
                question,
                limit);
    }

    /** Those of notes that are longer than a model reads, part by part; a note may appear more than once. */
    Mono<List<Scored>> parts(UUID userId, Embedding question, Filter filter, int limit) {
        return scored(filters(PARTS.on(database).bind("userId", userId), filter), question, limit);
    }

    /** Where in each of these notes the question is meant; none for a note that is one sentence, or is not read yet. */
    Mono<Map<UUID, Meant>> meantIn(UUID userId, Embedding question, Collection<UUID> ids) {
        return meaning(of(BEST_PARTS, userId, ids), question)
                .map(row -> Map.entry(
                        required(row, "interaction_id", UUID.class),
                        new Meant(
                                required(row, "begins", Integer.class),
                                required(row, "ends", Integer.class),
                                required(row, "text_hash", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Those of these notes that mean something else after the one before them. */
    Mono<Set<UUID>> withContext(UUID userId, String model, Collection<UUID> ids) {
        return of(LIST_WITH_CONTEXT, userId, ids)
                .bind("model", model)
                .map(row -> required(row, "interaction_id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    private static SqlFile unfiltered(String path) {
        return SqlFile.load(path, "userId", "embedding", "model", "dimensions", "limit");
    }

    private static SqlFile filtered(String path) {
        return SqlFile.load(
                path, "userId", "embedding", "model", "dimensions", "from", "to", "contactId", "tag", "limit");
    }

    private static SqlFile among(String path) {
        return SqlFile.load(path, "userId", "embedding", "model", "dimensions", "interactionIds", "limit");
    }

    private static SqlFile file(Map<VectorKind, SqlFile> files, VectorKind kind) {
        return Objects.requireNonNull(files.get(kind));
    }

    /** Without a filter no note need be looked at: what is deleted has neither words nor a meaning. */
    private GenericExecuteSpec statement(SqlFile file, UUID userId, Filter filter) {
        GenericExecuteSpec statement = file.on(database).bind("userId", userId);
        return filter.allowsEverything() ? statement : filters(statement, filter);
    }

    private static GenericExecuteSpec filters(GenericExecuteSpec statement, Filter filter) {
        return statement
                .bind("from", SqlValues.orNull(LocalDate.class, filter.from()))
                .bind("to", SqlValues.orNull(LocalDate.class, filter.to()))
                .bind("contactId", SqlValues.orNull(UUID.class, filter.contactId()))
                .bind("tag", SqlValues.orNull(String.class, filter.tag()));
    }

    private GenericExecuteSpec of(SqlFile file, UUID userId, Collection<UUID> ids) {
        return file.on(database).bind("userId", userId).bind("interactionIds", ids.toArray(UUID[]::new));
    }

    private static GenericExecuteSpec meaning(GenericExecuteSpec statement, Embedding question) {
        return statement
                .bind("embedding", Vector.of(question.values()))
                .bind("model", question.model())
                .bind("dimensions", question.dimensions());
    }

    private static Mono<List<Scored>> scored(GenericExecuteSpec statement, Embedding question, int limit) {
        return meaning(statement, question)
                .bind("limit", limit)
                .map(row ->
                        new Scored(required(row, "interaction_id", UUID.class), required(row, "score", Double.class)))
                .all()
                .filter(scored -> Double.isFinite(scored.score()))
                .collectList();
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
