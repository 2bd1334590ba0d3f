package org.memoro.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.r2dbc.pool.ConnectionPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tests for {@link TenantTransactions}, on a real server. */
class TenantTransactionsTests {
    private static final String NAME = "tenancy_" + UUID.randomUUID().toString().replace("-", "");
    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID BELA = UUID.randomUUID();

    private static ConnectionPool pool;
    private static DatabaseClient client;
    private static TenantTransactions transactions;

    @BeforeAll
    static void prepare() throws Exception {
        String server = serverUrl();
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + NAME);
        }
        String database = server.replaceFirst("/[^/?]+\\?", "/" + NAME + "?");
        DatabaseBootstrap.prepare(database, Map.of("example", new DatabaseBootstrap.Passwords("owner", "app")));
        DatabaseBootstrap.prepare(database, Map.of("example", new DatabaseBootstrap.Passwords("owner", "app")));
        String[] address = server.replaceFirst("jdbc:postgresql://", "").split("[:/]");
        TenancyConfiguration configuration = new TenancyConfiguration();
        DatabaseSettings settings =
                new DatabaseSettings(address[0], Integer.parseInt(address[1]), NAME, "example", "owner", "app", 2);
        pool = configuration.connectionFactory(settings);
        client = configuration.databaseClient(pool);
        transactions = configuration.tenantTransactions(client, new R2dbcTransactionManager(pool), settings);
    }

    @AfterAll
    static void drop() throws Exception {
        pool.disposeLater().block();
        try (Connection connection = DriverManager.getConnection(serverUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + NAME + " WITH (FORCE)");
        }
    }

    @BeforeEach
    void onePageEach() {
        for (UUID account : List.of(ANNA, BELA)) {
            run(account, sql("DELETE FROM page"));
            run(account, sql("INSERT INTO page (user_id, words) VALUES ('" + account + "', 'mine')"));
        }
    }

    @Test
    void seesTheAccountsRowsOnly() {
        assertThat(pages(ANNA)).containsExactly(ANNA);
        assertThat(pages(BELA)).containsExactly(BELA);
    }

    @Test
    void seesNothingOutsideATransaction() {
        assertThat(count().block()).isZero();
    }

    @Test
    void refusesToWriteForAnotherAccount() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> run(ANNA, sql("INSERT INTO page (user_id, words) VALUES ('" + BELA + "', 'forged')")))
                .withMessageContaining("row-level security");
    }

    @Test
    void refusesATransactionInsideAnotherAccounts() {
        Mono<Long> nested = transactions.inTransaction(ANNA, transactions.inTransaction(BELA, count()));

        assertThatIllegalStateException().isThrownBy(nested::block).withMessageContaining("another account");
    }

    @Test
    void joinsARunningTransactionOfTheSameAccount() {
        Mono<Long> failing = transactions.inTransaction(
                ANNA,
                transactions.inTransaction(ANNA, sql("DELETE FROM page")).then(Mono.error(new RuntimeException())));

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(failing::block);
        assertThat(pages(ANNA)).hasSize(1);
    }

    @Test
    void leavesNothingOnThePooledConnectionAfterACancel() {
        for (int i = 0; i < 20; i++) {
            transactions
                    .inTransaction(ANNA, sql("SELECT pg_sleep(0.2)"))
                    .timeout(Duration.ofMillis(10), Mono.just(0L))
                    .block();
            assertThat(count().block()).isZero();
        }
    }

    @Test
    void showsTheRelayTheGrantedColumnsOfAllAccounts() {
        Flux<UUID> accounts = client.sql("SELECT user_id FROM page")
                .map(row -> row.get("user_id", UUID.class))
                .all();

        assertThat(transactions.asRelay(accounts).collectList().block()).contains(ANNA, BELA);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        transactions.asRelay(sql("SELECT words FROM page")).block())
                .withMessageContaining("permission denied");
    }

    private static Mono<Long> count() {
        return client.sql("SELECT count(*) AS n FROM page")
                .map(row -> row.get("n", Long.class))
                .one();
    }

    private static Mono<Long> sql(String text) {
        return client.sql(text).fetch().rowsUpdated();
    }

    private static void run(UUID account, Mono<Long> work) {
        transactions.inTransaction(account, work).block();
    }

    private static List<UUID> pages(UUID account) {
        Flux<UUID> ids = client.sql("SELECT user_id FROM page")
                .map(row -> row.get("user_id", UUID.class))
                .all();
        return transactions.inTransaction(account, ids).collectList().block();
    }

    private static String serverUrl() throws Exception {
        String named = System.getenv("MEMORO_TEST_POSTGRES_URL");
        if (named != null) {
            return named;
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve(".memoro/test/postgres.url");
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
        }
        throw new IllegalStateException("No test database; ./memoro test starts one.");
    }
}
