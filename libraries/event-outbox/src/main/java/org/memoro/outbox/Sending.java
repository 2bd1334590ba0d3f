package org.memoro.outbox;

import java.time.Duration;
import java.util.List;
import org.memoro.observation.Traces;
import org.memoro.observation.Traces.Departure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One batch on its way to the broker: keys side by side, the events of one key one after another, so that a failure
 * never lets a later event of a key overtake an earlier one.
 */
final class Sending {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    /** New sends begin only for so long, since the transaction stays open until the last acknowledgement. */
    private static final Duration BEGIN_WITHIN = Duration.ofSeconds(1);

    private final KafkaTemplate<String, byte[]> kafka;
    private final Scheduler sender;
    private final Traces traces;
    private final long deadline = System.nanoTime() + BEGIN_WITHIN.toNanos();
    private volatile boolean failed;

    Sending(KafkaTemplate<String, byte[]> kafka, Scheduler sender, Traces traces) {
        this.traces = traces;
        this.kafka = kafka;
        this.sender = sender;
    }

    boolean hasFailed() {
        return failed;
    }

    /** Sends one key's events; emits the row ids that were acknowledged and ends at the first that was not. */
    Flux<Long> inOrder(List<UnsentEvent> events) {
        return Flux.fromIterable(events).concatMap(this::send, 0).onErrorResume(this::giveUp);
    }

    private Mono<Long> send(UnsentEvent event) {
        return Mono.defer(() -> mayBegin() ? depart(event) : Mono.empty()).subscribeOn(sender);
    }

    private Mono<Long> depart(UnsentEvent event) {
        Departure departure = traces.departure(event.topic(), event.traceparent());
        return Mono.fromFuture(() -> kafka.send(event.toRecord(departure.traceparent())))
                .doOnSuccess(acknowledged -> departure.ended(null))
                .doOnError(departure::ended)
                .map(acknowledged -> event.id());
    }

    private boolean mayBegin() {
        return !failed && System.nanoTime() < deadline;
    }

    private Mono<Long> giveUp(Throwable failure) {
        if (!failed) {
            log.debug("The broker did not take an event", failure);
        }
        failed = true;
        return Mono.empty();
    }
}
