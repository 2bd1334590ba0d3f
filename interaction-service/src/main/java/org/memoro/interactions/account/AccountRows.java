package org.memoro.interactions.account;

import java.util.List;
import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything this service keeps of an account, but for what its inbox remembers. */
@Component
class AccountRows {
    private static final List<SqlFile> DELETE_ALL = List.of(
            SqlFile.load("interaction/account/delete_interactions", "userId"),
            SqlFile.load("interaction/account/delete_outbox", "userId"),
            SqlFile.load("interaction/account/delete_idempotent_requests", "userId"));

    private final DatabaseClient database;

    AccountRows(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> delete(UUID userId) {
        return Flux.fromIterable(DELETE_ALL)
                .concatMap(statement ->
                        statement.on(database).bind("userId", userId).then())
                .then();
    }
}
