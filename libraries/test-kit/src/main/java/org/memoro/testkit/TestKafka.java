package org.memoro.testkit;

import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The one real Kafka broker of this JVM's tests, started by whoever asks first. */
public final class TestKafka {

    private TestKafka() {}

    /** Where the broker listens. */
    public static String bootstrapServers() {
        return Holder.BROKER.getBrokersAsString();
    }

    /** The settings that point a service at the broker, as command-line arguments. */
    public static String[] args() {
        return new String[] {
            "--memoro.kafka.bootstrap-servers=" + bootstrapServers(),
            "--memoro.kafka.replication-factor=1",
            "--memoro.kafka.partitions=2"
        };
    }

    /** Starts the broker on first use. */
    private static final class Holder {
        static final EmbeddedKafkaKraftBroker BROKER = start();

        private static EmbeddedKafkaKraftBroker start() {
            EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 2);
            broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
            broker.brokerProperty("offsets.topic.num.partitions", "2");
            broker.brokerProperty("auto.create.topics.enable", "false");
            broker.afterPropertiesSet();
            return broker;
        }
    }
}
