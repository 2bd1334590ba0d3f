package org.memoro.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

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
    void triesAgainWhenTwoTransactionsWaitForEachOther() {
        run(ANNA, sql("INSERT INTO page (user_id, words) VALUES ('" + ANNA + "', 'hers')"));
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch bothHoldOne = new CountDownLatch(2);

        Mono.when(
                        takingOneAfterTheOther("mine", "hers", attempts, bothHoldOne),
                        takingOneAfterTheOther("hers", "mine", attempts, bothHoldOne))
                .block(Duration.ofSeconds(20));

        assertThat(attempts).as("one was rolled back and ran again").hasValue(3);
        assertThat(transactions.inTransaction(ANNA, changedTwice()).block())
                .as("each changed both")
                .isEqualTo(2);
    }

    @Test
    void givesUpInTheEndAndSaysThatItPasses() {
        AtomicInteger attempts = new AtomicInteger();
        Mono<Long> neverInOrder = Mono.defer(() -> {
            attempts.incrementAndGet();
            return sql("DO $$ BEGIN RAISE EXCEPTION 'not in order' USING ERRCODE = '40001'; END $$");
        });

        assertThatExceptionOfType(TransientDataAccessException.class).isThrownBy(() -> run(ANNA, neverInOrder));
        assertThat(attempts).hasValue(4);
    }

    @Test
    void triesNothingAgainThatIsWrongInItself() {
        AtomicInteger attempts = new AtomicInteger();
        Mono<Long> wrong = Mono.defer(() -> {
            attempts.incrementAndGet();
            return sql("SELECT 1 / 0");
        });

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> run(ANNA, wrong));
        assertThat(attempts).hasValue(1);
    }

    private static Mono<Long> takingOneAfterTheOther(
            String first, String second, AtomicInteger attempts, CountDownLatch bothHoldOne) {
        Mono<Long> work = sql(append(first)).flatMap(n -> Mono.fromCallable(() -> {
                    attempts.incrementAndGet();
                    bothHoldOne.countDown();
                    return bothHoldOne.await(10, TimeUnit.SECONDS);
                })
                .subscribeOn(Schedulers.boundedElastic())
                .then(sql(append(second))));
        return transactions.inTransaction(ANNA, work);
    }

    private static Mono<Long> changedTwice() {
        return client.sql("SELECT count(*) AS n FROM page WHERE words LIKE '%!!'")
                .map(row -> row.get("n", Long.class))
                .one();
    }

    private static String append(String words) {
        return "UPDATE page SET words = words || '!' WHERE words LIKE '" + words + "%'";
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
