package org.memoro.contacts.merging;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.memoro.events.FactsApplied;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The merges of an account, and what they move. */
@Repository
class Merges {
    private static final Duration UNDOABLE = Duration.ofDays(30);
    private static final JsonMapper JSON = new JsonMapper();

    private static final SqlFile MOVE_FACTS = load("move_facts", "fromId", "toId");
    private static final SqlFile MOVE_MEMBERS = load("move_members", "fromId", "toId");
    private static final SqlFile RETURN_FACTS = load("return_facts", "fromId", "toId", "ids");
    private static final SqlFile RETURN_MEMBERS = load("return_members", "fromId", "toId", "ids");
    private static final SqlFile LIST_NAMED_IN = load("list_named_in", "contactId");
    private static final SqlFile LIST_NOTES = load("list_notes_of_contact", "contactId");
    private static final SqlFile ADD_PARTICIPANT = load("add_participant", "contactId", "notes");
    private static final SqlFile REMOVE_PARTICIPANT = load("remove_participant", "contactId", "notes");
    private static final SqlFile INSERT = load("insert_merge", "id", "contactId", "intoId", "now", "moved");
    private static final SqlFile FIND = load("find_merge", "id", "after");
    private static final SqlFile DELETE = load("delete_merge", "id");

    private final DatabaseClient database;
    private final Clock clock;

    Merges(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private static SqlFile load(String file, String... parameters) {
        String[] all = java.util.Arrays.copyOf(parameters, parameters.length + 1);
        all[parameters.length] = "userId";
        return SqlFile.load("contact/merging/" + file, all);
    }

    Mono<List<UUID>> moveFacts(UUID userId, UUID fromId, UUID toId) {
        return move(MOVE_FACTS, userId, fromId, toId);
    }

    Mono<List<UUID>> moveMembers(UUID userId, UUID fromId, UUID toId) {
        return move(MOVE_MEMBERS, userId, fromId, toId);
    }

    private Mono<List<UUID>> move(SqlFile statement, UUID userId, UUID fromId, UUID toId) {
        return statement
                .on(database)
                .bind("userId", userId)
                .bind("fromId", fromId)
                .bind("toId", toId)
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .all()
                .collectList();
    }

    Mono<Void> returnFacts(UUID userId, UUID fromId, UUID toId, Moved moved) {
        return giveBack(RETURN_FACTS, userId, fromId, toId, moved.facts())
                .then(giveBack(RETURN_MEMBERS, userId, fromId, toId, moved.members()));
    }

    private Mono<Void> giveBack(SqlFile statement, UUID userId, UUID fromId, UUID toId, Collection<UUID> ids) {
        return statement
                .on(database)
                .bind("userId", userId)
                .bind("fromId", fromId)
                .bind("toId", toId)
                .bind("ids", ids.toArray(UUID[]::new))
                .then();
    }

    /** The notes that name a contact, each with the version its facts are from. */
    Flux<FactsApplied> namedIn(UUID userId, UUID contactId) {
        return LIST_NAMED_IN
                .on(database)
                .bind("userId", userId)
                .bind("contactId", contactId)
                .map(row -> FactsApplied.of(
                        userId,
                        Objects.requireNonNull(row.get("interaction_id", UUID.class)),
                        Objects.requireNonNull(row.get("applied_version", Long.class))))
                .all();
    }

    Mono<List<UUID>> notesOf(UUID userId, UUID contactId) {
        return LIST_NOTES
                .on(database)
                .bind("userId", userId)
                .bind("contactId", contactId)
                .map(row -> Objects.requireNonNull(row.get("interaction_id", UUID.class)))
                .all()
                .collectList();
    }

    Mono<Void> addToNotes(UUID userId, UUID contactId, Collection<UUID> notes) {
        return onNotes(ADD_PARTICIPANT, userId, contactId, notes);
    }

    Mono<Void> removeFromNotes(UUID userId, UUID contactId, Collection<UUID> notes) {
        return onNotes(REMOVE_PARTICIPANT, userId, contactId, notes);
    }

    private Mono<Void> onNotes(SqlFile statement, UUID userId, UUID contactId, Collection<UUID> notes) {
        return statement
                .on(database)
                .bind("userId", userId)
                .bind("contactId", contactId)
                .bind("notes", notes.toArray(UUID[]::new))
                .then();
    }

    Mono<Void> insert(UUID userId, Merge merge) {
        return INSERT.on(database)
                .bind("userId", userId)
                .bind("id", merge.id())
                .bind("contactId", merge.contactId())
                .bind("intoId", merge.intoId())
                .bind("now", clock.instant())
                .bind("moved", JSON.writeValueAsString(merge.moved()))
                .then();
    }

    /** The merge, unless it is too old to be undone. */
    Mono<Merge> find(UUID userId, UUID id) {
        return FIND.on(database)
                .bind("userId", userId)
                .bind("id", id)
                .bind("after", clock.instant().minus(UNDOABLE))
                .map(row -> new Merge(
                        id,
                        Objects.requireNonNull(row.get("contact_id", UUID.class)),
                        Objects.requireNonNull(row.get("into_id", UUID.class)),
                        JSON.readValue(Objects.requireNonNull(row.get("moved", String.class)), Moved.class)))
                .one();
    }

    Mono<Void> delete(UUID userId, UUID id) {
        return DELETE.on(database).bind("userId", userId).bind("id", id).then();
    }
}
