package org.memoro.interactions.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.interactions.Author.id;
import static org.memoro.interactions.Author.uuid;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.memoro.events.InteractionIndexed;
import org.memoro.interactions.Author;
import org.memoro.interactions.InteractionServiceApplication;
import org.memoro.interactions.RunningService;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;

class StreamTests {
    private final RunningService service = RunningService.shared();
    private final Author author = Author.of(service);
    private final List<Listener> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeAll() {
        open.forEach(Listener::close);
    }

    @Test
    void showsANoteFromPendingToSearchable() {
        Listener listener = listen(service, author, null);

        JsonNode note = author.writes("Tea");
        listener.waitsFor(note, "/enrichment/state", "pending");
        RunningService.events().say(InteractionIndexed.of(author.account, uuid(note), 1));
        ServerSentEvent<JsonNode> event = listener.waitsFor(note, "/enrichment/searchable", "true");

        assertThat(event.event()).isEqualTo("enrichment");
        assertThat(event.id())
                .isEqualTo(event.data().at("/enrichment/updatedAt").asString());
        assertThat(event.data().get("version").asLong()).isEqualTo(1);
        assertThat(event.data().get("enrichment")).isEqualTo(author.reads(note).get("enrichment"));
    }

    @Test
    void showsNobodyElsesNotes() {
        Author other = Author.of(service);
        Listener listener = listen(service, author, null);

        JsonNode foreign = other.writes("Private tea");
        JsonNode own = author.writes("Tea");

        listener.waitsFor(own, "/enrichment/state", "pending");
        assertThat(listener.idsSeen()).doesNotContain(id(foreign));
    }

    @Test
    void goesOnAfterTheEventSeenLast() {
        JsonNode before = author.writes("Before");
        backdate(before, "1 hour");
        JsonNode missed = author.writes("Missed");
        backdate(missed, "20 minutes");
        String lastSeen = author.reads(missed).at("/enrichment/updatedAt").asString();

        Listener fresh = listen(service, author, null);
        Listener resumed = listen(service, author, lastSeen);
        resumed.waitsFor(missed, "/enrichment/state", "pending");
        JsonNode now = author.writes("Now");
        resumed.waitsFor(now, "/enrichment/state", "pending");
        fresh.waitsFor(now, "/enrichment/state", "pending");

        assertThat(resumed.idsSeen()).containsExactly(id(missed), id(now));
        assertThat(fresh.idsSeen()).containsExactly(id(now));
    }

    @Test
    void saysEverythingSinceThenEvenIfItIsMuch() {
        for (int i = 0; i < 230; i++) {
            author.writes("Note " + i);
        }

        Listener listener = listen(service, author, "2026-01-01T00:00:00Z");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listener.idsSeen()).hasSize(230).doesNotHaveDuplicates());
    }

    @Test
    void hearsWhatAnotherReplicaChanged() {
        RunningService replica = service.replica("--memoro.kafka.bootstrap-servers=127.0.0.1:1");
        Listener listener = listen(replica, author, null);

        listener.waitsFor(author.writes("Tea"), "/enrichment/state", "pending");
    }

    @Test
    void missesNothingWhenItsConnectionToTheDatabaseIsCut() throws SQLException {
        Listener listener = listen(service, author, null);
        listener.waitsFor(author.writes("Before"), "/enrichment/state", "pending");

        try (Connection connection = service.database.superuser()) {
            connection.createStatement().execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND query LIKE 'LISTEN%'""");
        }
        JsonNode during = author.writes("While nobody listens");

        listener.waitsFor(during, "/enrichment/state", "pending");
        listener.waitsFor(author.writes("After"), "/enrichment/state", "pending");
    }

    @Test
    void beatsItsHeartAndEndsInTime() {
        RunningService hasty = service.replica(
                "--memoro.kafka.bootstrap-servers=127.0.0.1:1",
                "--memoro.interaction-service.stream-heartbeat=200ms",
                "--memoro.interaction-service.longest-stream=2s");

        Listener listener = listen(hasty, author, null);

        await().atMost(Duration.ofSeconds(10)).until(() -> listener.ended);
        assertThat(listener.heartbeats()).isGreaterThan(3);
    }

    @Test
    void leavesNothingBehindWhenTheClientIsGone() {
        ChangeSignals signals = service.bean(ChangeSignals.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> signals.followers() == 0);
        Listener listener = listen(service, author, null);
        await().until(() -> signals.followers() == 1);

        listener.close();

        await().atMost(Duration.ofSeconds(10)).until(() -> signals.followers() == 0);
    }

    @Test
    void endsAtOnceWhenTheServiceStops() {
        RunningService stopping = service.replica("--memoro.kafka.bootstrap-servers=127.0.0.1:1");
        Listener listener = listen(stopping, author, null);

        stopping.bean(ChangeSignals.class).stop();

        await().atMost(Duration.ofSeconds(5)).until(() -> listener.ended);
    }

    @Test
    void needsAToken() {
        service.anonymous()
                .get()
                .uri(Author.NOTES + "/events")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private Listener listen(RunningService where, Author who, String lastEventId) {
        Listener listener = new Listener(where, who.account, lastEventId);
        open.add(listener);
        await().atMost(Duration.ofSeconds(20)).until(() -> listener.heartbeats() > 0);
        return listener;
    }

    private void backdate(JsonNode note, String ago) {
        try (Connection connection = service.database.superuser()) {
            connection
                    .createStatement()
                    .execute("UPDATE interaction.interaction SET enrichment_updated_at = now() - interval '" + ago
                            + "' WHERE id = '" + id(note) + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A browser with an open stream. */
    private static final class Listener {
        private final List<ServerSentEvent<JsonNode>> received = new CopyOnWriteArrayList<>();
        private final Disposable stream;
        volatile boolean ended;

        Listener(RunningService service, UUID account, String lastEventId) {
            stream = WebClient.create("http://127.0.0.1:" + service.port())
                    .get()
                    .uri(Author.NOTES + "/events")
                    .headers(headers -> {
                        headers.setBearerAuth(service.gateway.userToken(account, InteractionServiceApplication.NAME));
                        if (lastEventId != null) {
                            headers.set("Last-Event-ID", lastEventId);
                        }
                    })
                    .retrieve()
                    .bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
                    .doOnComplete(() -> ended = true)
                    .subscribe(received::add);
        }

        ServerSentEvent<JsonNode> waitsFor(JsonNode note, String pointer, String value) {
            return await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> events().stream()
                                    .filter(event -> event.data()
                                            .get("interactionId")
                                            .asString()
                                            .equals(id(note)))
                                    .filter(event ->
                                            event.data().at(pointer).asString().equals(value))
                                    .findFirst()
                                    .orElse(null),
                            Objects::nonNull);
        }

        List<String> idsSeen() {
            return events().stream()
                    .map(event -> event.data().get("interactionId").asString())
                    .toList();
        }

        long heartbeats() {
            return received.stream()
                    .filter(event -> "heartbeat".equals(event.comment()))
                    .count();
        }

        private List<ServerSentEvent<JsonNode>> events() {
            return received.stream().filter(event -> event.data() != null).toList();
        }

        void close() {
            stream.dispose();
        }
    }
}
