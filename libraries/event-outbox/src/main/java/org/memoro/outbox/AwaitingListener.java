package org.memoro.outbox;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.memoro.events.EventJson;
import org.memoro.events.MemoroEvent;
import org.memoro.tenancy.AccountErased;
import org.springframework.kafka.listener.MessageListener;
import reactor.core.publisher.Mono;

/**
 * Hands a record to its handler and waits for the end on the consumer's own thread: the one place that blocks, because
 * the next record of a partition may begin only when this one is done.
 */
final class AwaitingListener implements MessageListener<String, byte[]> {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final EventSubscription subscription;

    AwaitingListener(EventSubscription subscription) {
        this.subscription = subscription;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> record) {
        subscription
                .handler()
                .apply(read(record.value()))
                // Nothing is left of the account, so there is nothing to do for it.
                .onErrorResume(AccountErased.class, gone -> Mono.empty())
                .contextWrite(EventHeaders.context(record.headers()))
                .timeout(LONGEST)
                .block();
    }

    private static MemoroEvent read(byte @Nullable [] value) {
        if (value == null) {
            throw new BadEventException("a record without a value");
        }
        return EventJson.read(value);
    }
}
