package org.memoro.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.embedding.TestNote.aNote;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.memoro.embedding.RunningWorker.Answer;
import org.memoro.embedding.spending.Budget;
import org.memoro.events.EnrichmentFailed;
import org.memoro.events.InteractionEnriched;
import org.memoro.internaltokens.EnrichmentMode;
import reactor.core.publisher.Flux;

/** An account that has used up its month. */
class BudgetTests {
    private static ProviderStub provider;
    private static RunningWorker worker;

    private final UUID spender = worker.account(EnrichmentMode.ON);

    @BeforeAll
    static void start() {
        provider = ProviderStub.start();
        worker = RunningWorker.start(
                provider.args(), ProviderTests.QUICK, new String[] {"--memoro.ai.monthly-budget=0.001005"});
    }

    @AfterAll
    static void stop() {
        worker.close();
        provider.close();
    }

    @Test
    void isReadInsideThisJvmAndHoldsUpNobodyElse() {
        understand(spender, aNote().saying("Lunch with Zelda Quimby."));
        TestNote second = aNote().saying("Lunch with Zelda Quimby again.");

        assertThat(understand(spender, second).vector()).isFalse();

        assertThat(worker.enrichment(spender, second.id(), 1)
                        .body()
                        .path("provider")
                        .asString())
                .isEqualTo("in-jvm");
        await().until(() -> !failures().isEmpty());
        assertThat(failures().getFirst().code()).isEqualTo("budget-exhausted");
        assertThat(failures().getFirst().nextAttemptAt())
                .isAfter(Clock.systemUTC().instant());
        assertThat(worker.embed(spender, "{\"texts\":[\"harbour\"]}").status()).isEqualTo(503);
        assertThat(understand(worker.account(EnrichmentMode.ON), aNote()).vector())
                .isTrue();
        await().during(Duration.ofSeconds(1)).until(() -> failures().size() == 1);
    }

    @Test
    void letsOnlyOneOfManyNotesHaveTheLastOfIt() {
        Budget budget = worker.bean(Budget.class);

        List<UUID> calls = Flux.range(0, 20)
                .flatMap(each -> budget.reserve(spender), 20)
                .collectList()
                .block(Duration.ofSeconds(30));

        assertThat(calls).hasSize(1);
        assertThat(budget.reserve(spender).blockOptional()).isEmpty();
        assertThat(budget.reserve(worker.account(EnrichmentMode.ON)).blockOptional())
                .isPresent();
        budget.release(spender, calls.getFirst()).block();
        assertThat(budget.reserve(spender).blockOptional()).isPresent();
    }

    @Test
    void findsEveryAnsweredCallInItsExport() {
        InteractionEnriched understood = understand(spender, aNote().saying("Lunch with Zelda Quimby."));
        worker.bean(Budget.class).reserve(worker.account(EnrichmentMode.ON)).block();

        assertThat(understood.vector()).isTrue();
        Answer calls = export(spender, "provider-calls.json");
        assertThat(calls.body().valueStream().map(call -> call.path("purpose").asString()))
                .containsExactlyInAnyOrder("facts", "vector");
        assertThat(calls.body().valueStream())
                .allSatisfy(
                        call -> assertThat(call.path("inputTokens").asLong()).isPositive())
                .allSatisfy(call -> assertThat(call.path("model").asString()).isNotEmpty());
        assertThat(export(spender, "extractions.json")
                        .body()
                        .path(0)
                        .path("interactionId")
                        .asString())
                .isEqualTo(understood.interactionId().toString());
        assertThat(export(worker.account(EnrichmentMode.ON), "provider-calls.json")
                        .body())
                .isEmpty();
        assertThat(worker.read(spender, "/internal/v1/export/provider-calls.json")
                        .status())
                .isEqualTo(403);
    }

    private static Answer export(UUID account, String file) {
        return worker.get(
                "/internal/v1/export/" + file,
                worker.gateway.workToken(account, "embedding-worker", "gateway", "export"));
    }

    private InteractionEnriched understand(UUID account, TestNote note) {
        int before = worker.enriched(account).size();
        worker.note(note);
        worker.say(note.recorded(account));
        return worker.awaitEnriched(account, before + 1);
    }

    private List<EnrichmentFailed> failures() {
        return worker.events.heard(EnrichmentFailed.class, spender);
    }
}
