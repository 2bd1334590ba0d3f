package org.memoro.interactions.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.events.AccountDeleted;
import org.memoro.events.ContactDeleted;
import org.memoro.events.InteractionIndexed;
import org.memoro.events.InteractionRecorded;
import org.memoro.interactions.Author;
import org.memoro.interactions.RunningService;
import org.memoro.testkit.AccountFootprint;
import tools.jackson.databind.JsonNode;

@Tag("security")
class ForgetAccountTests {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final RunningService service = RunningService.shared();
    private final Author leaving = Author.of(service);
    private final Author staying = Author.of(service);

    @Test
    void leavesNothingOfADeletedAccountAndEverythingOfOthers() {
        hasEverything(leaving);
        hasEverything(staying);
        Map<String, String> before = footprint(staying);
        AccountFootprint.requireEverywhere(service.database, "interaction", leaving.account, "outbox");

        forget(leaving);

        assertThat(footprint(leaving)).isEmpty();
        assertThat(footprint(staying)).isEqualTo(before);
    }

    @Test
    void bringsNothingBackWhenAllOldEventsAreHeardAgain() {
        hasEverything(leaving);
        UUID known = leaving.knows("Anna");
        RunningService.events().say(ContactDeleted.of(leaving.account, known, 2));
        forget(leaving);

        int said = RunningService.events().sayAllAgain(leaving.account);
        RunningService.events().say(InteractionIndexed.of(leaving.account, UUID.randomUUID(), 1));
        hearsTheRest();

        assertThat(said).isGreaterThan(2);
        assertThat(footprint(leaving)).isEmpty();
    }

    @Test
    void refusesAWriterWhoseTokenIsStillGood() {
        hasEverything(leaving);
        forget(leaving);

        JsonNode problem = Author.body(
                leaving.sends(Map.of("notes", "too late")).expectStatus().isUnauthorized());

        assertThat(problem.get("code").asString()).isEqualTo("not-signed-in");
        assertThat(footprint(leaving)).isEmpty();
    }

    @Test
    void everyTableIsGuarded() {
        assertThat(AccountFootprint.unguarded(service.database, "interaction")).isEmpty();
    }

    private void hasEverything(Author author) {
        UUID anna = author.knows("Anna");
        JsonNode note = Author.body(author.client()
                .post()
                .uri(Author.NOTES)
                .header("Idempotency-Key", "1")
                .bodyValue(Map.of("notes", "Tea", "contactIds", new UUID[] {anna}))
                .exchange()
                .expectStatus()
                .isCreated());
        author.caused(InteractionRecorded.class, 1);
        RunningService.events().say(InteractionIndexed.of(author.account, Author.uuid(note), 1));
        author.sees(note, seen -> seen.at("/enrichment/searchable").asBoolean());
    }

    private void forget(Author author) {
        RunningService.events().say(AccountDeleted.of(author.account));
        await().atMost(SOON).until(() -> footprint(author).isEmpty());
    }

    /** One event of each topic, on every partition's way: what was said before is handled. */
    private void hearsTheRest() {
        hasEverything(Author.of(service));
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> footprint(leaving)
                .isEmpty());
    }

    private Map<String, String> footprint(Author author) {
        return AccountFootprint.of(service.database, "interaction", author.account);
    }
}
