package org.memoro.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.embedding.ProviderStub.CHAT;
import static org.memoro.embedding.ProviderStub.EMBEDDINGS;
import static org.memoro.embedding.TestNote.aNote;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memoro.embedding.ProviderStub.Fault;
import org.memoro.events.EnrichmentFailed;
import org.memoro.events.InteractionDeleted;
import org.memoro.events.InteractionEnriched;
import org.memoro.internaltokens.EnrichmentMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provider that works, one that fails in each known way, and one that comes back. */
class ProviderTests {
    /** Each test's own words: the provider may still be asked for what an earlier one wrote. */
    private final String mark = Long.toString(System.nanoTime());

    private final String text = "Lunch with Zelda Quimby at the harbour. Number " + mark + ".";

    static final String[] QUICK = {
        "--memoro.ai.extraction-timeout=1s",
        "--memoro.ai.embedding-timeout=500ms",
        "--memoro.embedding-worker.failed-after=1s",
        "--memoro.embedding-worker.retry-every=100ms",
        "--memoro.embedding-worker.first-retry=200ms",
        "--memoro.embedding-worker.longest-retry=2s"
    };

    private static final JsonMapper JSON = new JsonMapper();

    private static ProviderStub provider;
    private static RunningWorker worker;
    private UUID account;

    @BeforeAll
    static void start() {
        provider = ProviderStub.start();
        worker = RunningWorker.start(provider.args(), QUICK);
    }

    @AfterAll
    static void stop() {
        worker.close();
        provider.close();
    }

    /** What one test did to the provider must not be held against it in the next. */
    @BeforeEach
    void forgive() {
        provider.recovers();
        worker.contactNames("");
        closeBreakers();
        account = worker.account(EnrichmentMode.ON);
        await().until(() ->
                worker.embed(account, "{\"texts\":[\"are you there\"]}").status() == 200);
        provider.forgets();
    }

    @Test
    void readsFactsAndMakesTheVectorAtTheProvider() {
        TestNote note = recorded(aNote().saying(text));

        InteractionEnriched said = worker.awaitEnriched(account, 1);

        assertThat(said.facts()).isTrue();
        assertThat(said.vector()).isTrue();
        assertThat(worker.enrichment(account, note.id(), 1)
                        .body()
                        .path("provider")
                        .asString())
                .isEqualTo("127.0.0.1");
        assertThat(worker.enrichment(account, note.id(), 1)
                        .body()
                        .at("/extraction/people/0/mention")
                        .asString())
                .isEqualTo("Zelda Quimby");
        assertThat(worker.vector(account, note.id(), 1).body().path("model").asString())
                .isEqualTo("test/embedder");
        assertThat(worker.vector(account, note.id(), 1)
                        .body()
                        .path("dimensions")
                        .asInt())
                .isEqualTo(ProviderStub.DIMENSIONS);
    }

    @Test
    void sendsNothingForAnAccountThatStaysLocal() {
        UUID local = worker.account(EnrichmentMode.LOCAL_ONLY);
        TestNote note = aNote().saying(text);
        worker.note(note);

        worker.say(note.recorded(local));

        assertThat(worker.awaitEnriched(local, 1).vector()).isTrue();
        assertThat(worker.vector(local, note.id(), 1).body().path("model").asString())
                .isEqualTo("e5-small-v2-q");
        worker.embed(local, "{\"texts\":[\"" + mark + "\"]}");
        assertThat(provider.asked(CHAT, mark)).isEmpty();
        assertThat(provider.asked(EMBEDDINGS, mark)).isEmpty();
    }

    @Test
    void sendsNoContactTheNoteDoesNotNameAndNoIdOfOurs() {
        UUID zelda = UUID.randomUUID();
        worker.contactNames(contact(zelda, "Zelda", "Quimby") + "," + contact(UUID.randomUUID(), "Bertram", "Wolff"));
        recorded(aNote().saying(text));
        worker.awaitEnriched(account, 1);

        assertThat(provider.asked(CHAT, "c1")).hasSize(1);
        assertThat(provider.asked(CHAT, zelda.toString())).isEmpty();
        assertThat(provider.asked(CHAT, "Bertram")).isEmpty();
    }

