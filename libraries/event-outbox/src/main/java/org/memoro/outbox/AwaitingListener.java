package org.memoro.outbox;

import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.ReceiverContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.memoro.events.EventJson;
import org.memoro.events.MemoroEvent;
import org.memoro.logs.AccountHash;
import org.memoro.logs.LogFields;
import org.memoro.observation.Observed;
import org.memoro.observation.Traces;
import org.memoro.problems.RequestId;
import org.memoro.tenancy.AccountErased;
import org.springframework.kafka.listener.MessageListener;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Hands a record to its handler and waits for the end on the consumer's own thread: the one place that blocks, because
 * the next record of a partition may begin only when this one is done.
 */
final class AwaitingListener implements MessageListener<String, byte[]> {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final EventSubscription subscription;
    private final AccountHash accountHash;
    private final Instruments instruments;
    private final Progress progress;
    private final Timer delay;

    AwaitingListener(
            EventSubscription subscription, AccountHash accountHash, Instruments instruments, Progress progress) {
        this.subscription = subscription;
        this.accountHash = accountHash;
        this.instruments = instruments;
        this.progress = progress;
        this.delay = Timer.builder("memoro.events.delay")
                .description("From the moment an event was published to the moment its consumer is done with it")
                .tag("consumer", subscription.consumer())
                .tag("topic", subscription.topic())
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1))
                .register(instruments.meters());
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> record) {
        progress.begun(record);
        MemoroEvent event = read(record.value());
        Context context = EventHeaders.context(record.headers());
        Observation handling = handling(record, event).start();
        LogFields fields = LogFields.ofEvent(event.eventId(), accountHash.of(event.userId()), RequestId.of(context))
                .withTrace(Traces.idOf(handling.getContextView()));
        Mono<Void> work = Mono.defer(() -> subscription.handler().apply(event))
                // Nothing is left of the account, so there is nothing to do for it.
                .onErrorResume(AccountErased.class, gone -> Mono.empty())
                .timeout(LONGEST);
        Observed.during(handling, work).contextWrite(fields.in(context)).block();
        progress.done(record);
        delay.record(Math.max(0, instruments.clock().millis() - record.timestamp()), TimeUnit.MILLISECONDS);
    }

    /** One step of the trace that the record brings, whose sender may be long done. */
    private Observation handling(ConsumerRecord<String, byte[]> record, MemoroEvent event) {
        ReceiverContext<Headers> received = new ReceiverContext<>(EventHeaders::text);
        received.setCarrier(record.headers());
        return Observation.createNotStarted("memoro.events.handling", () -> received, instruments.observations())
                .contextualName(subscription.topic() + " process")
                .lowCardinalityKeyValue("consumer", subscription.consumer())
                .lowCardinalityKeyValue("topic", subscription.topic())
                .lowCardinalityKeyValue("type", event.getClass().getSimpleName());
    }

    private static MemoroEvent read(byte @Nullable [] value) {
        if (value == null) {
            throw new BadEventException("a record without a value");
        }
        return EventJson.read(value);
    }
}
