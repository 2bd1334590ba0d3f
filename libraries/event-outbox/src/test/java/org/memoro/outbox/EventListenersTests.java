package org.memoro.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.memoro.events.ContactChanged;
import org.memoro.events.Topics;
import org.memoro.testkit.TestDatabase;
import org.memoro.testkit.TestEvents;
import org.memoro.testkit.TestKafka;
import org.memoro.testkit.TestPostgres;
import reactor.core.publisher.Mono;

class EventListenersTests {
    private static final TestDatabase DATABASE = TestPostgres.freshDatabase();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final UUID account = UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void setsUnreadableBytesAsideAndGoesOn() {
        try (TestEvents events = TestEvents.onSharedKafka();
                TestService service = start("unreadable", Function.identity())) {
            byte[] bytes = "{\"type\":\"Nonsense\"".getBytes(StandardCharsets.UTF_8);
            events.send(Topics.CONTACT, contact.toString(), bytes);
            events.say(ContactChanged.of(account, contact, 1, false));

            await().atMost(SOON).until(() -> service.effectsOf(account).size() == 1);
            ConsumerRecord<String, byte[]> dead = deadLetterWith(bytes, "unreadable");
            assertThat(header(dead, "cause")).contains("UnreadableEvent");
            assertThat(header(dead, "kafka_dlt-original-topic")).isEqualTo(Topics.CONTACT);
        }
    }

    @Test
    void setsARecordAsideThatItsHandlerCallsBad() {
        Function<Mono<Void>, Mono<Void>> bad = effect -> attempts.incrementAndGet() == 1
                ? Mono.error(new BadEventException("version 0 was never there"))
                : effect;
        try (TestEvents events = TestEvents.onSharedKafka();
                TestService service = start("bad-records", bad)) {
            events.say(ContactChanged.of(account, contact, 0, false));
            events.say(ContactChanged.of(account, contact, 1, false));

            await().atMost(SOON).until(() -> service.effectsOf(account).size() == 1);
            assertThat(versions(service)).containsExactly(1L);
            assertThat(header(deadLetterOf(account, "bad-records"), "reason")).isEqualTo("version 0 was never there");
            assertThat(service.meter("memoro.events.dead.letters")).isEqualTo(1);
        }
    }

    @Test
    void triesAPassingFaultAgainAndKeepsTheOrder() {
        Function<Mono<Void>, Mono<Void>> failsThreeTimes =
                effect -> attempts.incrementAndGet() <= 3 ? Mono.error(new IOException("connection refused")) : effect;
        try (TestEvents events = TestEvents.onSharedKafka();
                TestService service = start("passing-faults", failsThreeTimes)) {
            events.say(ContactChanged.of(account, contact, 1, false));
            events.say(ContactChanged.of(account, contact, 2, false));

            await().atMost(SOON).until(() -> service.effectsOf(account).size() == 2);
            assertThat(versions(service)).containsExactly(1L, 2L);
        }
    }

    @Test
    void givesAnUnknownFaultTenAttempts() {
        Function<Mono<Void>, Mono<Void>> neverWorks = effect -> {
            attempts.incrementAndGet();
            return Mono.error(new IllegalStateException("the note said: secret"));
        };
        try (TestEvents events = TestEvents.onSharedKafka();
                TestService service = start("unknown-faults", neverWorks)) {
            events.say(ContactChanged.of(account, contact, 1, false));

            ConsumerRecord<String, byte[]> dead = deadLetterOf(account, "unknown-faults");
            assertThat(attempts).hasValue(10);
            dead.headers().forEach(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                    .doesNotContain("secret"));
        }
    }

    @Test
    void handlesAnEventOnceThatWasDeliveredTwice() {
        try (TestEvents events = TestEvents.onSharedKafka();
                TestService service = start("duplicates", Function.identity())) {
            ContactChanged event = ContactChanged.of(account, contact, 1, false);
            events.say(event);
            events.say(event);
            events.say(ContactChanged.of(account, contact, 2, false));

            await().atMost(SOON).until(() -> versions(service).contains(2L));
            assertThat(versions(service)).containsExactly(1L, 2L);
        }
    }

    private TestService start(String name, Function<Mono<Void>, Mono<Void>> before) {
        // The shared broker keeps the events of other tests, which must neither fail nor count here.
        return TestService.start(DATABASE, TestKafka.args(), name, account, before);
    }

    private List<Long> versions(TestService service) {
        return service.effectsOf(account).stream()
                .map(event -> ((ContactChanged) event).version())
                .toList();
    }

    private ConsumerRecord<String, byte[]> deadLetterOf(UUID userId, String consumer) {
        return deadLetter(consumer, value -> new String(value, StandardCharsets.UTF_8).contains(userId.toString()));
    }

    private ConsumerRecord<String, byte[]> deadLetterWith(byte[] bytes, String consumer) {
        return deadLetter(consumer, value -> java.util.Arrays.equals(value, bytes));
    }

    private static ConsumerRecord<String, byte[]> deadLetter(
            String consumer, java.util.function.Predicate<byte[]> wanted) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", TestKafka.bootstrapServers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            reader.subscribe(List.of(Topics.deadLetter(Topics.CONTACT, consumer)));
            long deadline = System.nanoTime() + SOON.toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(200))) {
                    if (wanted.test(record.value())) {
                        return record;
                    }
                }
            }
        }
        throw new AssertionError("no such dead letter of " + consumer);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
