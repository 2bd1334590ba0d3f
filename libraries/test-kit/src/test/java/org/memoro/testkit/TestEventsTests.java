package org.memoro.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.events.AccountDeleted;
import org.memoro.events.InteractionDeleted;

class TestEventsTests {

    @Test
    void hearsWhatWasSaidForAnAccount() {
        InteractionDeleted event = InteractionDeleted.of(UUID.randomUUID(), UUID.randomUUID(), 2);
        try (TestEvents events = TestEvents.onSharedKafka()) {
            events.say(event);

            await().atMost(Duration.ofSeconds(20)).until(() -> events.heard(InteractionDeleted.class, event.userId())
                    .contains(event));
            assertThat(events.heard(AccountDeleted.class, event.userId())).isEmpty();
        }
    }

    @Test
    void keepsRecordsWhileTheBrokerIsDown() {
        AccountDeleted event = AccountDeleted.of(UUID.randomUUID());
        try (StoppableKafka kafka = StoppableKafka.stopped()) {
            kafka.start();
            try (TestEvents events = TestEvents.on(kafka.bootstrapServers())) {
                events.say(event);
            }
            kafka.stop();
            kafka.start();
            try (TestEvents events = TestEvents.on(kafka.bootstrapServers())) {
                await().atMost(Duration.ofSeconds(20)).until(() -> events.heard(AccountDeleted.class, event.userId())
                        .contains(event));
            }
        }
    }
}
