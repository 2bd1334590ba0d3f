package org.memoro.search.query;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.memoro.sql.SqlFile;
import org.memoro.sql.SqlValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The words of questions and notes, as far as both have the same stems. */
@Repository
class Words {
    private static final SqlFile LIST_LEXEMES = SqlFile.load("search/query/list_lexemes", "text");
    private static final SqlFile LIST_OF_LEXEMES =
            SqlFile.load("search/query/list_words_of_lexemes", "words", "lexemes");
    private static final SqlFile LIST_NOTES =
            SqlFile.load("search/query/list_notes_by_words", "userId", "lexemes", "limit");
    private static final SqlFile LIST_FILTERED_NOTES = SqlFile.load(
            "search/query/list_filtered_notes_by_words",
            "userId",
            "lexemes",
            "from",
            "to",
            "contactId",
            "tag",
            "limit");

    private final DatabaseClient database;

    Words(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Notes that share the rarest stems with a question.
     *
     * @param inThreads the same where a note has the stems of the one before it in its thread too
     */
    record Sharing(List<Scored> alone, List<Scored> inThreads) {
        static final Sharing NONE = new Sharing(List.of(), List.of());

        private static Sharing of(Map<Boolean, List<Scored>> byThread) {
            return new Sharing(byThread.getOrDefault(false, List.of()), byThread.getOrDefault(true, List.of()));
        }
    }

    /** The stems of a question, without stop words. */
    Mono<List<String>> lexemes(String question) {
        return LIST_LEXEMES
                .on(database)
                .bind("text", question)
                .map(row -> List.of(required(row, "lexemes", String[].class)))
                .one();
    }

    /** Those of the words whose stems the question has. */
    Mono<Set<String>> of(Collection<String> lexemes, Collection<String> words) {
        if (lexemes.isEmpty() || words.isEmpty()) {
            return Mono.just(Set.of());
        }
        return LIST_OF_LEXEMES
                .on(database)
                .bind("words", words.toArray(String[]::new))
                .bind("lexemes", lexemes.toArray(String[]::new))
                .map(row -> required(row, "word", String.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** At most so many notes in either list. */
    Mono<Sharing> sharedBy(UUID userId, Collection<String> lexemes, Filter filter, int limit) {
        if (lexemes.isEmpty()) {
            return Mono.just(Sharing.NONE);
        }
        return statement(filter)
                .bind("userId", userId)
                .bind("lexemes", lexemes.toArray(String[]::new))
                .bind("limit", limit)
                .map(row -> Map.entry(
                        required(row, "in_thread", Boolean.class),
                        new Scored(required(row, "interaction_id", UUID.class), required(row, "score", Double.class))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .map(Sharing::of);
    }

    private GenericExecuteSpec statement(Filter filter) {
        if (filter.allowsEverything()) {
            return LIST_NOTES.on(database);
        }
        return LIST_FILTERED_NOTES
                .on(database)
                .bind("from", SqlValues.orNull(LocalDate.class, filter.from()))
                .bind("to", SqlValues.orNull(LocalDate.class, filter.to()))
                .bind("contactId", SqlValues.orNull(UUID.class, filter.contactId()))
                .bind("tag", SqlValues.orNull(String.class, filter.tag()));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
