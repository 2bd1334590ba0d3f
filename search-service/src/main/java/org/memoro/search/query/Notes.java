package org.memoro.search.query;

import io.r2dbc.postgresql.codec.Vector;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.search.document.Embedding;
import org.memoro.search.query.SearchAnswer.Person;
import org.memoro.sql.SqlFile;
import org.memoro.sql.SqlValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The notes of the index, as questions look at them. */
@Component
class Notes {
    private static final SqlFile LIST_BY_MEANING =
            SqlFile.load("search/query/list_notes_by_meaning", "userId", "embedding", "model", "dimensions", "limit");
    private static final SqlFile LIST_FILTERED_BY_MEANING = SqlFile.load(
            "search/query/list_filtered_notes_by_meaning",
            "userId",
            "embedding",
            "model",
            "dimensions",
            "from",
            "to",
            "contactId",
            "tag",
            "limit");
    private static final SqlFile LIST_BY_THREAD_MEANING = SqlFile.load(
            "search/query/list_notes_by_thread_meaning", "userId", "embedding", "model", "dimensions", "limit");
    private static final SqlFile LIST_FILTERED_BY_THREAD_MEANING = SqlFile.load(
            "search/query/list_filtered_notes_by_thread_meaning",
            "userId",
            "embedding",
            "model",
            "dimensions",
            "from",
            "to",
            "contactId",
            "tag",
            "limit");
    private static final SqlFile LIST_WITH_CONTEXT =
            SqlFile.load("search/query/list_notes_with_context", "userId", "model", "interactionIds");
    private static final SqlFile LIST_CANDIDATES =
            SqlFile.load("search/query/list_candidates", "userId", "interactionIds");
    private static final SqlFile LIST_TEXTS = SqlFile.load("search/query/list_texts", "userId", "interactionIds");
    private static final SqlFile LIST_PEOPLE = SqlFile.load("search/query/list_people", "userId", "interactionIds");

    private static final SqlFile LIST_PARTS_BY_MEANING = SqlFile.load(
            "search/query/list_parts_by_meaning",
            "userId",
            "embedding",
            "model",
            "dimensions",
            "from",
            "to",
            "contactId",
            "tag",
            "limit");
    private static final SqlFile LIST_BEST_PARTS = SqlFile.load(
            "search/query/list_best_parts", "userId", "embedding", "model", "dimensions", "interactionIds");

    private final DatabaseClient database;

    Notes(DatabaseClient database) {
        this.database = database;
    }

    /** A note that is longer than a model reads is as near as the nearest of its parts. */
    Mono<List<Scored>> byMeaning(UUID userId, Embedding question, Filter filter, int limit) {
        return byMeaning(LIST_BY_MEANING, LIST_FILTERED_BY_MEANING, userId, question, filter, limit)
                .zipWhen(whole -> scored(meaning(filters(LIST_PARTS_BY_MEANING, userId, filter), question)
                        .bind("limit", limit)))
                .map(found -> found.getT2().isEmpty() ? found.getT1() : nearest(found.getT1(), found.getT2(), limit));
    }

    private static List<Scored> nearest(List<Scored> whole, List<Scored> parts, int limit) {
        Map<UUID, Double> nearest = new HashMap<>();
        Stream.concat(whole.stream(), parts.stream())
                .forEach(each -> nearest.merge(each.id(), each.score(), Math::max));
        return nearest.entrySet().stream()
                .map(entry -> new Scored(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::id))
                .limit(limit)
                .toList();
    }

    /** Where in each of these notes the question is meant; none for a note that is one sentence, or is not read yet. */
    Mono<Map<UUID, Meant>> meantIn(UUID userId, Embedding question, Collection<UUID> ids) {
        return meaning(of(LIST_BEST_PARTS, userId, ids), question)
                .map(row -> Map.entry(
                        required(row, "interaction_id", UUID.class),
                        new Meant(
                                required(row, "begins", Integer.class),
                                required(row, "ends", Integer.class),
                                required(row, "text_hash", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * As {@link #byMeaning}, where a note in a thread means what it means after the one before it.
     *
     * @param alone the nearest notes by themselves; those of them that stand in no thread are in the answer too
     */
    Mono<List<Scored>> byThreadMeaning(UUID userId, Embedding question, List<Scored> alone, Filter filter, int limit) {
        return byMeaning(LIST_BY_THREAD_MEANING, LIST_FILTERED_BY_THREAD_MEANING, userId, question, filter, limit)
                .zipWhen(inThreads -> withContext(userId, question.model(), alone))
                .map(found -> Stream.concat(
                                found.getT1().stream(),
                                alone.stream().filter(note -> !found.getT2().contains(note.id())))
                        .sorted(Comparator.comparingDouble(Scored::score).reversed())
                        .limit(limit)
                        .toList());
    }

    private Mono<Set<UUID>> withContext(UUID userId, String model, List<Scored> found) {
        return of(LIST_WITH_CONTEXT, userId, found.stream().map(Scored::id).toList())
                .bind("model", model)
                .map(row -> required(row, "interaction_id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    private Mono<List<Scored>> byMeaning(
            SqlFile all, SqlFile some, UUID userId, Embedding question, Filter filter, int limit) {
        return scored(meaning(filtered(all, some, userId, filter), question).bind("limit", limit));
    }

    private static GenericExecuteSpec meaning(GenericExecuteSpec statement, Embedding question) {
        return statement
                .bind("embedding", Vector.of(question.values()))
                .bind("model", question.model())
                .bind("dimensions", question.dimensions());
    }

    Mono<List<Candidate>> candidates(UUID userId, Collection<UUID> ids) {
        return of(LIST_CANDIDATES, userId, ids)
                .map(row -> new Candidate(
                        required(row, "interaction_id", UUID.class),
                        required(row, "occurred_on", LocalDate.class),
                        required(row, "created_at", Instant.class),
                        Set.of(required(row, "contact_ids", UUID[].class))))
                .all()
                .collectList();
    }

    Mono<Map<UUID, String>> texts(UUID userId, Collection<UUID> ids) {
        return of(LIST_TEXTS, userId, ids)
                .map(row ->
                        Map.entry(required(row, "interaction_id", UUID.class), required(row, "notes", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Map<UUID, List<Person>>> people(UUID userId, Collection<UUID> ids) {
        return of(LIST_PEOPLE, userId, ids)
                .map(row -> Map.entry(
                        required(row, "interaction_id", UUID.class),
                        new Person(
                                required(row, "contact_id", UUID.class), required(row, "display_name", String.class))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private GenericExecuteSpec of(SqlFile statement, UUID userId, Collection<UUID> ids) {
        return statement.on(database).bind("userId", userId).bind("interactionIds", ids.toArray(UUID[]::new));
    }

    /** Without a filter no note need be looked at: what is deleted has neither words nor a meaning. */
    private GenericExecuteSpec filtered(SqlFile all, SqlFile some, UUID userId, Filter filter) {
        if (filter.allowsEverything()) {
            return all.on(database).bind("userId", userId);
        }
        return filters(some, userId, filter);
    }

    private GenericExecuteSpec filters(SqlFile statement, UUID userId, Filter filter) {
        return statement
                .on(database)
                .bind("userId", userId)
                .bind("from", SqlValues.orNull(LocalDate.class, filter.from()))
                .bind("to", SqlValues.orNull(LocalDate.class, filter.to()))
                .bind("contactId", SqlValues.orNull(UUID.class, filter.contactId()))
                .bind("tag", SqlValues.orNull(String.class, filter.tag()));
    }

    private static Mono<List<Scored>> scored(GenericExecuteSpec statement) {
        return statement
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
