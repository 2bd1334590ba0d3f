package org.memoro.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.interactions.Author.state;
import static org.memoro.interactions.Author.uuid;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.events.InteractionRecorded;
import org.memoro.testkit.StoppableKafka;
import org.memoro.testkit.TestEvents;

class KafkaOutageTests {

    @Test
    void keepsNotesWhileKafkaIsAwayAndDeliversTheirEventsOnceItIsBack() {
        try (StoppableKafka kafka = StoppableKafka.stopped()) {
            RunningService service = RunningService.start(kafka.args());
            Author author = Author.of(service);
            UUID atStart = uuid(author.writes("Written before Kafka was ever there"));

            kafka.start();
            delivered(kafka, author, List.of(atStart));

            kafka.stop();
            assertThat(state(author.writes("Written while Kafka was away"))).isEqualTo("pending");
            UUID inBetween = uuid(author.writes("And one more"));

            kafka.start();
            delivered(kafka, author, List.of(atStart, inBetween));
        }
    }

    private static void delivered(StoppableKafka kafka, Author author, List<UUID> notes) {
        try (TestEvents events = TestEvents.on(kafka.bootstrapServers())) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(events.heard(InteractionRecorded.class, author.account))
                            .extracting(InteractionRecorded::interactionId)
                            .containsAll(notes));
        }
    }
}
