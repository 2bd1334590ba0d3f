package org.memoro.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.events.ContactChanged;
import org.memoro.testkit.StoppableKafka;
import org.memoro.testkit.TestPostgres;

class KafkaOutageTests {
    private static final Duration SOON = Duration.ofSeconds(40);

    private final UUID account = UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();

    @Test
    void losesNothingWhileKafkaIsNotThereYetAndWhenItGoesAway() {
        try (StoppableKafka kafka = StoppableKafka.stopped();
                TestService service = TestService.start(TestPostgres.freshDatabase(), kafka.args(), "outage-tests")) {
            service.append(changed(1));
            assertThat(service.waiting()).isEqualTo(1);

            kafka.start();
            await().atMost(SOON).until(() -> service.effectsOf(account).size() == 1);

            kafka.stop();
            service.append(changed(2), changed(3));
            service.append(changed(4));
            kafka.start();

            await().atMost(SOON).until(() -> service.effectsOf(account).size() == 4);
            assertThat(service.effectsOf(account))
                    .extracting(event -> ((ContactChanged) event).version())
                    .containsExactly(1L, 2L, 3L, 4L);
            await().atMost(SOON).until(() -> service.waiting() == 0);
        }
    }

    private ContactChanged changed(long version) {
        return ContactChanged.of(account, contact, version, false);
    }
}
