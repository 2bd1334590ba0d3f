package org.memoro.interactions.interaction;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The notes of all accounts, one account at a time. */
@Component
class Interactions {
    private static final SqlFile INSERT = load(
            "insert_interaction",
            "userId",
            "id",
            "notes",
            "occurredOn",
            "occurredOnSource",
            "occurredAt",
            "writtenAt",
            "zone",
            "location",
            "locationSource",
            "threadId",
            "now",
            "enrichmentOff");
    private static final SqlFile UPDATE = load(
            "update_interaction",
            "userId",
            "id",
            "notes",
            "occurredOn",
            "occurredOnSource",
            "occurredAt",
            "location",
            "locationSource",
            "threadId",
            "now",
            "enrichmentOff");
    private static final SqlFile DELETE = load("delete_interaction", "userId", "id", "now");
    private static final SqlFile FIND = load("find_interaction", "userId", "id");
    private static final SqlFile LOCK = load("lock_interaction", "userId", "id");
    private static final SqlFile LIST =
            load("list_interactions", "userId", "from", "to", "afterOccurredOn", "afterCreatedAt", "afterId", "limit");
    private static final SqlFile LIST_BY_CONTACT = load(
            "list_interactions_by_contact",
            "userId",
            "contactId",
            "from",
            "to",
            "afterOccurredOn",
            "afterCreatedAt",
            "afterId",
            "limit");
    private static final SqlFile LIST_BY_ID = load("list_interactions_by_id", "userId", "after", "limit");
    private static final SqlFile ACCOUNTS_TO_PURGE = load("list_accounts_to_purge", "before", "limit");
    private static final SqlFile PURGE = load("purge_deleted", "userId", "before", "now");

    private static final SqlFile LIST_IDS =
            SqlFile.load("interaction/note/list_interaction_ids", "userId", "after", "limit");

    private final DatabaseClient database;

    Interactions(DatabaseClient database) {
        this.database = database;
    }

    Mono<Interaction> insert(UUID userId, UUID id, NoteContent content, boolean enrichmentOff, Instant now) {
        return content(INSERT, userId, id, content)
                .bind("writtenAt", content.writtenAt())
                .bind("zone", content.zone().getId())
                .bind("enrichmentOff", enrichmentOff)
                .bind("now", now)
                .map(InteractionRow::read)
                .one();
    }

    /** Writes the next version, which brings a deleted note back. */
    Mono<Interaction> update(UUID userId, UUID id, NoteContent content, boolean enrichmentOff, Instant now) {
        return content(UPDATE, userId, id, content)
                .bind("enrichmentOff", enrichmentOff)
                .bind("now", now)
                .map(InteractionRow::read)
                .one();
    }

    /** The tombstone's version; nothing when there is no living note. */
    Mono<Long> delete(UUID userId, UUID id, Instant now) {
        return DELETE.on(database)
                .bind("userId", userId)
                .bind("id", id)
                .bind("now", now)
                .map(row -> row.get("version", Long.class))
                .one();
    }

    /** A tombstone too. */
    Mono<Interaction> find(UUID userId, UUID id) {
        return FIND.on(database)
                .bind("userId", userId)
                .bind("id", id)
                .map(InteractionRow::read)
                .one();
    }

    /** A tombstone too; nobody else changes it until the transaction ends. */
    Mono<Interaction> lock(UUID userId, UUID id) {
        return LOCK.on(database)
                .bind("userId", userId)
                .bind("id", id)
                .map(InteractionRow::read)
                .one();
    }

    Flux<Interaction> list(UUID userId, InteractionFilter filter, int limit) {
        DatabaseClient.GenericExecuteSpec query = filter.contactId() == null
                ? LIST.on(database)
                : LIST_BY_CONTACT.on(database).bind("contactId", filter.contactId());
        return query.bind("userId", userId)
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("afterOccurredOn", filter.after().occurredOn())
                .bind("afterCreatedAt", filter.after().createdAt())
                .bind("afterId", filter.after().id())
                .bind("limit", limit)
                .map(InteractionRow::read)
                .all();
    }

    /** The next of all there are, tombstones too. */
    Flux<Interaction> byId(UUID userId, UUID after, int limit) {
        return LIST_BY_ID
                .on(database)
                .bind("userId", userId)
                .bind("after", after)
                .bind("limit", limit)
                .map(InteractionRow::read)
                .all();
    }

    /** The ids of living notes after this one, in their order. */
    Flux<UUID> ids(UUID userId, UUID after, int limit) {
        return LIST_IDS.on(database)
                .bind("userId", userId)
                .bind("after", after)
                .bind("limit", limit)
                .mapValue(UUID.class)
                .all();
    }

    /** For all accounts; runs as the relay role. */
    Flux<UUID> accountsToPurge(Instant before, int limit) {
        return ACCOUNTS_TO_PURGE
                .on(database)
                .bind("before", before)
                .bind("limit", limit)
                .map(row -> row.get("user_id", UUID.class))
                .all();
    }

    Mono<Void> purge(UUID userId, Instant before, Instant now) {
        return PURGE.on(database)
                .bind("userId", userId)
                .bind("before", before)
                .bind("now", now)
                .then();
    }

    private DatabaseClient.GenericExecuteSpec content(SqlFile statement, UUID userId, UUID id, NoteContent content) {
        LocationSource locationSource = content.locationSource();
        return statement
                .on(database)
                .bind("userId", userId)
                .bind("id", id)
                .bind("notes", content.notes())
                .bind("occurredOn", content.occurredOn())
                .bind("occurredOnSource", content.occurredOnSource().word())
                .bind("occurredAt", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, content.occurredAt()))
                .bind("location", text(content.location()))
                .bind("locationSource", text(locationSource == null ? null : locationSource.word()))
                .bind("threadId", text(content.threadId()));
    }

    private static Parameter text(@Nullable String text) {
        return Parameters.in(R2dbcType.VARCHAR, text);
    }

    private static SqlFile load(String name, String... parameters) {
        return SqlFile.load("interaction/note/" + name, parameters);
    }
}
