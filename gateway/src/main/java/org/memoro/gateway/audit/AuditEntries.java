package org.memoro.gateway.audit;

import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table of what happened. */
@Repository
class AuditEntries {
    private static final SqlFile INSERT = SqlFile.load(
            "account/audit/insert_audit_entry",
            "userId",
            "id",
            "at",
            "kind",
            "sessionId",
            "tokenId",
            "userAgent",
            "detail");
    private static final SqlFile LIST = SqlFile.load("account/audit/list_audit_entries", "userId", "beforeId", "limit");
    private static final SqlFile PURGE = SqlFile.load("account/audit/purge_old_audit_entries", "before");

    private final DatabaseClient database;

    AuditEntries(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(UUID accountId, UUID id, Instant at, AuditLine line) {
        return INSERT.on(database)
                .bind("userId", accountId)
                .bind("id", id)
                .bind("at", at)
                .bind("kind", line.kind().word())
                .bind("sessionId", uuid(line.sessionId()))
                .bind("tokenId", uuid(line.tokenId()))
                .bind("userAgent", Parameters.in(R2dbcType.VARCHAR, line.userAgent()))
                .bind("detail", line.detail().toArray(String[]::new))
                .then();
    }

    Flux<AuditEntry> list(UUID accountId, @Nullable UUID before, int limit) {
        return LIST.on(database)
                .bind("userId", accountId)
                .bind("beforeId", uuid(before))
                .bind("limit", limit)
                .map(AuditEntries::entry)
                .all();
    }

    /** Over all accounts, in the relay role. */
    Mono<Long> purge(Instant before) {
        return PURGE.on(database).bind("before", before).fetch().rowsUpdated();
    }

    private static Object uuid(@Nullable UUID id) {
        return id == null ? Parameters.in(PostgresqlObjectId.UUID) : id;
    }

    private static AuditEntry entry(Readable row) {
        return new AuditEntry(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("at", Instant.class)),
                AuditKind.of(Objects.requireNonNull(row.get("kind", String.class))),
                row.get("session_id", UUID.class),
                row.get("token_id", UUID.class),
                row.get("user_agent", String.class),
                List.of(Objects.requireNonNull(row.get("detail", String[].class))));
    }
}
