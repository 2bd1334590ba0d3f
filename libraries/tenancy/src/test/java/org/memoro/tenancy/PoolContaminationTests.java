package org.memoro.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Twenty accounts share five connections, a third of their requests is broken off, and nobody ever meets another's rows. */
@Tag("security")
class PoolContaminationTests {
    private static final int CONNECTIONS = 5;
    private static final int AT_ONCE = 20;
    private static final int TRANSACTIONS = Boolean.getBoolean("memoro.security.full") ? 10_000 : 1_000;
    private static final long SEED = Long.getLong("memoro.security.seed", 20261121L);
    private static final List<UUID> ACCOUNTS =
            IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
    private static final String CLEAN = """
            SELECT coalesce(current_setting('app.user_id', true), '') || '|' || current_user || '|'
                   || current_setting('statement_timeout') || '|' || current_setting('search_path')""";

    private static final Queue<String> STAINS = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger BORROWED = new AtomicInteger();
    private static ExampleDatabase example;

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    @BeforeAll
    static void open() throws SQLException {
        example = new ExampleDatabase(CONNECTIONS, settings -> {
            PostgresqlConnectionFactory server = Database.open(settings).server();
            return new Database(
                    server,
                    new ConnectionPool(Database.pool(settings, server)
                            .postAllocate(PoolContaminationTests::inspect)
                            .maxAcquireTime(Duration.ofSeconds(30))
                            .build()));
        });
        for (UUID account : ACCOUNTS) {
            example.transactions
                    .inTransaction(
                            account,
                            Flux.range(0, 20).concatMap(i -> insert(account)).then())
                    .block();
        }
    }

    @AfterAll
    static void close() throws SQLException {
        example.close();
    }

    @BeforeEach
    void forgetStains() {
        STAINS.clear();
    }

    @Test
    void leavesNothingOfOneAccountToTheNext() throws SQLException {
        System.out.printf("pool contamination: seed %d, %d transactions%n", SEED, TRANSACTIONS);
        Random chance = new Random(SEED);

        Flux.range(0, TRANSACTIONS)
                .map(i -> new Random(chance.nextLong()))
                .flatMap(this::oneTransaction, AT_ONCE)
                .blockLast(Duration.ofMinutes(4));

        PoolMetrics metrics = example.database.pool().getMetrics().orElseThrow();
        waitUntilAllAreBack(metrics);
        System.out.printf(
                "pool contamination: %d done, %d cancelled, %d failed as they should, %d connections inspected%n",
                done.get(), cancelled.get(), failed.get(), BORROWED.get());
        assertThat(faults).as("foreign rows").isEmpty();
        assertThat(STAINS).as("left on a connection").isEmpty();
        assertThat(cancelled.get()).isBetween(TRANSACTIONS / 5, TRANSACTIONS * 2 / 5);
        assertThat(metrics.acquiredSize()).as("leaked connections").isZero();
        assertThat(metrics.pendingAcquireSize()).isZero();
        assertThat(openTransactions()).as("transactions nobody ends").isZero();
        assertThat(rowsOfTheWrongAccount()).isZero();
    }

    /** Without this the test above could be blind. */
    @Test
    void wouldSeeAnAccountThatIsSetForTheSessionInsteadOfTheTransaction() {
        UUID account = ACCOUNTS.getFirst();
        example.transactions
                .inTransaction(
                        account,
                        example.client
                                .sql("SELECT set_config('app.user_id', '" + account + "', false)")
                                .then())
                .block();

        Flux.range(0, CONNECTIONS * 2)
                .flatMap(i -> example.transactions.beforeTenant(sleep(20)))
                .blockLast();

        assertThat(STAINS).isNotEmpty().allMatch(stain -> stain.startsWith(account + "|"));
        Flux.range(0, CONNECTIONS * 2)
                .flatMap(i -> example.transactions.beforeTenant(example.client
                        .sql("SELECT set_config('app.user_id', '', false), pg_sleep(0.02)")
                        .then()))
                .blockLast();
    }

    private Mono<Void> oneTransaction(Random chance) {
        UUID account = ACCOUNTS.get(chance.nextInt(ACCOUNTS.size()));
        Mono<Void> work = work(account, chance)
                .doOnSuccess(nothing -> done.incrementAndGet())
                .onErrorResume(DataAccessException.class, expected -> {
                    failed.incrementAndGet();
                    return Mono.empty();
                });
        return chance.nextInt(10) < 3 ? brokenOff(work, chance) : work;
    }

