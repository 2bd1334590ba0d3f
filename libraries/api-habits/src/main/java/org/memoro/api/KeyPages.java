package org.memoro.api;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads everything there is, however much and however slowly it is taken: page after page by key, each in a statement of
 * its own, so that no connection waits for whoever reads and no more than two pages are in memory.
 */
public final class KeyPages {
    /** Before every id there is. */
    private static final UUID START = new UUID(0, 0);

    private final int size;

    private KeyPages(int size) {
        this.size = size;
    }

    public static KeyPages of(int size) {
        return new KeyPages(size);
    }

    /**
     * @param page the rows whose key is greater than this, in the order of their keys, as many as this
     * @param key of a row
     */
    public <T> Flux<T> read(BiFunction<UUID, Integer, Mono<List<T>>> page, Function<T, UUID> key) {
        return atOnce(page.apply(START, size))
                .expand(rows -> rows.size() < size
                        ? Mono.empty()
                        : Mono.defer(() -> atOnce(page.apply(key.apply(rows.getLast()), size))))
                .flatMapIterable(rows -> rows, 1);
    }

    /** Ends the page's transaction when its rows are there, not when somebody wants them. */
    private static <T> Mono<T> atOnce(Mono<T> page) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(page.contextWrite(context).toFuture()));
    }
}
