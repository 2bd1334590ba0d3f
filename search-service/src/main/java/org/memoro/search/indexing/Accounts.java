package org.memoro.search.indexing;

import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The accounts whose data the index holds. */
@Component
class Accounts {
    private static final SqlFile LOCK = SqlFile.load("search/account/lock_account", "userId");
    private static final SqlFile INSERT_ERASED = SqlFile.load("search/account/insert_erased_account", "userId");
    private static final SqlFile DELETE_POSTINGS = SqlFile.load("search/account/delete_postings", "userId");
    private static final SqlFile DELETE_DOCUMENTS = SqlFile.load("search/account/delete_documents", "userId");
    private static final SqlFile DELETE_CONTACTS = SqlFile.load("search/account/delete_contacts", "userId");
    private static final SqlFile DELETE_OUTBOX = SqlFile.load("search/account/delete_outbox", "userId");

    private final DatabaseClient database;

    Accounts(DatabaseClient database) {
        this.database = database;
    }

    /** Erases everything of the account, for good: nothing that arrives later is kept. */
    Mono<Void> erase(UUID userId) {
        return run(LOCK, userId)
                .thenMany(Flux.just(INSERT_ERASED, DELETE_POSTINGS, DELETE_DOCUMENTS, DELETE_CONTACTS, DELETE_OUTBOX)
                        .concatMap(statement -> run(statement, userId)))
                .then();
    }

    private Mono<Void> run(SqlFile statement, UUID userId) {
        return statement.on(database).bind("userId", userId).then();
    }
}
