package org.memoro.gateway.token;

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

/** The table of personal access tokens. */
@Repository
class PersonalTokens {
    private static final SqlFile FIND_OPEN = SqlFile.load("account/token/find_open_tokens", "hashes", "now");
    private static final SqlFile FIND = SqlFile.load("account/token/find_token", "hash", "now");
    private static final SqlFile INSERT = SqlFile.load(
            "account/token/insert_token",
            "userId",
            "id",
            "hash",
            "name",
            "scopes",
            "now",
            "expiresAt",
            "idempotencyKey");
    private static final SqlFile LIST = SqlFile.load("account/token/list_tokens", "userId", "beforeId", "limit");
    private static final SqlFile REVOKE = SqlFile.load("account/token/revoke_token", "userId", "id", "now");
    private static final SqlFile TOUCH = SqlFile.load("account/token/touch_token", "userId", "id", "now");

    private final DatabaseClient database;
    private final TenantTransactions transactions;

    PersonalTokens(DatabaseClient database, TenantTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** A token that is still good, and when it was last used. */
    record Found(SignedIn who, @Nullable Instant lastUsedAt) {}

    /** Needs no tenant, since this is how one is found. */
    Mono<Found> find(byte[] hash, Instant now) {
        return transactions.beforeTenant(FIND.on(database)
                .bind("hash", hash)
                .bind("now", now)
                .map(PersonalTokens::found)
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

    /** False when the same idempotency key made one before. */
    Mono<Boolean> insert(UUID accountId, PersonalToken token, byte[] hash, @Nullable String idempotencyKey) {
        return INSERT.on(database)
                .bind("userId", accountId)
                .bind("id", token.id())
                .bind("hash", hash)
                .bind("name", token.name())
                .bind("scopes", token.scopes().stream().sorted().toArray(String[]::new))
                .bind("now", token.createdAt())
                .bind("expiresAt", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, token.expiresAt()))
                .bind("idempotencyKey", Parameters.in(R2dbcType.VARCHAR, idempotencyKey))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Flux<PersonalToken> list(UUID accountId, @Nullable UUID before, int limit) {
        return LIST.on(database)
                .bind("userId", accountId)
                .bind("beforeId", before == null ? Parameters.in(PostgresqlObjectId.UUID) : before)
                .bind("limit", limit)
                .map(PersonalTokens::token)
                .all();
    }

    /** False when there is no such token of this account. */
    Mono<Boolean> revoke(UUID accountId, UUID id, Instant now) {
        return REVOKE.on(database)
                .bind("userId", accountId)
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> touch(UUID accountId, UUID id, Instant now) {
        return TOUCH.on(database)
                .bind("userId", accountId)
                .bind("id", id)
                .bind("now", now)
                .then();
    }

    private static Found found(Readable row) {
        SignedIn who = new SignedIn(
                Objects.requireNonNull(row.get("user_id", UUID.class)),
                ZoneId.of(Objects.requireNonNull(row.get("time_zone", String.class))),
                EnrichmentMode.of(Objects.requireNonNull(row.get("enrichment", String.class))),
                Set.of(Objects.requireNonNull(row.get("scopes", String[].class))),
                null,
                Objects.requireNonNull(row.get("id", UUID.class)));
        return new Found(who, row.get("last_used_at", Instant.class));
    }

    private static PersonalToken token(Readable row) {
        return new PersonalToken(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                Set.of(Objects.requireNonNull(row.get("scopes", String[].class))),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                row.get("expires_at", Instant.class),
                row.get("last_used_at", Instant.class));
    }
}
