package org.memoro.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.memoro.events.AccountCreated;
import org.memoro.testkit.TestDatabase;
import org.memoro.testkit.TestKafka;
import org.memoro.testkit.TestPostgres;
import reactor.core.publisher.Mono;

class InboxTests {
    private final TestDatabase database = TestPostgres.freshDatabase();
    private final TestService service = TestService.start(database, TestKafka.args(), "inbox-tests");
    private final AccountCreated event = AccountCreated.of(UUID.randomUUID());
    private final AtomicInteger effects = new AtomicInteger();
    private final Mono<Void> effect = Mono.fromRunnable(effects::incrementAndGet);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void runsTheEffectOncePerConsumer() {
        service.inbox().once("one", event, effect).block();
        service.inbox().once("one", event, effect).block();
        service.inbox().once("another", event, effect).block();

        assertThat(effects).hasValue(2);
    }

    @Test
    void forgetsAnEventWhoseEffectFailed() {
        Mono<Void> failing = Mono.error(new IllegalStateException("full disk"));

        assertThatThrownBy(() -> service.inbox().once("one", event, failing).block())
                .hasMessage("full disk");
        service.inbox().once("one", event, effect).block();

        assertThat(effects).hasValue(1);
    }

    @Test
    void purgesWhatNoTopicKeepsAnyLonger() throws SQLException {
        service.inbox().once("one", event, effect).block();
        service.inbox().once("old", event, effect).block();
        try (Connection connection = database.superuser()) {
            connection
                    .createStatement()
                    .execute("UPDATE contact.inbox SET seen_at = now() - interval '15 days' WHERE consumer = 'old'");
        }

        assertThat(service.inbox().purge().block()).isEqualTo(1);
        assertThat(rows()).isEqualTo(1);
    }

    private long rows() throws SQLException {
        try (Connection connection = database.superuser();
                ResultSet count = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM contact.inbox WHERE user_id = '" + event.userId() + "'")) {
            count.next();
            return count.getLong(1);
        }
    }
}
