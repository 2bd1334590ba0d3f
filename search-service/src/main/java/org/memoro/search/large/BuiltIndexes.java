package org.memoro.search.large;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.memoro.sql.SqlFile;
import org.memoro.tenancy.SchemaOwner;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The indexes of large accounts, as the owner of the schema builds and drops them on one connection. */
final class BuiltIndexes {
    private static final SqlFile LIST = SqlFile.load("search/large/list_near_indexes", "prefix");
    private static final SqlFile ALLOW_BUILD = SqlFile.load("search/large/allow_build", "memory");
    private static final SqlFile DEFINE = SqlFile.load(
            "search/large/define_near_index",
            "name",
            "table",
            "userId",
            "model",
            "dimensions",
            "neighbours",
            "candidates");
    private static final SqlFile DEFINE_DROP = SqlFile.load("search/large/define_drop", "name");

    private static final String TASK = "near indexes";

    /** Another replica's build ends within two hours, one way or the other. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int TIMES_PATIENT = 240;

    /** Of a vector in the graph, as pgvector has it. */
    private static final int NEIGHBOURS = 16;

    /** Looked at for each vector that comes into the graph; with half as many, searches of 400,000 miss too many. */
    private static final int CANDIDATES = 128;

    private final DatabaseClient owner;

    private BuiltIndexes(DatabaseClient owner) {
        this.owner = owner;
    }

    /** An index that is there; one whose build was interrupted is not complete, and never will be. */
    record Built(String name, boolean complete) {}

    /** Waits for its turn: two builds beside each other would wait for one another. */
    static Mono<Void> alone(SchemaOwner owner, Function<BuiltIndexes, Mono<Void>> work) {
        return owner.alone(TASK, client -> work.apply(new BuiltIndexes(client)).thenReturn(true))
                .repeatWhenEmpty(TIMES_PATIENT, again -> again.delayElements(PATIENCE))
                .then();
    }

    /** Those whose names begin like this. */
    Mono<List<Built>> list(String prefix) {
        return LIST.on(owner)
                .bind("prefix", prefix)
                .map(row -> new Built(required(row, "name", String.class), required(row, "complete", Boolean.class)))
                .all()
                .collectList();
    }

    /** Nobody waits for it, neither who searches nor who writes. */
    Mono<Void> build(NearIndex index, DataSize memory) {
        return ALLOW_BUILD
                .on(owner)
                .bind("memory", memory.toKilobytes() + "kB")
                .fetch()
                .first()
                .then(definition(index))
                .flatMap(definition -> owner.sql(definition).then());
    }

    private Mono<String> definition(NearIndex index) {
        return DEFINE.on(owner)
                .bind("name", index.name())
                .bind("table", index.kind().table())
                .bind("userId", index.userId())
                .bind("model", index.model())
                .bind("dimensions", index.dimensions())
                .bind("neighbours", NEIGHBOURS)
                .bind("candidates", CANDIDATES)
                .mapValue(String.class)
                .one();
    }

    Mono<Void> drop(Collection<String> names) {
        return Flux.fromIterable(names)
                .concatMap(name -> DEFINE_DROP
                        .on(owner)
                        .bind("name", name)
                        .mapValue(String.class)
                        .one())
                .concatMap(definition -> owner.sql(definition).then())
                .then();
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
