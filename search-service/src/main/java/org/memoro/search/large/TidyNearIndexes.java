package org.memoro.search.large;

import java.util.List;
import java.util.UUID;
import org.memoro.search.large.BuiltIndexes.Built;
import org.memoro.tenancy.SchemaOwner;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Drops the indexes of accounts that are gone or have become small, and what interrupted builds have left. */
@Component
class TidyNearIndexes {
    private final AccountSizes sizes;
    private final SchemaOwner owner;

    TidyNearIndexes(AccountSizes sizes, SchemaOwner owner) {
        this.sizes = sizes;
        this.owner = owner;
    }

    Mono<Void> ofAll() {
        return BuiltIndexes.alone(
                owner, indexes -> indexes.list(NearIndex.PREFIX).flatMap(there -> tidy(indexes, owners(there))));
    }

    Mono<Void> of(UUID userId) {
        return BuiltIndexes.alone(owner, indexes -> tidy(indexes, List.of(userId)));
    }

    private static List<UUID> owners(List<Built> there) {
        return there.stream()
                .map(built -> NearIndex.owner(built.name()))
                .distinct()
                .toList();
    }

    private Mono<Void> tidy(BuiltIndexes indexes, List<UUID> userIds) {
        return Flux.fromIterable(userIds)
                .concatMap(userId -> tidy(indexes, userId))
                .then();
    }

    private Mono<Void> tidy(BuiltIndexes indexes, UUID userId) {
        return indexes.list(NearIndex.prefix(userId))
                .filter(there -> !there.isEmpty())
                .zipWhen(there -> sizes.isSmallAgain(userId), TidyNearIndexes::useless)
                .flatMap(indexes::drop);
    }

    private static List<String> useless(List<Built> there, boolean smallAgain) {
        return there.stream()
                .filter(built -> smallAgain || !built.complete())
                .map(Built::name)
                .toList();
    }
}