    @Test
    void asksForZeroRetentionAndNoTools() {
        recorded(aNote().saying(text));
        worker.awaitEnriched(account, 1);

        JsonNode request = provider.asked(CHAT, mark).getFirst().body();
        assertThat(request.at("/provider/zdr").asBoolean()).isTrue();
        assertThat(request.at("/provider/data_collection").asString()).isEqualTo("deny");
        assertThat(request.at("/response_format/json_schema/strict").asBoolean())
                .isTrue();
        assertThat(request.has("tools")).isFalse();
    }

    @Test
    void readsInsideThisJvmWhenTheAnswerDoesNotFollowTheSchema() {
        provider.fails(CHAT, Fault.status(200, Map.of(), "{\"choices\":[{\"message\":{\"content\":\"{}\"}}]}"));
        TestNote note = recorded(aNote().saying(text));

        assertThat(worker.awaitEnriched(account, 1).vector()).isTrue();
        assertThat(providerOf(note)).isEqualTo("in-jvm");
    }

    @Test
    void asksOnceForTheSameInputOfOneAccount() {
        recorded(aNote().saying(text));
        worker.awaitEnriched(account, 1);
        recorded(aNote().saying(text));
        worker.awaitEnriched(account, 2);

        assertThat(provider.asked(CHAT, mark)).hasSize(1);
    }

    @Test
    void asksForEachAccountOnItsOwn() {
        recorded(aNote().saying(text));
        worker.awaitEnriched(account, 1);
        UUID other = worker.account(EnrichmentMode.ON);
        TestNote same = aNote().saying(text);
        worker.note(same);
        worker.say(same.recorded(other));
        worker.awaitEnriched(other, 1);

        assertThat(provider.asked(CHAT, mark)).hasSize(2);
    }

