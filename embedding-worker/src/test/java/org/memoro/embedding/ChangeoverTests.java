package org.memoro.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.embedding.ProviderStub.EMBEDDINGS;
import static org.memoro.embedding.TestNote.aNote;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memoro.embedding.ProviderStub.Fault;
import org.memoro.embedding.vector.MissingVector;
import org.memoro.embedding.vector.MissingVectors;
import org.memoro.events.EnrichmentFailed;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.tenancy.TenantTransactions;
import tools.jackson.databind.JsonNode;

/** An account comes by another embedding model: searches go on with the old vectors until the new ones are there. */
class ChangeoverTests {
    private static final Duration CAUGHT_UP = Duration.ofSeconds(20);
    private static final String HERE = "e5-small-v2-q";
    private static final String THERE = "test/embedder";

    private static ProviderStub provider;
    private static RunningWorker worker;

    private UUID account;
    private List<TestNote> notes;

    @BeforeAll
    static void start() {
        provider = ProviderStub.start();
        worker = RunningWorker.start(provider.args(), ProviderTests.QUICK);
    }

    @AfterAll
    static void stop() {
        worker.close();
        provider.close();
    }

    @BeforeEach
    void writeNotesThatStayHere() {
        recover();
        account = worker.account(EnrichmentMode.LOCAL_ONLY);
        notes = IntStream.range(0, 3)
                .mapToObj(number -> aNote().saying("Lunch with Zelda Quimby, number " + number + "."))
                .toList();
        notes.forEach(note -> write(note, account));
        worker.awaitEnriched(account, notes.size());
        assertThat(modelsOfNotes()).containsOnly(HERE);
    }

    /** What was read out of the notes is as it was: only the vectors are announced, and nobody has to apply facts again. */
    @Test
    void readsEveryNoteWithTheNewModelAndThenSearchesWithIt() {
        worker.changes(account, EnrichmentMode.ON);

        assertThat(modelOfSearch()).isEqualTo(HERE);

        await().atMost(CAUGHT_UP)
                .untilAsserted(() -> assertThat(modelsOfNotes()).containsOnly(THERE));
        await().atMost(CAUGHT_UP)
                .untilAsserted(() -> assertThat(modelOfSearch()).isEqualTo(THERE));
        assertThat(progress().toString())
                .isEqualTo(
                        "{\"model\":\"test/embedder\",\"made\":3,\"of\":3,\"catchingUp\":false,\"answering\":\"test/embedder\"}");
        assertThat(List.of(worker.awaitEnriched(account, 4), worker.awaitEnriched(account, 6)))
                .allSatisfy(event -> {
                    assertThat(event.vector()).isTrue();
                    assertThat(event.facts()).isFalse();
                });
    }

    @Test
    void searchesWithTheOldVectorsForAsLongAsItTakes() {
        provider.fails(EMBEDDINGS, Fault.status(503, Map.of(), "{}"));
        worker.changes(account, EnrichmentMode.ON);

        assertThat(modelOfSearch()).isEqualTo(HERE);
        assertThat(progress().toString())
                .isEqualTo(
                        "{\"model\":\"test/embedder\",\"made\":0,\"of\":3,\"catchingUp\":true,\"answering\":\"e5-small-v2-q\"}");
        await().atMost(CAUGHT_UP)
                .untilAsserted(() -> assertThat(provider.asked(EMBEDDINGS)).isNotEmpty());
        assertThat(modelOfSearch()).isEqualTo(HERE);
        assertThat(modelsOfNotes()).containsOnly(HERE);
        recover();

        await().atMost(CAUGHT_UP)
                .untilAsserted(() -> assertThat(modelOfSearch()).isEqualTo(THERE));
        assertThat(worker.events.heard(EnrichmentFailed.class, account)).isEmpty();
    }

    /** A former model of the provider is asked for by its name, until the one of the new settings knows as many notes. */
    @Test
    void looksThroughTheAccountsAfterAStartWithAnotherModel() {
        worker.changes(account, EnrichmentMode.ON);
        modelOfSearch();
        await().atMost(CAUGHT_UP)
                .untilAsserted(() -> assertThat(modelsOfNotes()).containsOnly(THERE));
        String[] onlySearches = {"--memoro.embedding-worker.consume=false"};

        worker.restart(withOtherModel(), ProviderTests.QUICK, onlySearches);
        provider.forgets();

        assertThat(modelOfSearch()).isEqualTo(THERE);
        assertThat(provider.asked(EMBEDDINGS).getLast().body().path("model").asString())
                .isEqualTo(THERE);

        worker.restart(withOtherModel(), ProviderTests.QUICK);

        await().atMost(CAUGHT_UP)
                .untilAsserted(() -> assertThat(modelsOfNotes()).containsOnly("test/other"));
        await().atMost(CAUGHT_UP)
                .untilAsserted(() -> assertThat(modelOfSearch()).isEqualTo("test/other"));
        worker.restart(provider.args(), ProviderTests.QUICK);
    }

    @Test
    void letsNewNotesGoFirst() {
        provider.fails(EMBEDDINGS, Fault.hang());
        worker.changes(account, EnrichmentMode.ON);
        MissingVectors missing = worker.bean(MissingVectors.class);
        TenantTransactions transactions = worker.bean(TenantTransactions.class);
        UUID other = worker.account(EnrichmentMode.LOCAL_ONLY);
        TestNote fresh = aNote();
        write(fresh, other);
        worker.awaitEnriched(other, 1);

        Instant later = Instant.now().plusSeconds(300);
        progress();
        transactions
                .inTransaction(
                        other,
                        missing.await(
                                other, fresh.id(), new MissingVector(1, "unreachable", 1, later, later, null), later))
                .block();

        List<MissingVectors.Due> due = transactions
                .asRelay(missing.due(later.plusSeconds(1), 1).collectList())
                .block();
        assertThat(due).containsExactly(new MissingVectors.Due(other, fresh.id()));
    }

    private static void recover() {
        provider.recovers();
        worker.bean(CircuitBreakerRegistry.class).getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    private static String[] withOtherModel() {
        return Stream.of(provider.args())
                .map(argument -> argument.replace(THERE, "test/other"))
                .toArray(String[]::new);
    }

    private void write(TestNote note, UUID whose) {
        worker.note(note);
        worker.say(note.recorded(whose));
    }

    private List<String> modelsOfNotes() {
        return notes.stream()
                .map(note -> worker.vector(account, note.id(), 1)
                        .body()
                        .path("model")
                        .asString())
                .toList();
    }

    private String modelOfSearch() {
        RunningWorker.Answer answer = worker.embed(account, "{\"texts\":[\"harbour " + System.nanoTime() + "\"]}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("model").asString();
    }

    private JsonNode progress() {
        return worker.read(account, "/pages/v1/vectors").body();
    }
}
