package org.memoro.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a subscription has in hand, for how long that has waited, and how much it has set aside. */
final class Progress implements ConsumerRebalanceListener {
    private final Map<TopicPartition, Long> inHand = new ConcurrentHashMap<>();
    private final Instruments instruments;
    private final Counter deadLetters;

    Progress(EventSubscription subscription, Instruments instruments) {
        this.instruments = instruments;
        this.deadLetters = Counter.builder("memoro.events.dead.letters")
                .description("Events that could not be handled and were set aside")
                .tag("consumer", subscription.consumer())
                .tag("topic", subscription.topic())
                .register(instruments.meters());
        Gauge.builder("memoro.events.oldest.age", this, Progress::secondsOfOldest)
                .description("How long ago the oldest event that is not handled yet was published, retries included")
                .baseUnit("seconds")
                .tag("consumer", subscription.consumer())
                .tag("topic", subscription.topic())
                .register(instruments.meters());
    }

    /** Begun, maybe again; the oldest of its partition, since those are handled in their order. */
    void begun(ConsumerRecord<?, ?> record) {
        inHand.put(partitionOf(record), record.timestamp());
    }

    void done(ConsumerRecord<?, ?> record) {
        inHand.remove(partitionOf(record));
    }

    void setAside(ConsumerRecord<?, ?> record) {
        done(record);
        deadLetters.increment();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(inHand::remove); // another process goes on with them
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

    private double secondsOfOldest() {
        long now = instruments.clock().millis();
        long oldest = inHand.values().stream().mapToLong(Long::longValue).min().orElse(now);
        return Math.max(0, now - oldest) / (double) Duration.ofSeconds(1).toMillis();
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
