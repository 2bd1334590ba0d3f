package org.memoro.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTests {
    private static final String TOPIC = "some.events";

    @Test
    void keepsWhatWasSaidBeforeARestart(@TempDir Path folder) throws Exception {
        Iterator<Integer> ports = FreePorts.find(4);
        try (LocalKafka kafka = LocalKafka.start(folder, ports.next(), ports.next())) {
            say(kafka, "before");
        }
        try (LocalKafka kafka = LocalKafka.start(folder, ports.next(), ports.next())) {
            say(kafka, "after");

            assertThat(everythingSaid(kafka)).containsExactly("before", "after");
        }
    }

    private static void say(LocalKafka kafka, String what) throws Exception {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(), ProducerConfig.ACKS_CONFIG, "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "key", what)).get();
        }
    }

    private static List<String> everythingSaid(LocalKafka kafka) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> said = new ArrayList<>();
            while (said.size() < consumer.endOffsets(List.of(partition)).get(partition)) {
                consumer.poll(Duration.ofSeconds(1)).records(partition).stream()
                        .map(ConsumerRecord::value)
                        .forEach(said::add);
            }
            return said;
        }
    }
}
