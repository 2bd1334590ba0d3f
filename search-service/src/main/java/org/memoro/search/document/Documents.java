package org.memoro.search.document;

import io.r2dbc.postgresql.codec.Vector;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.memoro.api.Ids;
import org.memoro.search.document.NoteDocument.Person;
import org.memoro.sql.SqlFile;
import org.memoro.sql.SqlValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The notes of the search index; every change of one note is made by one transaction at a time. */
@Component
public class Documents {
    private static final SqlFile LOCK = SqlFile.load("search/document/lock_document", "userId", "interactionId");
    private static final SqlFile FIND = SqlFile.load("search/document/find_document", "userId", "interactionId");
    private static final SqlFile UPSERT = SqlFile.load(
            "search/document/upsert_document",
            "userId",
            "interactionId",
            "version",
            "readAt",
            "notes",
            "occurredOn",
            "threadId",
            "threadKey",
            "threadAt",
            "createdAt",
            "text");
    private static final SqlFile BURY =
            SqlFile.load("search/document/bury_document", "userId", "interactionId", "version", "readAt");
    private static final SqlFile REPLACE_POSTINGS =
            SqlFile.load("search/document/replace_postings", "userId", "interactionId", "former");
    private static final SqlFile REPLACE_CONTACTS =
            SqlFile.load("search/document/replace_contacts", "userId", "interactionId", "contactIds", "names");
    private static final SqlFile DELETE_FORMER_VECTORS =
            SqlFile.load("search/document/delete_former_vectors", "userId", "interactionId", "version");
    private static final SqlFile UPSERT_VECTOR = SqlFile.load(
            "search/document/upsert_vector",
            "userId",
            "model",
            "interactionId",
            "version",
            "dimensions",
            "embedding",
            "mark");

    private static final SqlFile MARK_STALE =
            SqlFile.load("search/document/mark_stale_contexts", "userId", "interactionId", "mark");

    private final DatabaseClient database;

    Documents(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps the note unless something newer is kept already; emits whether this version is kept now. */
    public Mono<Boolean> keep(UUID userId, NoteDocument note, Instant readAt) {
        return keep(userId, note, readAt, false);
    }

    /** As {@link #keep}, with all that is made of a note made again, even when it says what it said. */
    public Mono<Boolean> keepAnew(UUID userId, NoteDocument note, Instant readAt) {
        return keep(userId, note, readAt, true);
    }

    /** Empties the note and keeps its version, so that nothing older brings it back; emits whether it did. */
    public Mono<Boolean> bury(UUID userId, UUID interactionId, long version, Instant readAt) {
        Mono<Long> bury = of(BURY, userId, interactionId)
                .bind("version", version)
                .bind("readAt", readAt)
                .fetch()
                .rowsUpdated();
        return lock(userId, interactionId)
                .then(markStale(userId, interactionId))
                .then(find(userId, interactionId))
                .flatMap(former -> bury.flatMap(rows -> rows == 0
                        ? Mono.just(false)
                        : replacePostings(userId, interactionId, former)
                                .then(replaceContacts(userId, interactionId, List.of()))
                                .then(deleteFormerVectors(userId, interactionId, Long.MAX_VALUE))
                                .thenReturn(true)));
    }

    /** Empties a note that its owner knows nothing of, whichever version is kept. */
    public Mono<Void> buryAsKept(UUID userId, UUID interactionId, Instant readAt) {
        return find(userId, interactionId)
                .filter(kept -> !kept.deleted())
                .flatMap(kept -> bury(userId, interactionId, kept.version(), readAt))
                .then();
    }

    /** Keeps what a version of a note means to one model, which reads it in its thread next; the note must be kept already. */
    public Mono<Void> keepMeaning(UUID userId, UUID interactionId, long version, Embedding embedding) {
        return of(UPSERT_VECTOR, userId, interactionId)
                .bind("model", embedding.model())
                .bind("version", version)
                .bind("dimensions", embedding.dimensions())
                .bind("embedding", Vector.of(embedding.values()))
                .bind("mark", Ids.next())
                .then();
    }

    private Mono<Boolean> keep(UUID userId, NoteDocument note, Instant readAt, boolean anew) {
        return lock(userId, note.id()).then(find(userId, note.id())).flatMap(former -> leave(userId, note, former)
                .then(upsert(userId, note, readAt))
                .flatMap(rows -> rows == 0
                        ? Mono.just(isKept(note, former))
                        : refresh(userId, note, former, anew).thenReturn(true)));
    }

    /** What followed the note where it was follows another one now. */
    private Mono<Void> leave(UUID userId, NoteDocument note, KeptNote former) {
        return former.threadKey() != null && former.leavesItsPlace(note) ? markStale(userId, note.id()) : Mono.empty();
    }

    /** A later answer about the same version may have come first: what this one brings besides is still wanted. */
    private static boolean isKept(NoteDocument note, KeptNote former) {
        return !former.deleted() && former.version() == note.version();
    }

    private Mono<Void> refresh(UUID userId, NoteDocument note, KeptNote former, boolean anew) {
        Mono<Void> vectors =
                former.isOlderThan(note) ? deleteFormerVectors(userId, note.id(), note.version()) : Mono.empty();
        if (former.says(note) && !anew) {
            return vectors;
        }
        return vectors.then(replacePostings(userId, note.id(), former))
                .then(replaceContacts(userId, note.id(), note.people()))
                .then(markStale(userId, note.id()));
    }

    private Mono<KeptNote> find(UUID userId, UUID interactionId) {
        return of(FIND, userId, interactionId).map(KeptNote::of).one().defaultIfEmpty(KeptNote.NONE);
    }

    private Mono<Void> lock(UUID userId, UUID interactionId) {
        return of(LOCK, userId, interactionId).fetch().first().then();
    }

    /** A change of a note changes what it and the next one in its thread mean there, where it was and where it is. */
    private Mono<Void> markStale(UUID userId, UUID interactionId) {
        return of(MARK_STALE, userId, interactionId).bind("mark", Ids.next()).then();
    }

    private Mono<Long> upsert(UUID userId, NoteDocument note, Instant readAt) {
        return of(UPSERT, userId, note.id())
                .bind("version", note.version())
                .bind("readAt", readAt)
                .bind("notes", note.notes())
                .bind("occurredOn", note.occurredOn())
                .bind("threadId", SqlValues.orNull(String.class, note.threadId()))
                .bind("threadKey", SqlValues.orNull(String.class, note.threadKey()))
                .bind("threadAt", note.threadAt())
                .bind("createdAt", note.createdAt())
                .bind("text", note.lexicalText())
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> replacePostings(UUID userId, UUID interactionId, KeptNote former) {
        return of(REPLACE_POSTINGS, userId, interactionId)
                .bind("former", former.lexemes().toArray(String[]::new))
                .then();
    }

    private Mono<Void> replaceContacts(UUID userId, UUID interactionId, List<Person> people) {
        return of(REPLACE_CONTACTS, userId, interactionId)
                .bind("contactIds", people.stream().map(Person::contactId).toArray(UUID[]::new))
                .bind("names", people.stream().map(Person::displayName).toArray(String[]::new))
                .then();
    }

    private Mono<Void> deleteFormerVectors(UUID userId, UUID interactionId, long version) {
        return of(DELETE_FORMER_VECTORS, userId, interactionId)
                .bind("version", version)
                .then();
    }

    private GenericExecuteSpec of(SqlFile statement, UUID userId, UUID interactionId) {
        return statement.on(database).bind("userId", userId).bind("interactionId", interactionId);
    }
}
