package org.memoro.search.large;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.search.SearchServiceProperties;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class LargeTurnsTests {
    private final LargeTurns turns =
            new LargeTurns(new SearchServiceProperties(Duration.ofSeconds(1), 1_000, DataSize.ofMegabytes(1), 1));
    private final List<Integer> begun = new ArrayList<>();

    @AfterEach
    void close() {
        turns.destroy();
    }

    @Test
    void letTheNextBeginWhenTheOneBeforeIsDone() {
        Sinks.One<String> first = Sinks.one();
        List<String> answers = new ArrayList<>();
        turns.take(searching(1, first.asMono())).subscribe(answers::add);
        turns.take(searching(2, Mono.just("second"))).subscribe(answers::add);
        assertThat(begun).containsExactly(1);

        first.tryEmitValue("first");

        assertThat(begun).containsExactly(1, 2);
        assertThat(answers).containsExactly("first", "second");
    }

    @Test
    void letTheNextBeginWhenTheOneBeforeFails() {
        Sinks.One<String> first = Sinks.one();
        turns.take(searching(1, first.asMono())).onErrorComplete().subscribe();
        turns.take(searching(2, Mono.just("second"))).subscribe();

        first.tryEmitError(new IllegalStateException());

        assertThat(begun).containsExactly(1, 2);
    }

    @Test
    void letTheNextBeginWhenNobodyWaitsForTheOneBeforeAnyMore() {
        Disposable impatient = turns.take(searching(1, Mono.never())).subscribe();
        turns.take(searching(2, Mono.just("second"))).subscribe();

        impatient.dispose();

        assertThat(begun).containsExactly(1, 2);
    }

    @Test
    void sayThatTooManyWait() {
        turns.take(Mono.never()).subscribe();
        for (int i = 0; i < 50; i++) {
            turns.take(Mono.never()).subscribe();
        }

        assertThatThrownBy(() -> turns.take(Mono.just(true)).block())
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(HttpProblem.RATE_LIMITED));
    }

    private <T> Mono<T> searching(int number, Mono<T> answer) {
        return answer.doOnSubscribe(subscribed -> begun.add(number));
    }
}
