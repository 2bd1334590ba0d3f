package org.memoro.search.rebuild;

import java.time.Instant;
import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** What stands in the index and was not read since a rebuild began: its owner may have it no longer. */
@Repository
class IndexedBefore {
    private static final SqlFile NOTES =
            SqlFile.load("search/rebuild/list_notes_read_before", "userId", "before", "after", "limit");
    private static final SqlFile CONTACTS =
            SqlFile.load("search/rebuild/list_contacts_read_before", "userId", "before", "after", "limit");

    private final DatabaseClient database;

    IndexedBefore(DatabaseClient database) {
        this.database = database;
    }

    Flux<UUID> notes(UUID userId, Instant before, UUID after, int limit) {
        return list(NOTES, userId, before, after, limit);
    }

    Flux<UUID> contacts(UUID userId, Instant before, UUID after, int limit) {
        return list(CONTACTS, userId, before, after, limit);
    }

    private Flux<UUID> list(SqlFile statement, UUID userId, Instant before, UUID after, int limit) {
        return statement
                .on(database)
                .bind("userId", userId)
                .bind("before", before)
                .bind("after", after)
                .bind("limit", limit)
                .mapValue(UUID.class)
                .all();
    }
}
