package org.memoro.contacts.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.contacts.AnExtraction.APerson.aPerson;
import static org.memoro.contacts.Owner.uuid;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.contacts.AnExtraction;
import org.memoro.contacts.Owner;
import org.memoro.contacts.RunningService;
import org.memoro.events.AccountDeleted;
import org.memoro.events.ContactChanged;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.events.InteractionRecorded;
import org.memoro.events.MemoroEvent;
import tools.jackson.databind.JsonNode;

class FollowNoteTests {
    private final Owner owner = new Owner();
    private final JsonNode anna = owner.writesDown("Anna", "Petrova");
    private final UUID note = UUID.randomUUID();

    private static void says(MemoroEvent event) {
        RunningService.shared().events.say(event);
    }

    private void awaitsLastInteraction(String day) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        owner.reads(anna).get("lastInteractionOn").asString(""))
                .isEqualTo(day));
    }

    @Test
    void knowsWhenSomebodyWasMetWithoutUnderstandingTheNote() {
        owner.hasNote(note, 1, "2026-11-18", uuid(anna), UUID.randomUUID());

        says(InteractionRecorded.of(owner.account, note, 1, false));

        awaitsLastInteraction("2026-11-18");
        assertThat(owner.awaits(ContactChanged.class, 2))
                .extracting(ContactChanged::contactId)
                .containsOnly(uuid(anna));
    }

    @Test
    void followsWhenTheNoteMovesOrLosesAParticipant() {
        owner.hasNote(note, 1, "2026-11-18", uuid(anna));
        says(InteractionRecorded.of(owner.account, note, 1, false));
        awaitsLastInteraction("2026-11-18");

        owner.hasNote(note, 2, "2026-11-16", uuid(anna));
        says(InteractionRecorded.of(owner.account, note, 2, false));
        awaitsLastInteraction("2026-11-16");

        owner.hasNote(note, 2, "2026-11-16");
        says(InteractionParticipantsChanged.of(owner.account, note, 2));
        awaitsLastInteraction("");
    }

    @Test
    void forgetsADeletedNote() {
        owner.hasNote(note, 1, "2026-11-18", uuid(anna));
        says(InteractionRecorded.of(owner.account, note, 1, false));
        awaitsLastInteraction("2026-11-18");

        owner.deletesNote(note, 2);

        awaitsLastInteraction("");
    }

    @Test
    void keepsTheDayTheNoteItselfTold() {
        owner.hasNote(note, 1, "2026-11-19");
        owner.understands(
                note,
                1,
                AnExtraction.of(aPerson("Anna Petrova").known(uuid(anna))).on("2026-11-12"));
        assertThat(owner.reads(anna).get("lastInteractionOn").asString()).isEqualTo("2026-11-12");

        owner.hasNote(note, 1, "2026-11-19", uuid(anna));
        says(InteractionParticipantsChanged.of(owner.account, note, 1));
        UUID other = UUID.randomUUID();
        owner.hasNote(other, 1, "2026-11-10", uuid(anna));
        says(InteractionRecorded.of(owner.account, other, 1, false));

        awaitsLastInteraction("2026-11-12");
    }

    @Test
    void forgetsADeletedAccountCompletely() throws Exception {
        owner.understands(AnExtraction.of(aPerson("Rosa Winter").family("brother", "Max", 0.9)));

        says(AccountDeleted.of(owner.account));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(owner.finds("")).isEmpty());
        try (var connection = RunningService.shared().database.superuser();
                var statement = connection.createStatement()) {
            for (String table : new String[] {
                "contact",
                "fact",
                "note",
                "typed_participant",
                "relationship",
                "contact_merge",
                "idempotent_request",
                "outbox"
            }) {
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM contact." + table + " WHERE user_id = '" + owner.account + "'");
                rows.next();
                assertThat(rows.getInt(1)).as(table).isZero();
            }
        }
    }
}
