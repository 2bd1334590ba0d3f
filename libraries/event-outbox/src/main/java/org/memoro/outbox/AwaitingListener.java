package org.memoro.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.memoro.events.EventJson;
import org.memoro.events.MemoroEvent;
import org.memoro.logs.AccountHash;
import org.memoro.logs.LogFields;
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
    private final Clock clock;
    private final Timer delay;

    AwaitingListener(EventSubscription subscription, AccountHash accountHash, MeterRegistry meters, Clock clock) {
        this.subscription = subscription;
        this.accountHash = accountHash;
        this.clock = clock;
        this.delay = Timer.builder("memoro.events.delay")
                .description("From the moment an event was published to the moment its consumer is done with it")
                .tag("consumer", subscription.consumer())
                .tag("topic", subscription.topic())
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1))
                .register(meters);
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> record) {
        MemoroEvent event = read(record.value());
        Context context = EventHeaders.context(record.headers());
        LogFields fields = LogFields.ofEvent(event.eventId(), accountHash.of(event.userId()), RequestId.of(context));
        Mono.defer(() -> subscription.handler().apply(event))
                // Nothing is left of the account, so there is nothing to do for it.
                .onErrorResume(AccountErased.class, gone -> Mono.empty())
                .contextWrite(fields.in(context))
                .timeout(LONGEST)
                .block();
        delay.record(Math.max(0, clock.millis() - record.timestamp()), TimeUnit.MILLISECONDS);
    }

    private static MemoroEvent read(byte @Nullable [] value) {
        if (value == null) {
            throw new BadEventException("a record without a value");
        }
        return EventJson.read(value);
    }
}
