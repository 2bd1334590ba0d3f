package org.memoro.embedding.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which accounts are gone, and the lock that keeps writers and the erasure of an account apart. */
@Repository
public class Accounts {
    private static final SqlFile LOCK_SHARED = SqlFile.load("enrichment/account/lock_account_shared", "userId");
    private static final SqlFile LOCK = SqlFile.load("enrichment/account/lock_account", "userId");
    private static final SqlFile FIND_ERASURE = SqlFile.load("enrichment/account/find_erasure", "userId");
    private static final SqlFile RECORD_ERASURE = SqlFile.load("enrichment/account/record_erasure", "userId", "now");
    private static final List<SqlFile> DELETE_EVERYTHING = List.of(
            SqlFile.load("enrichment/account/delete_notes", "userId"),
            SqlFile.load("enrichment/account/delete_cached_extractions", "userId"),
            SqlFile.load("enrichment/account/delete_cached_query_vectors", "userId"),
            SqlFile.load("enrichment/account/delete_spending", "userId"),
            SqlFile.load("enrichment/account/delete_outbox", "userId"));

    private final DatabaseClient database;

    Accounts(DatabaseClient database) {
        this.database = database;
    }

    /** Runs the work if the account is still there, and keeps it there until the running transaction ends. */
    public <T> Mono<T> ifThere(UUID userId, Mono<T> work) {
        return run(LOCK_SHARED, userId)
                .then(FIND_ERASURE
                        .on(database)
                        .bind("userId", userId)
                        .mapValue(Instant.class)
                        .one()
                        .hasElement())
                .flatMap(erased -> erased ? Mono.empty() : work);
    }

    /** Deletes everything of an account, once no writer is at work on it, and lets nobody write for it again. */
    public Mono<Void> erase(UUID userId, Instant now) {
        return run(LOCK, userId)
                .then(RECORD_ERASURE
                        .on(database)
                        .bind("userId", userId)
                        .bind("now", now)
                        .then())
                .thenMany(Flux.fromIterable(DELETE_EVERYTHING))
                .concatMap(statement -> run(statement, userId))
                .then();
    }

    private Mono<Void> run(SqlFile statement, UUID userId) {
        return statement
                .on(database)
                .bind("userId", userId)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
