package org.memoro.search.query;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private static final SqlFile LIST_CANDIDATES =
            SqlFile.load("search/query/list_candidates", "userId", "interactionIds");
    private static final SqlFile LIST_TEXTS = SqlFile.load("search/query/list_texts", "userId", "interactionIds");
    private static final SqlFile LIST_PEOPLE = SqlFile.load("search/query/list_people", "userId", "interactionIds");

    private static final SqlFile LIST_ALLOWED =
            SqlFile.load("search/query/list_allowed_notes", "userId", "from", "to", "contactId", "tag", "limit");

    private final DatabaseClient database;

    Notes(DatabaseClient database) {
        this.database = database;
    }

    /** Those that a filter allows, in no order; none of them twice or more often unless they are about two people of one tag. */
    Mono<List<UUID>> allowed(UUID userId, Filter filter, int limit) {
        return LIST_ALLOWED
                .on(database)
                .bind("userId", userId)
                .bind("from", SqlValues.orNull(LocalDate.class, filter.from()))
                .bind("to", SqlValues.orNull(LocalDate.class, filter.to()))
                .bind("contactId", SqlValues.orNull(UUID.class, filter.contactId()))
                .bind("tag", SqlValues.orNull(String.class, filter.tag()))
                .bind("limit", limit)
                .map(row -> required(row, "interaction_id", UUID.class))
                .all()
                .collectList();
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

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
