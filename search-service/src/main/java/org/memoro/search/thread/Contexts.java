package org.memoro.search.thread;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memoro.search.document.Embedding;
import org.memoro.search.part.NoteText;
import org.memoro.search.thread.NoteInThread.Before;
import org.memoro.search.thread.NoteInThread.Said;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The notes of threads with what stands before them, and which of them are to be read again. */
@Repository
class Contexts {
    private static final SqlFile LIST_STALE = SqlFile.load("search/thread/list_stale_contexts", "userId", "limit");
    private static final SqlFile LOCK_STALE =
            SqlFile.load("search/thread/lock_stale_contexts", "userId", "interactionIds", "marks");
    private static final SqlFile SETTLE =
            SqlFile.load("search/thread/settle_contexts", "userId", "interactionIds", "marks");
    private static final SqlFile REPLACE_POSTINGS =
            SqlFile.load("search/thread/replace_context_postings", "userId", "interactionIds", "followers", "befores");
    private static final SqlFile DELETE_VECTORS =
            SqlFile.load("search/thread/delete_context_vectors", "userId", "interactionIds", "textHashes");
    private static final SqlFile UPSERT_VECTORS = SqlFile.load(
            "search/thread/upsert_context_vectors",
            "userId",
            "interactionIds",
            "model",
            "textHashes",
            "dimensions",
            "embeddings");

    private final DatabaseClient database;

    Contexts(DatabaseClient database) {
        this.database = database;
    }

    /** Those of the last changes first. */
    Flux<StaleNote> stale(UUID userId, int limit) {
        return LIST_STALE
                .on(database)
                .bind("userId", userId)
                .bind("limit", limit)
                .map(row -> new StaleNote(
                        required(row, "interaction_id", UUID.class), required(row, "mark", UUID.class), note(row)))
                .all();
    }

    /** Emits those that have not changed since they were found; until the transaction ends nobody else settles them. */
    Mono<Set<UUID>> lock(UUID userId, List<StaleNote> notes) {
        return unchanged(LOCK_STALE, userId, notes);
    }

    /** Emits those that have not changed since they were found; only what was read of them is to be kept. */
    Mono<Set<UUID>> settle(UUID userId, List<StaleNote> notes) {
        return unchanged(SETTLE, userId, notes);
    }

    private Mono<Set<UUID>> unchanged(SqlFile statement, UUID userId, List<StaleNote> notes) {
        return statement
                .on(database)
                .bind("userId", userId)
                .bind("interactionIds", ids(notes, StaleNote::id))
                .bind("marks", ids(notes, StaleNote::mark))
                .map(row -> required(row, "interaction_id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** Replaces the stems that the notes have from the ones before them, and what they mean together with those. */
    Mono<Void> keep(UUID userId, List<ReadNote> notes) {
        List<ReadNote> changed = notes.stream().filter(ReadNote::isNew).toList();
        return replaceWords(userId, notes.stream().map(ReadNote::stale).toList())
                .then(deleteMeanings(userId, changed))
                .then(keepMeanings(
                        userId,
                        changed.stream()
                                .filter(read -> read.meaning().isPresent())
                                .toList()));
    }

    private Mono<Void> replaceWords(UUID userId, List<StaleNote> notes) {
        List<StaleNote> followers =
                notes.stream().filter(note -> note.before() != null).toList();
        return REPLACE_POSTINGS
                .on(database)
                .bind("userId", userId)
                .bind("interactionIds", ids(notes, StaleNote::id))
                .bind("followers", ids(followers, StaleNote::id))
                .bind("befores", ids(followers, note -> Objects.requireNonNull(note.before())))
                .then();
    }

    private Mono<Void> deleteMeanings(UUID userId, List<ReadNote> notes) {
        return notes.isEmpty()
                ? Mono.empty()
                : texts(DELETE_VECTORS, userId, notes).then();
    }

    /** All of one request, so by one model. */
    private Mono<Void> keepMeanings(UUID userId, List<ReadNote> notes) {
        if (notes.isEmpty()) {
            return Mono.empty();
        }
        List<Embedding> meanings =
                notes.stream().map(ReadNote::meaning).flatMap(Optional::stream).toList();
        return texts(UPSERT_VECTORS, userId, notes)
                .bind("model", meanings.getFirst().model())
                .bind("dimensions", meanings.getFirst().dimensions())
                .bind(
                        "embeddings",
                        meanings.stream()
                                .map(meaning -> Arrays.toString(meaning.values()))
                                .toArray(String[]::new))
                .then();
    }

    private GenericExecuteSpec texts(SqlFile statement, UUID userId, List<ReadNote> notes) {
        return statement
                .on(database)
                .bind("userId", userId)
                .bind("interactionIds", ids(notes, read -> read.stale().id()))
                .bind("textHashes", notes.stream().map(ReadNote::textHash).toArray(String[]::new));
    }

    private static <T> UUID[] ids(List<T> notes, Function<T, UUID> id) {
        return notes.stream().map(id).toArray(UUID[]::new);
    }

    private static @Nullable NoteInThread note(Readable row) {
        if (row.get("notes", String.class) == null) {
            return null;
        }
        UUID before = row.get("before_id", UUID.class);
        Said note = said(row, "names", "notes");
        return new NoteInThread(
                note,
                before == null ? null : new Before(before, said(row, "names_before", "notes_before")),
                List.of(required(row, "text_hashes", String[].class)),
                new NoteText(note.text(), note.names(), List.of(required(row, "part_hashes", String[].class))));
    }

    private static Said said(Readable row, String names, String text) {
        return new Said(List.of(required(row, names, String[].class)), required(row, text, String.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
