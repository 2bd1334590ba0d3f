package org.memoro.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.memoro.testkit.StoppableKafka;
import org.memoro.testkit.TestPostgres;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class KafkaFailuresTests {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void saysOnceThatThereAreTooFewBrokers(CapturedOutput output) throws InterruptedException {
        try (StoppableKafka kafka = StoppableKafka.stopped()) {
            kafka.start();
            String[] tooMany = with(kafka.args(), "--memoro.kafka.replication-factor=", 3);
            try (TestService service = TestService.start(TestPostgres.freshDatabase(), tooMany, "few-brokers")) {
                await().atMost(SOON).until(() -> output.getAll().contains("Lower memoro.kafka.replication-factor"));
                Thread.sleep(Duration.ofSeconds(3)); // some attempts more
            }
        }
        assertThat(output.getAll().split("Lower memoro.kafka.replication-factor", -1))
                .hasSize(2);
    }

    @Test
    void saysWhatToDoAboutServersThatCannotBe(CapturedOutput output) {
        String[] nonsense = {"--memoro.kafka.bootstrap-servers=nowhere"};
        try (TestService service = TestService.start(TestPostgres.freshDatabase(), nonsense, "nonsense")) {
            await().atMost(SOON).until(() -> output.getAll().contains("Mend memoro.kafka.bootstrap-servers"));
        }
    }

    @Test
    void knowsTheErrorBehindTheError() {
        assertThat(action(new TimeoutException("nobody"))).contains("Check memoro.kafka.bootstrap-servers");
        assertThat(action(new UnsupportedVersionException("CREATE_TOPICS"))).contains("4.0 or newer");
        assertThat(action(new SaslAuthenticationException("no"))).contains("user and password");
        assertThat(action(new TopicAuthorizationException("no"))).contains("Allow this user");
        assertThat(action(new IllegalStateException("no"))).contains("log of the broker");
    }

    private static String action(RuntimeException cause) {
        return KafkaFailures.action(new CompletionException(new KafkaException("wrapped", cause)));
    }

    private static String[] with(String[] arguments, String option, int value) {
        return Stream.concat(
                        Arrays.stream(arguments).filter(argument -> !argument.startsWith(option)),
                        Stream.of(option + value))
                .toArray(String[]::new);
    }
}
