package org.memoro.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.embedding.TestNote.aNote;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.internaltokens.EnrichmentMode;

/** The same image as embedder of searches only, and as consumer only. */
class RolesTests {

    @Test
    void embedsSearchesWithoutHearingOfNotes() {
        try (RunningWorker worker = started("--memoro.embedding-worker.consume=false")) {
            UUID account = worker.account(EnrichmentMode.ON);
            TestNote note = aNote();
            worker.note(note);
            worker.say(note.recorded(account));

            assertThat(worker.embed(account, "{\"texts\":[\"harbour\"]}").status())
                    .isEqualTo(200);
            await().during(Duration.ofSeconds(2))
                    .until(() -> worker.enriched(account).isEmpty());
        }
    }

    @Test
    void hearsOfNotesWithoutEmbeddingSearches() {
        try (RunningWorker worker = started("--memoro.embedding-worker.embed-queries=false")) {
            UUID account = worker.account(EnrichmentMode.ON);
            TestNote note = aNote();
            worker.note(note);
            worker.say(note.recorded(account));

            assertThat(worker.awaitEnriched(account, 1).vector()).isTrue();
            assertThat(worker.embed(account, "{\"texts\":[\"harbour\"]}").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void isReadyOnceItsModelsAreLoaded() {
        try (RunningWorker worker = started()) {
            await().until(() -> worker.manage("/actuator/health/readiness").status() == 200);

            assertThat(worker.manage("/actuator/health/liveness").status()).isEqualTo(200);
        }
    }

    private static RunningWorker started(String... settings) {
        return RunningWorker.start(settings);
    }
}
