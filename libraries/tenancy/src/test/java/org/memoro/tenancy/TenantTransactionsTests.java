package org.memoro.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tests for {@link TenantTransactions}, on a real server. */
@Tag("security")
class TenantTransactionsTests {
    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID BELA = UUID.randomUUID();

    private static ExampleDatabase example;
    private static DatabaseClient client;
    private static TenantTransactions transactions;

    @BeforeAll
    static void prepare() throws SQLException {
        example = new ExampleDatabase(2, Database::open);
        client = example.client;
        transactions = example.transactions;
    }

    @AfterAll
    static void drop() throws SQLException {
        example.close();
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
    void refusesAQueryThatDoesNotSayWhoseRowsItWants() {
        assertThatThrownBy(count()::block).hasStackTraceContaining("outside of TenantTransactions");
    }

    @Test
    void refusesAQueryThatLeftItsTransaction() {
        Flux<Long> beside =
                transactions.inTransaction(ANNA, count()).then(count()).flux();
        Mono<Long> second = transactions.beforeTenant(count().then(count()));

        assertThatThrownBy(beside::blockLast).hasStackTraceContaining("outside of TenantTransactions");
        assertThatThrownBy(second::block).hasStackTraceContaining("beside the transaction");
    }

    @Test
    void looksUpAsNobody() {
        assertThat(transactions.beforeTenant(count()).block()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> transactions
                .inTransaction(ANNA, transactions.beforeTenant(count()))
                .block());
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
            assertThat(transactions.beforeTenant(count()).block()).isZero();
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
}
