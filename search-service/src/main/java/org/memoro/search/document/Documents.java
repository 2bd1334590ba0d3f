package org.memoro.search.document;

import io.r2dbc.postgresql.codec.Vector;
import java.time.Instant;
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
    private static final SqlFile FIND_LEXEMES = SqlFile.load("search/document/find_lexemes", "userId", "interactionId");
    private static final SqlFile FIND_VERSION = SqlFile.load("search/document/find_version", "userId", "interactionId");
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
    private static final SqlFile DELETE_POSTINGS =
            SqlFile.load("search/document/delete_postings", "userId", "interactionId", "former");
    private static final SqlFile INSERT_POSTINGS =
            SqlFile.load("search/document/insert_postings", "userId", "interactionId");
    private static final SqlFile DELETE_CONTACTS =
            SqlFile.load("search/document/delete_contacts", "userId", "interactionId");
    private static final SqlFile INSERT_CONTACTS =
            SqlFile.load("search/document/insert_contacts", "userId", "interactionId", "contactIds", "names");
    private static final SqlFile DELETE_FORMER_VECTORS =
            SqlFile.load("search/document/delete_former_vectors", "userId", "interactionId", "version");
    private static final SqlFile UPSERT_VECTOR = SqlFile.load(
            "search/document/upsert_vector", "userId", "model", "interactionId", "version", "dimensions", "embedding");

    private static final SqlFile MARK_STALE =
            SqlFile.load("search/document/mark_stale_contexts", "userId", "interactionId", "mark");

    private final DatabaseClient database;

    Documents(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps the note unless something newer is kept already; emits whether this version is kept now. */
    public Mono<Boolean> keep(UUID userId, NoteDocument note, Instant readAt) {
        return replace(userId, note.id(), upsert(userId, note, readAt))
                .flatMap(replaced -> replaced
                        ? deleteFormerVectors(userId, note.id(), note.version())
                                .then(insertContacts(userId, note))
                                .thenReturn(true)
                        : isKept(userId, note));
    }

    /** Empties the note and keeps its version, so that nothing older brings it back; emits whether it did. */
    public Mono<Boolean> bury(UUID userId, UUID interactionId, long version, Instant readAt) {
        Mono<Long> buried = of(BURY, userId, interactionId)
                .bind("version", version)
                .bind("readAt", readAt)
                .fetch()
                .rowsUpdated();
        return replace(userId, interactionId, buried)
                .flatMap(done -> done
                        ? deleteFormerVectors(userId, interactionId, Long.MAX_VALUE)
                                .thenReturn(true)
                        : Mono.just(false));
    }

    /** Empties a note that its owner knows nothing of, whichever version is kept. */
    public Mono<Void> buryAsKept(UUID userId, UUID interactionId, Instant readAt) {
        return keptVersion(userId, interactionId)
                .flatMap(version -> bury(userId, interactionId, version, readAt))
                .then();
    }

    /** Keeps what a version of a note means to one model; the note itself must be kept already. */
    public Mono<Void> keepMeaning(UUID userId, UUID interactionId, long version, Embedding embedding) {
        return of(UPSERT_VECTOR, userId, interactionId)
                .bind("model", embedding.model())
                .bind("version", version)
                .bind("dimensions", embedding.dimensions())
                .bind("embedding", Vector.of(embedding.values()))
                .then();
    }

    /** A later answer about the same version may have come first: what this one brings besides is still wanted. */
    private Mono<Boolean> isKept(UUID userId, NoteDocument note) {
        return keptVersion(userId, note.id())
                .map(version -> version == note.version())
                .defaultIfEmpty(false);
    }

    private Mono<Long> keptVersion(UUID userId, UUID interactionId) {
        return of(FIND_VERSION, userId, interactionId).mapValue(Long.class).one();
    }

    private Mono<Boolean> replace(UUID userId, UUID interactionId, Mono<Long> write) {
        return lock(userId, interactionId)
                .then(markStale(userId, interactionId))
                .then(formerLexemes(userId, interactionId))
                .flatMap(former -> write.flatMap(rows -> rows == 0
                        ? Mono.just(false)
                        : refreshPostings(userId, interactionId, former)
                                .then(of(DELETE_CONTACTS, userId, interactionId).then())
                                .then(markStale(userId, interactionId))
                                .thenReturn(true)));
    }

    private Mono<Void> lock(UUID userId, UUID interactionId) {
        return of(LOCK, userId, interactionId).fetch().first().then();
    }

    /** A change of a note changes what it and the next one in its thread mean there, where it was and where it is. */
    private Mono<Void> markStale(UUID userId, UUID interactionId) {
        return of(MARK_STALE, userId, interactionId).bind("mark", Ids.next()).then();
    }

    private Mono<String[]> formerLexemes(UUID userId, UUID interactionId) {
        return of(FIND_LEXEMES, userId, interactionId)
                .map(row -> row.get("lexemes", String[].class))
                .one()
                .defaultIfEmpty(new String[0]);
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

    private Mono<Void> refreshPostings(UUID userId, UUID interactionId, String[] former) {
        Mono<Void> withdraw = former.length == 0
                ? Mono.empty()
                : of(DELETE_POSTINGS, userId, interactionId)
                        .bind("former", former)
                        .then();
        return withdraw.then(of(INSERT_POSTINGS, userId, interactionId).then());
    }

    private Mono<Void> insertContacts(UUID userId, NoteDocument note) {
        if (note.people().isEmpty()) {
            return Mono.empty();
        }
        return of(INSERT_CONTACTS, userId, note.id())
                .bind(
                        "contactIds",
                        note.people().stream().map(Person::contactId).toArray(UUID[]::new))
                .bind("names", note.people().stream().map(Person::displayName).toArray(String[]::new))
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
