package org.memoro.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.sql.SqlFile;
import org.memoro.sql.SqlValues;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The first answers to requests that carried an idempotency key, kept for a day. */
final class IdempotentRequests {
    private final SqlFile claim = SqlFile.load("habits/claim_request", "userId", "method", "path", "key", "bodyHash");
    private final SqlFile find = SqlFile.load("habits/find_request", "userId", "method", "path", "key");
    private final SqlFile keep = SqlFile.load(
            "habits/keep_answer",
            "userId",
            "method",
            "path",
            "key",
            "status",
            "contentType",
            "location",
            "etag",
            "body");
    private final SqlFile forget = SqlFile.load("habits/forget_request", "userId", "method", "path", "key");

    private final SqlFile purge = SqlFile.load("habits/purge_requests");

    private final DatabaseClient client;

    IdempotentRequests(DatabaseClient client) {
        this.client = client;
    }

    /** Names one request of one account. */
    record Request(UUID userId, String method, String path, String key) {}

    /** The first answer; {@code status} is null while it is being made. */
    record Answer(
            String bodyHash,
            @Nullable Integer status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
            byte @Nullable [] body) {}

    /** Whether this is the first such request; a claim older than a day, or left by a crash, is taken over. */
    Mono<Boolean> claim(Request request, String bodyHash) {
        return named(claim.on(client), request)
                .bind("bodyHash", bodyHash)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Answer> find(Request request) {
        return named(find.on(client), request)
                .map(row -> new Answer(
                        row.get("body_hash", String.class),
                        row.get("status", Integer.class),
                        row.get("content_type", String.class),
                        row.get("location", String.class),
                        row.get("etag", String.class),
                        row.get("body", byte[].class)))
                .one();
    }

    Mono<Long> keep(Request request, Answer answer) {
        return named(keep.on(client), request)
                .bind("status", SqlValues.orNull(Integer.class, answer.status()))
                .bind("contentType", SqlValues.orNull(String.class, answer.contentType()))
                .bind("location", SqlValues.orNull(String.class, answer.location()))
                .bind("etag", SqlValues.orNull(String.class, answer.etag()))
                .bind("body", SqlValues.orNull(byte[].class, answer.body()))
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> forget(Request request) {
        return named(forget.on(client), request).fetch().rowsUpdated();
    }

    /** Deletes what is older than a day, over all accounts; for the relay role. */
    Mono<Long> purge() {
        return purge.on(client).fetch().rowsUpdated();
    }

    private static DatabaseClient.GenericExecuteSpec named(DatabaseClient.GenericExecuteSpec query, Request request) {
        return query.bind("userId", request.userId())
                .bind("method", request.method())
                .bind("path", request.path())
                .bind("key", request.key());
    }
}
