package org.memoro.embedding.note;

import java.time.Instant;
import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which version of each note was understood last; every result passes by here, so that an old one never wins. */
@Repository
public class EnrichedNotes {
    private static final SqlFile FIND = SqlFile.load("enrichment/note/find_note", "userId", "interactionId");
    private static final SqlFile ADVANCE =
            SqlFile.load("enrichment/note/advance_note", "userId", "interactionId", "version", "now");
    private static final SqlFile LOCK_CURRENT =
            SqlFile.load("enrichment/note/lock_current_note", "userId", "interactionId", "version");
    private static final SqlFile BURY =
            SqlFile.load("enrichment/note/bury_note", "userId", "interactionId", "version", "now");

    private final DatabaseClient database;

    EnrichedNotes(DatabaseClient database) {
        this.database = database;
    }

    /** What is known of a note; empty before it was understood for the first time. */
    public Mono<EnrichedNote> find(UUID userId, UUID interactionId) {
        return FIND.on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .map(row -> new EnrichedNote(row.get("version", Long.class), row.get("deleted", Boolean.class)))
                .one();
    }

    /** Whether a result of this version may be kept now; locks the note. */
    public Mono<Boolean> advance(UUID userId, UUID interactionId, long version, Instant now) {
        return at(ADVANCE, userId, interactionId, version)
                .bind("now", now)
                .mapValue(Long.class)
                .one()
                .hasElement();
    }

    /** Whether this version is still the one understood last; locks the note. */
    public Mono<Boolean> isCurrent(UUID userId, UUID interactionId, long version) {
        return at(LOCK_CURRENT, userId, interactionId, version)
                .mapValue(Long.class)
                .one()
                .hasElement();
    }

    /** Marks a note as deleted; false when it was restored in a newer version meanwhile. */
    public Mono<Boolean> bury(UUID userId, UUID interactionId, long version, Instant now) {
        return at(BURY, userId, interactionId, version)
                .bind("now", now)
                .mapValue(Long.class)
                .one()
                .hasElement();
    }

    private DatabaseClient.GenericExecuteSpec at(SqlFile statement, UUID userId, UUID interactionId, long version) {
        return statement
                .on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .bind("version", version);
    }
}
