package org.memoro.gateway.export;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Sessions and tokens as they are exported: everything but what could be used to sign in. */
@Repository
class OwnRows {
    private static final SqlFile TOKENS = SqlFile.load("account/export/list_all_tokens", "userId", "after", "limit");
    private static final SqlFile SESSIONS =
            SqlFile.load("account/export/list_all_sessions", "userId", "after", "limit");

    private final DatabaseClient database;

    OwnRows(DatabaseClient database) {
        this.database = database;
    }

    /** A personal access token without its text, which nobody knows. */
    record Token(
            UUID id,
            String name,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    /** A browser that is or was signed in. */
    record Session(
            UUID id,
            String signedInWith,
            @Nullable String userAgent,
            Instant createdAt,
            Instant lastSeenAt,
            Instant endsAt) {}

    Flux<Token> tokens(UUID accountId, UUID after, int limit) {
        return page(TOKENS, accountId, after, limit)
                .map(row -> new Token(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        List.of(Objects.requireNonNull(row.get("scopes", String[].class))),
                        Objects.requireNonNull(row.get("created_at", Instant.class)),
                        row.get("expires_at", Instant.class),
                        row.get("last_used_at", Instant.class),
                        row.get("revoked_at", Instant.class)))
                .all();
    }

    Flux<Session> sessions(UUID accountId, UUID after, int limit) {
        return page(SESSIONS, accountId, after, limit)
                .map(row -> new Session(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("registration_id", String.class)),
                        row.get("user_agent", String.class),
                        Objects.requireNonNull(row.get("created_at", Instant.class)),
                        Objects.requireNonNull(row.get("last_seen_at", Instant.class)),
                        Objects.requireNonNull(row.get("ends_at", Instant.class))))
                .all();
    }

    private DatabaseClient.GenericExecuteSpec page(SqlFile statement, UUID accountId, UUID after, int limit) {
        return statement
                .on(database)
                .bind("userId", accountId)
                .bind("after", after)
                .bind("limit", limit);
    }
}
