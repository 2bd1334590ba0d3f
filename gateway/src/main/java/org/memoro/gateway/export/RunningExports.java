package org.memoro.gateway.export;

import java.time.Instant;
import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The table of exports that run now; inside a transaction of the account. */
@Repository
class RunningExports {
    private static final SqlFile BEGIN =
            SqlFile.load("account/export/begin_export", "userId", "id", "now", "expiresAt");
    private static final SqlFile RENEW = SqlFile.load("account/export/renew_export", "userId", "id", "expiresAt");
    private static final SqlFile END = SqlFile.load("account/export/end_export", "userId", "id");

    private final DatabaseClient database;

    RunningExports(DatabaseClient database) {
        this.database = database;
    }

    /** False when another one runs. */
    Mono<Boolean> begin(UUID accountId, UUID id, Instant now, Instant expiresAt) {
        return changes(BEGIN.on(database)
                .bind("userId", accountId)
                .bind("id", id)
                .bind("now", now)
                .bind("expiresAt", expiresAt));
    }

    /** False when this one no longer counts: the account is gone, or another has taken its place. */
    Mono<Boolean> renew(UUID accountId, UUID id, Instant expiresAt) {
        return changes(
                RENEW.on(database).bind("userId", accountId).bind("id", id).bind("expiresAt", expiresAt));
    }

    Mono<Boolean> end(UUID accountId, UUID id) {
        return changes(END.on(database).bind("userId", accountId).bind("id", id));
    }

    private static Mono<Boolean> changes(DatabaseClient.GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().map(rows -> rows == 1);
    }
}
