package org.memoro.contacts.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.contacts.AnExtraction.APerson.aPerson;
import static org.memoro.contacts.Owner.body;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.path;
import static org.memoro.contacts.Owner.uuid;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.contacts.AnExtraction;
import org.memoro.contacts.Owner;
import org.memoro.contacts.RunningService;
import org.memoro.events.AccountDeleted;
import org.memoro.events.InteractionRecorded;
import org.memoro.testkit.AccountFootprint;
import tools.jackson.databind.JsonNode;

@Tag("security")
class ForgetAccountTests {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final RunningService service = RunningService.shared();
    private final Owner leaving = new Owner();
    private final Owner staying = new Owner();

    @Test
    void leavesNothingOfADeletedAccountAndEverythingOfOthers() {
        hasEverything(leaving);
        hasEverything(staying);
        Map<String, String> before = footprint(staying);
        AccountFootprint.requireEverywhere(service.database, "contact", leaving.account, "outbox");

        forget(leaving);

        assertThat(footprint(leaving)).isEmpty();
        assertThat(footprint(staying)).isEqualTo(before);
    }

    @Test
    void bringsNothingBackWhenAllOldEventsAreHeardAgain() {
        hasEverything(leaving);
        forget(leaving);

        int said = service.events.sayAllAgain(leaving.account);
        hasEverything(new Owner());

        assertThat(said).isGreaterThan(2);
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> footprint(leaving)
                .isEmpty());
    }

    @Test
    void takesNoFactsThatWereBeingSettledWhenTheAccountWent() {
        UUID note = leaving.understands(AnExtraction.of(aPerson("Anna Petrova")));
        forget(leaving);

        leaving.understandsTooLate(note, 1, AnExtraction.of(aPerson("Anna Petrova"), aPerson("Mia")));
        new Owner().understands(AnExtraction.of(aPerson("Somebody Else")));

        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> footprint(leaving)
                .isEmpty());
    }

    @Test
    void refusesAWriterWhoseTokenIsStillGood() {
        leaving.writesDown("Anna", null);
        forget(leaving);

        JsonNode problem = body(leaving.posts("/api/v1/contacts", Map.of("firstName", "Late"))
                .expectStatus()
                .isUnauthorized());

        assertThat(problem.get("code").asString()).isEqualTo("not-signed-in");
        assertThat(footprint(leaving)).isEmpty();
    }

    @Test
    void everyTableIsGuarded() {
        assertThat(AccountFootprint.unguarded(service.database, "contact")).isEmpty();
    }

    private void hasEverything(Owner owner) {
        JsonNode anja = body(owner.client()
                .post()
                .uri("/api/v1/contacts")
                .header("Idempotency-Key", "1")
                .bodyValue(Map.of("firstName", "Anja"))
                .exchange()
                .expectStatus()
                .isCreated());
        JsonNode anna = owner.writesDown("Anna", "Petrova");
        owner.posts(path(anna) + "/relationships", Map.of("relation", "friend", "name", "Rosa Winter"));
        owner.posts(path(anja) + "/merge", Map.of("intoId", id(anna)))
                .expectStatus()
                .isOk();
        UUID note = UUID.randomUUID();
        owner.hasNote(note, 1, "2026-11-19", uuid(anna));
        service.events.say(InteractionRecorded.of(owner.account, note, 1, false));
        await().atMost(SOON).until(() -> footprint(owner).containsKey("typed_participant"));
        owner.understands(note, 1, AnExtraction.of(aPerson("Mia Winter").news("Mia has a dog")));
    }

    private void forget(Owner owner) {
        service.events.say(AccountDeleted.of(owner.account));
        await().atMost(SOON).until(() -> footprint(owner).isEmpty());
    }

    private Map<String, String> footprint(Owner owner) {
        return AccountFootprint.of(service.database, "contact", owner.account);
    }
}
