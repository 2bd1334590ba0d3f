package org.memoro.search.large;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.memoro.search.SearchServiceProperties;
import org.memoro.search.large.BuiltIndexes.Built;
import org.memoro.tenancy.SchemaOwner;
import org.memoro.tenancy.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives an account indexes of one model's vectors, as far as there are many of them, and takes all others from it. */
@Component
class ProvideNearIndexes {
    private static final Logger log = LoggerFactory.getLogger(ProvideNearIndexes.class);

    private final NearIndexes nearIndexes;
    private final SchemaOwner owner;
    private final TenantTransactions transactions;
    private final SearchServiceProperties properties;

    ProvideNearIndexes(
            NearIndexes nearIndexes,
            SchemaOwner owner,
            TenantTransactions transactions,
            SearchServiceProperties properties) {
        this.nearIndexes = nearIndexes;
        this.owner = owner;
        this.transactions = transactions;
        this.properties = properties;
    }

    /** What is complete already is left alone; what a build that was interrupted has left is replaced. */
    Mono<Void> of(UUID userId, String model, int dimensions) {
        return transactions
                .inTransaction(userId, nearIndexes.count(userId, model, properties.exactUpTo() + 1))
                .map(counts -> worthwhile(counts, userId, model, dimensions))
                .filter(worthwhile -> !worthwhile.isEmpty())
                .flatMap(worthwhile -> BuiltIndexes.alone(owner, built -> provide(built, userId, worthwhile)));
    }

    private List<NearIndex> worthwhile(Map<VectorKind, Long> counts, UUID userId, String model, int dimensions) {
        if (dimensions > NearIndex.MOST_DIMENSIONS) {
            return List.of();
        }
        return Arrays.stream(VectorKind.values())
                .filter(kind -> counts.getOrDefault(kind, 0L) > properties.exactUpTo())
                .map(kind -> new NearIndex(kind, userId, model, dimensions))
                .toList();
    }

    /** Those of a former model go last: it may answer until then. */
    private Mono<Void> provide(BuiltIndexes indexes, UUID userId, List<NearIndex> wanted) {
        Set<String> wantedNames = wanted.stream().map(NearIndex::name).collect(Collectors.toSet());
        return indexes.list(NearIndex.prefix(userId)).flatMap(there -> {
            Set<String> complete = Set.copyOf(names(there, Built::complete));
            return indexes.drop(names(there, built -> !built.complete()))
                    .thenMany(Flux.fromIterable(wanted))
                    .filter(index -> !complete.contains(index.name()))
                    .concatMap(index -> build(indexes, index))
                    .then(indexes.drop(names(there, built -> built.complete() && !wantedNames.contains(built.name()))));
        });
    }

    private static List<String> names(List<Built> there, Predicate<Built> which) {
        return there.stream().filter(which).map(Built::name).toList();
    }

    private Mono<Void> build(BuiltIndexes indexes, NearIndex index) {
        return Mono.defer(() -> {
            long begin = System.nanoTime();
            return indexes.build(index, properties.buildMemory())
                    .doOnSuccess(built -> log.info(
                            "Built the index of a large account, kind {}, in {} s",
                            index.kind(),
                            Duration.ofNanos(System.nanoTime() - begin).toSeconds()));
        });
    }
}
