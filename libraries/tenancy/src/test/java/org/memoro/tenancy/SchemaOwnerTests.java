package org.memoro.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What the owner of a schema does while its service works. */
@Tag("security")
class SchemaOwnerTests {
    private static final UUID ANNA = UUID.randomUUID();
    private static ExampleDatabase example;

    @BeforeAll
    static void prepare() throws SQLException {
        example = new ExampleDatabase(2, Database::open);
        example.transactions
                .inTransaction(
                        ANNA,
                        example.client
                                .sql("INSERT INTO page (user_id, words) VALUES (:userId, 'mine')")
                                .bind("userId", ANNA)
                                .fetch()
                                .rowsUpdated())
                .block();
    }

    @AfterAll
    static void drop() throws SQLException {
        example.close();
    }

    @Test
    void buildsAnIndexBesideReadersAndWriters() {
        alone("build", owner -> owner.sql("CREATE INDEX CONCURRENTLY page_words ON page (words)")
                .then()
                .thenReturn(1L));

        assertThat(alone("look", count("pg_class WHERE relname = 'page_words'")))
                .isEqualTo(1);
    }

    @Test
    void seesNoAccountsRows() {
        assertThat(alone("look", count("page"))).isZero();
        assertThat(example.transactions
                        .inTransaction(ANNA, count("page").apply(example.client))
                        .block())
                .isEqualTo(1);
    }

    @Test
    void doesNotBeginWhatAnotherIsAt() {
        assertThat(example.owner
                        .alone("task", owner -> example.owner
                                .alone("task", inner -> Mono.just("at it too"))
                                .defaultIfEmpty("refused"))
                        .block())
                .isEqualTo("refused");
        assertThat(alone("task", owner -> example.owner.alone("other task", inner -> Mono.just(3L))))
                .isEqualTo(3);
    }

    @Test
    void letsTheNextBeginWhenTheWorkHasFailed() {
        assertThatThrownBy(() -> alone("fails", owner -> Mono.error(new IllegalStateException("no"))))
                .hasMessage("no");

        assertThat(alone("fails", owner -> Mono.just(1L))).isEqualTo(1);
    }

    private static Function<DatabaseClient, Mono<Long>> count(String rows) {
        return client ->
                client.sql("SELECT count(*) FROM " + rows).mapValue(Long.class).one();
    }

    private static long alone(String task, Function<DatabaseClient, Mono<Long>> work) {
        return example.owner.alone(task, work).blockOptional().orElseThrow();
    }
}