    private Mono<Void> work(UUID account, Random chance) {
        int pause = chance.nextInt(8);
        return switch (chance.nextInt(8)) {
            case 0 -> example.transactions.asRelay(sleep(pause).then(relayed()));
            case 1 -> example.transactions.inTransaction(account, own(account).then(fails()));
            case 2 ->
                example.transactions
                        .beforeTenant(pages())
                        .doOnNext(rows -> check(rows == 0, rows + " rows without an account"))
                        .then();
            case 3 ->
                example.transactions.inTransaction(account, insert(account).then(sleep(pause)));
            case 4 ->
                // Ended by whoever reads, in the middle of the rows.
                example.transactions
                        .inTransaction(account, owners())
                        .doOnNext(owner -> check(owner.equals(account), "foreign row"))
                        .take(3)
                        .then();
            case 5 ->
                example.transactions.inTransaction(
                        account,
                        own(account).then(Mono.delay(Duration.ofMillis(pause))).then(own(account)));
            default ->
                example.transactions.inTransaction(
                        account, own(account).then(sleep(pause)).then(own(account)));
        };
    }

    /** Ends it at some moment: before it begins, while it begins, in a statement, between two, before the commit. */
    private Mono<Void> brokenOff(Mono<Void> work, Random chance) {
        cancelled.incrementAndGet();
        Duration moment = Duration.ofNanos((long) (chance.nextDouble() * chance.nextDouble() * 25_000_000));
        return switch (chance.nextInt(4)) {
            case 0 -> work.timeout(moment, Mono.empty());
            case 1 -> work.takeUntilOther(Mono.delay(moment, Schedulers.single()));
            case 2 -> disposed(work, Duration.ZERO);
            default -> disposed(work, moment);
        };
    }

    /** As a client that hangs up: the subscription is cancelled from another thread. */
    private static Mono<Void> disposed(Mono<Void> work, Duration moment) {
        return Mono.defer(() -> {
            Disposable running = work.subscribe(nothing -> {}, error -> {});
            return moment.isZero()
                    ? Mono.fromRunnable(running::dispose)
                    : Mono.delay(moment, Schedulers.boundedElastic())
                            .doOnNext(tick -> running.dispose())
                            .then();
        });
    }

    private Mono<Void> own(UUID account) {
        return owners().collectList()
                .doOnNext(owners -> check(
                        owners.size() >= 20 && owners.stream().allMatch(account::equals),
                        owners.size() + " rows, not all of " + account))
                .then();
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            faults.add(otherwise);
        }
    }

    private static Mono<Void> insert(UUID account) {
        return example.client
                .sql("INSERT INTO page (user_id, words) VALUES (:account, :words)")
                .bind("account", account)
                .bind("words", account.toString())
                .then();
    }

    private static Flux<UUID> owners() {
        return example.client
                .sql("SELECT user_id FROM page")
                .map(row -> row.get("user_id", UUID.class))
                .all();
    }

    private static Mono<Long> pages() {
        return example.client
                .sql("SELECT count(*) FROM page")
                .mapValue(Long.class)
                .one();
    }

    private static Mono<Void> relayed() {
        return example.client
                .sql("SELECT count(user_id) FROM page")
                .mapValue(Long.class)
                .one()
                .then();
    }

    private static Mono<Void> fails() {
        return example.client.sql("SELECT 1 / 0").then();
    }

    private static Mono<Void> sleep(int milliseconds) {
        return example.client
                .sql("SELECT pg_sleep(" + milliseconds / 1000.0 + ")")
                .then();
    }

    /** What a connection still carries when it is handed to the next. */
    private static Mono<Void> inspect(Connection connection) {
        return Flux.from(connection.createStatement(CLEAN).execute())
                .flatMap(result -> result.map((row, columns) -> row.get(0, String.class)))
                .doOnNext(state -> {
                    BORROWED.incrementAndGet();
                    if (!state.equals("|example_app|5s|example,extensions")) {
                        STAINS.add(state);
                    }
                })
                .then();
    }

    private static void waitUntilAllAreBack(PoolMetrics metrics) {
        Flux.interval(Duration.ofMillis(50))
                .takeUntil(tick -> metrics.acquiredSize() == 0 && metrics.pendingAcquireSize() == 0)
                .take(Duration.ofSeconds(15))
                .blockLast();
    }

    private static long openTransactions() throws SQLException {
        return count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND usename = 'example_app' AND xact_start IS NOT NULL");
    }

    private static long rowsOfTheWrongAccount() throws SQLException {
        return count("SELECT count(*) FROM example.page WHERE words ~ '^[0-9a-f]{8}-' AND words <> user_id::text");
    }

    private static long count(String sql) throws SQLException {
        try (java.sql.Connection connection = DriverManager.getConnection(example.superuserUrl);
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
