package org.memoro.outbox;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memoro.observation.Traces;
import org.memoro.tenancy.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Publishes the outbox: the oldest rows first, in order for each key, and forgets a row only after the broker's
 * acknowledgement, so that every event arrives at least once.
 */
final class OutboxRelay {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final TenantTransactions transactions;
    private final OutboxRows rows;
    private final KafkaTemplate<String, byte[]> kafka;
    private final RelaySignal signal;
    private final Traces traces;
    private final Counter failures;
    private final Scheduler sender;
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private Duration backOff = Duration.ZERO;

    OutboxRelay(
            TenantTransactions transactions,
            OutboxRows rows,
            KafkaTemplate<String, byte[]> kafka,
            RelaySignal signal,
            Traces traces,
            Counter failures) {
        this.transactions = transactions;
        this.rows = rows;
        this.kafka = kafka;
        this.signal = signal;
        this.traces = traces;
        this.failures = failures;
        // KafkaProducer.send may block for metadata, which no event loop may do.
        this.sender = Schedulers.newSingle("outbox-relay", true);
    }

    /** Works until {@link #stop}; completes when the batch in hand is done. */
    Mono<Void> run() {
        return signal.ticks()
                .takeUntilOther(stop.asMono())
                .concatMap(tick -> drain(), 1)
                .then()
                .doFinally(end -> sender.dispose());
    }

    void stop() {
        stop.tryEmitEmpty();
    }

    private Mono<Void> drain() {
        return publishBatch()
                .expand(batch -> batch.mayHaveMore() ? publishBatch() : Mono.empty())
                .last()
                .flatMap(batch -> batch.isComplete() ? calm() : pause("the broker did not acknowledge", null))
                .onErrorResume(failure -> pause("the outbox could not be read", failure));
    }

    private Mono<Batch> publishBatch() {
        return transactions.asRelay(rows.tryLead()
                .filter(leader -> leader)
                .flatMap(leader -> rows.listUnsent(BATCH).collectList())
                .flatMap(this::publish)
                .defaultIfEmpty(Batch.NOTHING));
    }

    private Mono<Batch> publish(List<UnsentEvent> events) {
        if (events.isEmpty()) {
            return Mono.just(Batch.NOTHING);
        }
        Sending sending = new Sending(kafka, sender, traces);
        return Flux.fromIterable(byKey(events))
                .flatMap(sending::inOrder, BATCH)
                .collectList()
                .flatMap(sent -> forget(sent).thenReturn(new Batch(events.size(), sent.size(), sending.hasFailed())));
    }

    private Mono<Void> forget(List<Long> sent) {
        return sent.isEmpty() ? Mono.empty() : rows.delete(sent);
    }

    private static Collection<List<UnsentEvent>> byKey(List<UnsentEvent> events) {
        return events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.topic() + "/" + event.key(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private Mono<Void> calm() {
        if (!backOff.isZero()) {
            log.info("Events are published again");
        }
        backOff = Duration.ZERO;
        return Mono.empty();
    }

    private Mono<Void> pause(String why, @Nullable Throwable failure) {
        if (backOff.isZero()) {
            log.warn("Events wait in the outbox: {}", why, failure);
        }
        failures.increment();
        backOff = backOff.isZero() ? FIRST_BACK_OFF : min(backOff.multipliedBy(2), LONGEST_BACK_OFF);
        return Mono.firstWithSignal(Mono.delay(backOff).then(), stop.asMono());
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** What became of the rows that were found. */
    private record Batch(int found, int sent, boolean failed) {
        static final Batch NOTHING = new Batch(0, 0, false);

        boolean isComplete() {
            return !failed;
        }

        boolean mayHaveMore() {
            return !failed && found > 0 && (found == BATCH || sent < found);
        }
    }
}
