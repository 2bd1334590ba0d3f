package org.memoro.search.thread;

import io.r2dbc.postgresql.codec.Vector;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.memoro.search.document.Embedding;
import org.memoro.search.part.NoteText;
import org.memoro.search.text.TextHash;
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
    private static final SqlFile FIND = SqlFile.load("search/thread/find_context", "userId", "interactionId");
    private static final SqlFile LOCK_STALE =
            SqlFile.load("search/thread/lock_stale_context", "userId", "interactionId", "mark");
    private static final SqlFile SETTLE =
            SqlFile.load("search/thread/settle_context", "userId", "interactionId", "mark");
    private static final SqlFile DELETE_POSTINGS =
            SqlFile.load("search/thread/delete_context_postings", "userId", "interactionId");
    private static final SqlFile INSERT_POSTINGS =
            SqlFile.load("search/thread/insert_context_postings", "userId", "interactionId", "beforeId");
    private static final SqlFile DELETE_VECTORS =
            SqlFile.load("search/thread/delete_context_vectors", "userId", "interactionId", "textHash");
    private static final SqlFile UPSERT_VECTOR = SqlFile.load(
            "search/thread/upsert_context_vector",
            "userId",
            "interactionId",
            "model",
            "textHash",
            "dimensions",
            "embedding");

    private final DatabaseClient database;

    Contexts(DatabaseClient database) {
        this.database = database;
    }

    /** A note whose context is to be read again, and since which change. */
    record Stale(UUID interactionId, UUID mark) {}

    Flux<Stale> stale(UUID userId, int limit) {
        return LIST_STALE
                .on(database)
                .bind("userId", userId)
                .bind("limit", limit)
                .map(row -> new Stale(required(row, "interaction_id", UUID.class), required(row, "mark", UUID.class)))
                .all();
    }

    /** Empty when the note is gone. */
    Mono<NoteInThread> find(UUID userId, UUID interactionId) {
        return of(FIND, userId, interactionId).map(Contexts::noteInThread).one();
    }

    /** Emits whether nothing has changed since the mark was made; until the transaction ends nobody else settles it. */
    Mono<Boolean> lock(UUID userId, Stale stale) {
        return of(LOCK_STALE, userId, stale.interactionId())
                .bind("mark", stale.mark())
                .fetch()
                .first()
                .hasElement();
    }

    /** Emits whether nothing has changed since the mark was made; only then is what was read to be kept. */
    Mono<Boolean> settle(UUID userId, Stale stale) {
        return of(SETTLE, userId, stale.interactionId())
                .bind("mark", stale.mark())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Replaces the stems that a note has from the one before it. */
    Mono<Void> replaceWords(UUID userId, UUID interactionId, UUID before) {
        return deleteWords(userId, interactionId)
                .then(of(INSERT_POSTINGS, userId, interactionId)
                        .bind("beforeId", before)
                        .then());
    }

    Mono<Void> keepMeaning(UUID userId, UUID interactionId, String passage, Embedding meaning) {
        return of(UPSERT_VECTOR, userId, interactionId)
                .bind("model", meaning.model())
                .bind("textHash", TextHash.of(passage))
                .bind("dimensions", meaning.dimensions())
                .bind("embedding", Vector.of(meaning.values()))
                .then();
    }

    /** Forgets every meaning but that of texts with this hash. */
    Mono<Void> deleteMeaning(UUID userId, UUID interactionId, String textHash) {
        return of(DELETE_VECTORS, userId, interactionId)
                .bind("textHash", textHash)
                .then();
    }

    Mono<Void> deleteWords(UUID userId, UUID interactionId) {
        return of(DELETE_POSTINGS, userId, interactionId).then();
    }

    private GenericExecuteSpec of(SqlFile statement, UUID userId, UUID interactionId) {
        return statement.on(database).bind("userId", userId).bind("interactionId", interactionId);
    }

    private static NoteInThread noteInThread(Readable row) {
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
