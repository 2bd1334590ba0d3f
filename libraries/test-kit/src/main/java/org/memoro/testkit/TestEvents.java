package org.memoro.testkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.memoro.events.EventJson;
import org.memoro.events.MemoroEvent;
import org.memoro.events.Topics;
import org.memoro.events.UnreadableEvent;

/** The other end of the topics: says what neighbours would say and hears everything that is said. */
public final class TestEvents implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final List<MemoroEvent> heard = new CopyOnWriteArrayList<>();
    private final Thread listener;
    private volatile boolean closed;

    private TestEvents(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        listener = Thread.ofPlatform().daemon().name("test-events").start(() -> listen(bootstrapServers));
    }

    /** Listens to every topic of the JVM's shared broker from its beginning. */
    public static TestEvents onSharedKafka() {
        return on(TestKafka.bootstrapServers());
    }

    /** Listens to every topic of the broker at this address from its beginning. */
    public static TestEvents on(String bootstrapServers) {
        createTopics(bootstrapServers);
        return new TestEvents(bootstrapServers);
    }

    /** Says an event as the service that owns its topic would. */
    public void say(MemoroEvent event) {
        send(event.topic(), event.key(), EventJson.write(event));
    }

    /** Says everything that was ever heard of an account again, as a consumer hears it that begins anew. */
    public int sayAllAgain(UUID userId) {
        List<MemoroEvent> all = heard(MemoroEvent.class, userId);
        all.forEach(this::say);
        return all.size();
    }

    /** Puts any bytes on a topic. */
    public void send(String topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take the record", e);
        }
    }

    /** What this account's events of one kind said so far, oldest first within a key. */
    public <T extends MemoroEvent> List<T> heard(Class<T> kind, UUID userId) {
        return heard.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(event -> event.userId().equals(userId))
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        producer.close(Duration.ofSeconds(1));
        try {
            listener.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "test-" + UUID.randomUUID());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 1000);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(Topics.ALL);
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> read(record.value()));
            }
        }
    }

    private void read(byte[] value) {
        try {
            heard.add(EventJson.read(value));
        } catch (UnreadableEvent e) {
            // Tests put broken records on topics on purpose; they are not for us.
        }
    }

    private static void createTopics(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            for (String topic : Topics.ALL) {
                create(admin, topic);
            }
        }
    }

    private static void create(Admin admin, String topic) {
        try {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("could not create " + topic, e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("could not create " + topic, e);
        }
    }
}
