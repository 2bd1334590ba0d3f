package org.memoro.contacts.note;

import static org.memoro.sql.SqlValues.orNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is remembered of the notes that facts come from, without their text. */
@Repository
public class Notes {
    private static final SqlFile FIND = SqlFile.load("contact/note/find_note", "userId", "interactionId");
    private static final SqlFile SAVE = SqlFile.load(
            "contact/note/save_note", "userId", "interactionId", "version", "occurredOn", "deleted", "now");
    private static final SqlFile MARK_APPLIED =
            SqlFile.load("contact/note/mark_facts_applied", "userId", "interactionId", "version");
    private static final SqlFile LIST_TYPED =
            SqlFile.load("contact/note/list_typed_participants", "userId", "interactionId");
    private static final SqlFile DELETE_TYPED =
            SqlFile.load("contact/note/delete_typed_participants", "userId", "interactionId");
    private static final SqlFile INSERT_TYPED =
            SqlFile.load("contact/note/insert_typed_participants", "userId", "interactionId", "contactIds");
    private static final SqlFile LIST_RECOGNISED =
            SqlFile.load("contact/note/list_recognised_people", "userId", "interactionId");

    private final DatabaseClient database;
    private final Clock clock;

    Notes(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is remembered of a note; empty when we have never heard of it. */
    public Mono<Note> find(UUID userId, UUID interactionId) {
        return FIND.on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .map(row -> new Note(
                        interactionId,
                        Objects.requireNonNull(row.get("version", Long.class)),
                        row.get("applied_version", Long.class),
                        row.get("occurred_on", LocalDate.class),
                        Boolean.TRUE.equals(row.get("deleted", Boolean.class))))
                .one();
    }

    /** Remembers a version of a note, unless a newer one is known. */
    public Mono<Void> save(
            UUID userId, UUID interactionId, long version, @Nullable LocalDate occurredOn, boolean deleted) {
        return SAVE.on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .bind("version", version)
                .bind("occurredOn", orNull(LocalDate.class, occurredOn))
                .bind("deleted", deleted)
                .bind("now", clock.instant())
                .then();
    }

    /** Remembers from which version of a note its facts are. */
    public Mono<Void> markApplied(UUID userId, UUID interactionId, long version) {
        return MARK_APPLIED
                .on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .bind("version", version)
                .then();
    }

    /** Whom the user named as participants of a note. */
    public Flux<UUID> typedParticipants(UUID userId, UUID interactionId) {
        return LIST_TYPED
                .on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .map(row -> Objects.requireNonNull(row.get("contact_id", UUID.class)))
                .all();
    }

    /** Replaces whom the user named as participants of a note; ids we do not know are left out. */
    public Mono<Void> saveTypedParticipants(UUID userId, UUID interactionId, Collection<UUID> contactIds) {
        return DELETE_TYPED
                .on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .then()
                .then(INSERT_TYPED
                        .on(database)
                        .bind("userId", userId)
                        .bind("interactionId", interactionId)
                        .bind("contactIds", contactIds.toArray(UUID[]::new))
                        .then());
    }

    /** Who stands in a note according to the facts that count, in the order of the note. */
    public Flux<RecognisedPerson> recognisedPeople(UUID userId, UUID interactionId) {
        return LIST_RECOGNISED
                .on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .map(row -> new RecognisedPerson(
                        Objects.requireNonNull(row.get("contact_id", UUID.class)),
                        Objects.requireNonNull(row.get("display_name", String.class)),
                        Objects.requireNonNull(row.get("role", String.class))))
                .all();
    }
}
