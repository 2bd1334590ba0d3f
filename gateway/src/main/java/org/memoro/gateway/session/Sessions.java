package org.memoro.gateway.session;

import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.account.SignedIn;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.sql.SqlFile;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table of sessions. */
@Repository
class Sessions {
    private static final SqlFile FIND_OPEN = SqlFile.load("account/session/find_open_sessions", "hashes", "now");
    private static final SqlFile FIND = SqlFile.load("account/session/find_session", "hash", "now");
    private static final SqlFile INSERT = SqlFile.load(
            "account/session/insert_session",
            "userId",
            "id",
            "hash",
            "registrationId",
            "userAgent",
            "now",
            "idleExpiresAt",
            "expiresAt");
    private static final SqlFile TOUCH =
            SqlFile.load("account/session/touch_session", "userId", "id", "now", "idleExpiresAt");
    private static final SqlFile DELETE = SqlFile.load("account/session/delete_session", "userId", "id");
    private static final SqlFile LIST =
            SqlFile.load("account/session/list_sessions", "userId", "beforeId", "now", "limit");
    private static final SqlFile DELETE_ALL = SqlFile.load("account/session/delete_sessions", "userId");
    private static final SqlFile DELETE_EXPIRED =
            SqlFile.load("account/session/delete_expired_sessions", "userId", "now");

    private final DatabaseClient database;
    private final TenantTransactions transactions;

    Sessions(DatabaseClient database, TenantTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** A session that is still good, when it was last seen, and until when it is good if it is not seen again. */
    record Found(SignedIn who, Instant lastSeenAt, Instant expiresAt) {}

    /** Needs no tenant, since this is how one is found. */
    Mono<Found> find(byte[] hash, Instant now) {
        return transactions.beforeTenant(FIND.on(database)
                .bind("hash", hash)
                .bind("now", now)
                .map(Sessions::found)
                .one());
    }

    /** Needs no tenant either; hashes in hex. */
    Mono<Set<String>> open(Collection<String> hashes, Instant now) {
        return transactions.beforeTenant(FIND_OPEN
                .on(database)
                .bind("hashes", hashes.toArray(String[]::new))
                .bind("now", now)
                .map(row -> Objects.requireNonNull(row.get("hash", String.class)))
                .all()
                .collect(Collectors.toSet()));
    }

    Mono<Void> insert(
            UUID accountId,
            UUID id,
            byte[] hash,
            String registrationId,
            @Nullable String userAgent,
            Instant now,
            Instant idleExpiresAt,
            Instant expiresAt) {
        return INSERT.on(database)
                .bind("userId", accountId)
                .bind("id", id)
                .bind("hash", hash)
                .bind("registrationId", registrationId)
                .bind("userAgent", Parameters.in(R2dbcType.VARCHAR, userAgent))
                .bind("now", now)
                .bind("idleExpiresAt", idleExpiresAt)
                .bind("expiresAt", expiresAt)
                .then();
    }

    Mono<Void> touch(UUID accountId, UUID id, Instant now, Instant idleExpiresAt) {
        return TOUCH.on(database)
                .bind("userId", accountId)
                .bind("id", id)
                .bind("now", now)
                .bind("idleExpiresAt", idleExpiresAt)
                .then();
    }

    /** How many there were. */
    Mono<Long> delete(UUID accountId, UUID id) {
        return DELETE.on(database)
                .bind("userId", accountId)
                .bind("id", id)
                .fetch()
                .rowsUpdated();
    }

    Flux<Session> list(SignedIn who, @Nullable UUID before, Instant now, int limit) {
        return LIST.on(database)
                .bind("userId", who.accountId())
                .bind("beforeId", before == null ? Parameters.in(PostgresqlObjectId.UUID) : before)
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> session(row, who))
                .all();
    }

    Mono<Void> deleteAll(UUID accountId) {
        return DELETE_ALL.on(database).bind("userId", accountId).then();
    }

    Mono<Void> deleteExpired(UUID accountId, Instant now) {
        return DELETE_EXPIRED
                .on(database)
                .bind("userId", accountId)
                .bind("now", now)
                .then();
    }

    private static Session session(Readable row, SignedIn who) {
        UUID id = Objects.requireNonNull(row.get("id", UUID.class));
        return new Session(
                id,
                id.equals(who.sessionId()),
                row.get("user_agent", String.class),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                Objects.requireNonNull(row.get("last_seen_at", Instant.class)),
                Objects.requireNonNull(row.get("expires_at", Instant.class)));
    }

    private static Found found(Readable row) {
        SignedIn who = new SignedIn(
                Objects.requireNonNull(row.get("user_id", UUID.class)),
                ZoneId.of(Objects.requireNonNull(row.get("time_zone", String.class))),
                EnrichmentMode.of(Objects.requireNonNull(row.get("enrichment", String.class))),
                SignedIn.ALL_SCOPES,
                Objects.requireNonNull(row.get("id", UUID.class)),
                null);
        return new Found(
                who,
                Objects.requireNonNull(row.get("last_seen_at", Instant.class)),
                Objects.requireNonNull(row.get("expires_at", Instant.class)));
    }
}
