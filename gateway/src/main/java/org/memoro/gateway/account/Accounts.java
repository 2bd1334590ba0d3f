package org.memoro.gateway.account;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.sql.SqlFile;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table of accounts. */
@Repository
public class Accounts {
    private static final SqlFile FIND_BY_SUBJECT =
            SqlFile.load("account/account/find_account_by_subject", "registrationId", "subject");
    private static final SqlFile FIND = SqlFile.load("account/account/find_account", "userId");
    private static final SqlFile INSERT = SqlFile.load(
            "account/account/insert_account",
            "userId",
            "registrationId",
            "subject",
            "email",
            "firstName",
            "lastName",
            "timeZone",
            "createdAt");
    private static final SqlFile UPDATE_PERSON =
            SqlFile.load("account/account/update_person", "userId", "email", "firstName", "lastName");
    private static final SqlFile UPDATE_SETTINGS = SqlFile.load(
            "account/account/update_settings", "userId", "timeZone", "enrichment", "appearance", "version");
    private static final SqlFile LIST_IDS = SqlFile.load("account/account/list_account_ids", "after", "limit");
    private static final SqlFile COUNT = SqlFile.load("account/account/count_accounts");
    private static final SqlFile CHECK = SqlFile.load("account/account/check_database");

    private final DatabaseClient database;
    private final TenantTransactions transactions;
    private final JsonMapper json;

    Accounts(DatabaseClient database, TenantTransactions transactions, JsonMapper json) {
        this.database = database;
        this.transactions = transactions;
        this.json = json;
    }

    /** The account of a provider's subject; needs no tenant, since this is how one is found. */
    Mono<UUID> idOf(String registrationId, String subject) {
        return transactions.beforeTenant(FIND_BY_SUBJECT
                .on(database)
                .bind("registrationId", registrationId)
                .bind("subject", subject)
                .mapValue(UUID.class)
                .one());
    }

    /** The ids of accounts after this one, in their order. */
    public Mono<List<UUID>> ids(UUID after, int limit) {
        return transactions.asRelay(LIST_IDS.on(database)
                .bind("after", after)
                .bind("limit", limit)
                .mapValue(UUID.class)
                .all()
                .collectList());
    }

    /** How many accounts there are. */
    public Mono<Long> count() {
        return transactions.asRelay(COUNT.on(database).mapValue(Long.class).one());
    }

    /** Inside a transaction of this account. */
    Mono<Account> find(UUID accountId) {
        return FIND.on(database).bind("userId", accountId).map(this::account).one();
    }

    /** False when the provider's subject already has an account. */
    Mono<Boolean> insert(UUID accountId, Person person, String timeZone, Instant now) {
        return INSERT.on(database)
                .bind("userId", accountId)
                .bind("registrationId", person.registrationId())
                .bind("subject", person.subject())
                .bind("email", person.email())
                .bind("firstName", text(person.firstName()))
                .bind("lastName", text(person.lastName()))
                .bind("timeZone", timeZone)
                .bind("createdAt", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** True when the provider says something new. */
    Mono<Boolean> updatePerson(UUID accountId, Person person) {
        return UPDATE_PERSON
                .on(database)
                .bind("userId", accountId)
                .bind("email", person.email())
                .bind("firstName", text(person.firstName()))
                .bind("lastName", text(person.lastName()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** False when the account is no longer at the version it was read at. */
    Mono<Boolean> updateSettings(Account changed) {
        return UPDATE_SETTINGS
                .on(database)
                .bind("userId", changed.id())
                .bind("timeZone", changed.timeZone())
                .bind("enrichment", changed.enrichment().word())
                .bind("appearance", Json.of(json.writeValueAsString(changed.appearance())))
                .bind("version", changed.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Completes when the database answers. */
    public Mono<Void> check() {
        return transactions.beforeTenant(CHECK.on(database).then());
    }

    private Account account(Readable row) {
        return new Account(
                Objects.requireNonNull(row.get("user_id", UUID.class)),
                Objects.requireNonNull(row.get("email", String.class)),
                row.get("first_name", String.class),
                row.get("last_name", String.class),
                Objects.requireNonNull(row.get("time_zone", String.class)),
                EnrichmentMode.of(Objects.requireNonNull(row.get("enrichment", String.class))),
                (ObjectNode) json.readTree(Objects.requireNonNull(row.get("appearance", String.class))),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                Objects.requireNonNull(row.get("version", Long.class)));
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(io.r2dbc.spi.R2dbcType.VARCHAR, value);
    }
}
