package org.memoro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

/** Tests for {@link KeyPages}. */
class KeyPagesTests {
    private static final int ALL = 1_000;

    private final List<UUID> asked = new ArrayList<>();

    private Mono<List<UUID>> page(UUID after, int size) {
        return Mono.fromSupplier(() -> {
            asked.add(after);
            return LongStream.range(after.getLeastSignificantBits() + 1, ALL + 1)
                    .limit(size)
                    .mapToObj(number -> new UUID(0, number))
                    .toList();
        });
    }

    @Test
    void readsEverythingInOrder() {
        assertThat(KeyPages.of(7).read(this::page, id -> id).collectList().block())
                .hasSize(ALL)
                .isSorted();
        assertThat(asked).hasSize(ALL / 7 + 1);
    }

    @Test
    void endsAtAPageThatIsExactlyFull() {
        assertThat(KeyPages.of(100).read(this::page, id -> id).count().block()).isEqualTo(ALL);
    }

    @Test
    void readsNoFurtherAheadThanAPageOrTwo() {
        List<UUID> taken = new ArrayList<>();
        BaseSubscriber<UUID> reader = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(1);
            }

            @Override
            protected void hookOnNext(UUID id) {
                taken.add(id);
            }
        };

        KeyPages.of(10).read(this::page, id -> id).subscribe(reader);

        assertThat(taken).hasSize(1);
        assertThat(asked).hasSizeLessThanOrEqualTo(3);
        reader.request(10);
        assertThat(taken).hasSize(11);
        assertThat(asked).hasSizeLessThanOrEqualTo(4);
        reader.cancel();
    }

    @Test
    void canReadMoreThanAStackIsDeep() {
        assertThat(KeyPages.of(1)
                        .read(
                                (after, size) -> Mono.just(
                                        after.getLeastSignificantBits() < 50_000
                                                ? List.of(new UUID(0, after.getLeastSignificantBits() + 1))
                                                : List.<UUID>of()),
                                id -> id)
                        .count()
                        .block())
                .isEqualTo(50_000);
    }
}