    static List<Named<Fault>> faults() {
        String nowInHttp = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        return List.of(
                Named.of(
                        "429 with seconds",
                        Fault.status(429, Map.of("Retry-After", "1"), "{\"error\":{\"code\":429}}")),
                Named.of("429 with a date", Fault.status(429, Map.of("Retry-After", nowInHttp), "{}")),
                Named.of("402", Fault.status(402, Map.of(), "{\"error\":{\"code\":402}}")),
                Named.of("401", Fault.status(401, Map.of(), "{\"error\":{\"code\":401}}")),
                Named.of("503", Fault.status(503, Map.of(), "{\"error\":{\"code\":503}}")),
                Named.of("an error inside a 200", Fault.errorInside200()),
                Named.of("no JSON", Fault.status(200, Map.of(), "<html>busy</html>")),
                Named.of("JSON that breaks off", Fault.status(200, Map.of(), "{\"choices\":[{\"mess")),
                Named.of("nothing at all", Fault.status(200, Map.of(), "")),
                Named.of("another schema", Fault.completion("stop", "{\"people\":[]}")),
                Named.of("an answer cut off at its longest", Fault.completion("length", "{\"schema_version\":\"1\",")),
                Named.of("a refusal", Fault.completion("content_filter", "")),
                Named.of("a connection that breaks", Fault.reset()),
                Named.of("an answer without end", Fault.flood()),
                Named.of("an answer that drips", Fault.drip()),
                Named.of("no answer", Fault.hang()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void readsTheNoteInsideThisJvmWhateverTheProviderDoesAndLosesNothing(Fault fault) {
        provider.fails(CHAT, fault);
        provider.fails(EMBEDDINGS, fault);

        TestNote note = recorded(aNote().saying(text));

        InteractionEnriched said = worker.awaitEnriched(account, 1);
        assertThat(said.facts()).isTrue();
        assertThat(said.vector()).isFalse();
        assertThat(providerOf(note)).isEqualTo("in-jvm");
        assertThat(worker.vector(account, note.id(), 1).status()).isEqualTo(404);
        EnrichmentFailed failed = awaitFailure();
        assertThat(failed.interactionId()).isEqualTo(note.id());
        assertThat(failed.nextAttemptAt()).isAfter(Instant.now().minusSeconds(5));

        provider.recovers();
        closeBreakers();

        assertThat(worker.awaitEnriched(account, 2).vector()).isTrue();
        assertThat(worker.vector(account, note.id(), 1).status()).isEqualTo(200);
        assertThat(worker.enrichment(account, note.id(), 1).status()).isEqualTo(200);
    }

    @Test
    void keepsWhatEachCallCostAndWhatAnsweredIt() {
        recorded(aNote().saying(text));
        worker.awaitEnriched(account, 1);
        worker.embed(account, "{\"texts\":[\"harbour " + mark + "\"]}");

        assertThat(calls())
                .containsExactlyInAnyOrder(
                        "facts test/extractor openai:test/extractor:prompt-1 100 50 0.0010000000",
                        "vector test/embedder null 10 0 0.0000100000",
                        "query test/embedder null 10 0 0.0000100000",
                        "query test/embedder null 10 0 0.0000100000");
    }

    @Test
    void keepsTheCostOfAnswersThatCouldNotBeUsedAndNothingOfCallsWithoutAny() {
        provider.fails(CHAT, Fault.completion("stop", "{}"));
        recorded(aNote().saying(text));
        worker.awaitEnriched(account, 1);
        provider.fails(CHAT, Fault.status(503, Map.of(), "{}"));
        recorded(aNote().saying(text + " Once more."));
        worker.awaitEnriched(account, 2);

        assertThat(calls().stream().filter(call -> call.startsWith("facts")))
                .containsExactly("facts test/extractor openai:test/extractor:prompt-1 200 100 0.0020000000");
    }

    /** Whoever switches to this machine alone takes along what still waits for the provider. */
    @Test
    void makesAVectorHereThatTheProviderStillOwedWhenTheAccountWishesSo() {
        provider.fails(EMBEDDINGS, Fault.status(503, Map.of(), "{}"));
        TestNote note = recorded(aNote().saying(text));
        assertThat(worker.awaitEnriched(account, 1).vector()).isFalse();

        worker.changes(account, EnrichmentMode.LOCAL_ONLY);

        assertThat(worker.awaitEnriched(account, 2).vector()).isTrue();
        assertThat(worker.vector(account, note.id(), 1).body().path("model").asString())
                .isEqualTo("e5-small-v2-q");
    }

    /** Everything that is sent, compared with what may be: member by member, value by value. */
    @Test
    void sendsTheProviderNothingButTheNoteAndWhoItNames() {
        UUID zelda = UUID.randomUUID();
        worker.contactNames(contact(zelda, "Zelda", "Quimby") + "," + contact(UUID.randomUUID(), "Bertram", "Wolff"));
        TestNote note = recorded(aNote().saying(text).with(zelda, "Zelda Quimby", "typed"));
        worker.awaitEnriched(account, 1);

        JsonNode chat = provider.asked(CHAT, mark).getFirst().body();
        JsonNode user = JSON.readTree(chat.at("/messages/1/content").asString());
        assertThat(chat.propertyNames())
                .containsExactlyInAnyOrder(
                        "model", "provider", "usage", "temperature", "max_tokens", "messages", "response_format");
        assertThat(user.toString()).isEqualTo("""
                {"note":"%s","written_at":"2026-05-12T20:30+02:00","time_zone":"Europe/Vienna",\
                "today":{"date":"2026-05-12","weekday":"Tuesday"},"day_first":null,\
                "contacts":[{"id":"c1","first_name":"Zelda","last_name":"Quimby","nicknames":[]}]}""".formatted(text));
        JsonNode embedding = provider.asked(EMBEDDINGS, mark).getFirst().body();
        assertThat(embedding.toString()).isEqualTo("""
                {"model":"test/embedder","provider":{"data_collection":"deny","zdr":true},"usage":{"include":true},\
                "encoding_format":"float","input":["Zelda Quimby: %s"]}""".formatted(text));
        assertThat(provider.headers())
                .isSubsetOf("Authorization", "Content-type", "Accept", "Content-length", "Host", "User-agent");
        assertThat(provider.everythingAsked())
                .doesNotContain(account.toString(), note.id().toString(), zelda.toString(), "Bertram", "Wolff");
    }

    @Test
    void makesTheVectorWhenTheProviderIsBack() {
        provider.fails(EMBEDDINGS, Fault.status(503, Map.of(), "{}"));
        TestNote note = recorded(aNote().saying(text));
        assertThat(worker.awaitEnriched(account, 1).vector()).isFalse();
        awaitFailure();

        provider.recovers();

        InteractionEnriched said = worker.awaitEnriched(account, 2);
        assertThat(said.facts()).isTrue();
        assertThat(said.vector()).isTrue();
        assertThat(worker.vector(account, note.id(), 1).status()).isEqualTo(200);
    }

    @Test
    void saysEachNextAttemptOnce() {
        provider.fails(EMBEDDINGS, Fault.status(503, Map.of(), "{}"));
        recorded(aNote().saying(text));
        await().atMost(Duration.ofSeconds(20)).until(() -> failures().size() >= 3);

        assertThat(failures().stream().map(EnrichmentFailed::nextAttemptAt)).doesNotHaveDuplicates();
    }

    @Test
    void stopsAskingForADeletedNote() {
        provider.fails(EMBEDDINGS, Fault.status(503, Map.of(), "{}"));
        TestNote note = recorded(aNote().saying(text));
        worker.awaitEnriched(account, 1);
        worker.note(note.gone());
        worker.say(InteractionDeleted.of(account, note.id(), 2));
        await().until(() -> worker.enrichment(account, note.id(), 1).status() == 404);
        int before = failures().size();

        provider.recovers();

        await().during(Duration.ofSeconds(1)).until(() -> failures().size() <= before + 1);
        assertThat(worker.vector(account, note.id(), 1).status()).isEqualTo(404);
    }

    @Test
    void embedsAQueryAtTheProviderAndAsksOnceForIt() {
        RunningWorker.Answer first = worker.embed(account, "{\"texts\":[\"who was at the harbour " + mark + "\"]}");
        RunningWorker.Answer second = worker.embed(account, "{\"texts\":[\"who was at the harbour " + mark + "\"]}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("model").asString()).isEqualTo("test/embedder");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(provider.asked(EMBEDDINGS, mark)).hasSize(1);
    }

    @Test
    void answers503WhenAQueryVectorTakesTooLong() {
        provider.fails(EMBEDDINGS, Fault.hang());
        Instant asked = Instant.now();

        RunningWorker.Answer answer = worker.embed(account, "{\"texts\":[\"harbour\"]}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("code").asString()).isEqualTo("dependency-unavailable");
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    /** An open breaker lets nobody ask for half a minute: longer than a test may take. */
    private static void closeBreakers() {
        worker.bean(CircuitBreakerRegistry.class).getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    private List<String> calls() {
        List<String> calls = new ArrayList<>();
        try (Connection connection = worker.database.superuser();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT concat_ws(' ', purpose, model, coalesce(engine, 'null'), input_tokens, output_tokens, cost)
                        FROM enrichment.provider_call WHERE user_id = ?""")) {
            select.setObject(1, account);
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                calls.add(rows.getString(1));
            }
            return calls;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestNote recorded(TestNote note) {
        worker.note(note);
        worker.say(note.recorded(account));
        return note;
    }

    private String providerOf(TestNote note) {
        return worker.enrichment(account, note.id(), note.version())
                .body()
                .path("provider")
                .asString();
    }

    private List<EnrichmentFailed> failures() {
        return worker.events.heard(EnrichmentFailed.class, account);
    }

    private EnrichmentFailed awaitFailure() {
        await().atMost(Duration.ofSeconds(20)).until(() -> !failures().isEmpty());
        return failures().getFirst();
    }

    private static String contact(UUID id, String firstName, String lastName) {
        return "{\"id\":\"%s\",\"firstName\":\"%s\",\"lastName\":\"%s\",\"nickname\":null,\"displayName\":\"%s %s\",\"relationToMe\":null}"
                .formatted(id, firstName, lastName, firstName, lastName);
    }
}
