package org.memoro.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.embedding.TestNote.aNote;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.memoro.embedding.RunningWorker.Answer;
import org.memoro.events.AccountDeleted;
import org.memoro.events.InteractionDeleted;
import org.memoro.events.InteractionEnriched;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.internaltokens.EnrichmentMode;
import tools.jackson.databind.JsonNode;

/** The way of a note without any provider: everything inside this JVM. */
class UnderstandingTests {
    private static RunningWorker worker;

    private final UUID account = worker.account(EnrichmentMode.ON);

    @BeforeAll
    static void start() {
        worker = RunningWorker.start();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @Test
    void readsFactsAndMakesAVectorOfARecordedNote() {
        TestNote note = aNote();
        worker.note(note);

        worker.say(note.recorded(account));

        InteractionEnriched said = worker.awaitEnriched(account, 1);
        assertThat(said.interactionId()).isEqualTo(note.id());
        assertThat(said.facts()).isTrue();
        assertThat(said.vector()).isTrue();
        assertThat(worker.vector(account, note.id(), 1)
                        .body()
                        .path("dimensions")
                        .asInt())
                .isEqualTo(384);
        assertThat(worker.enrichment(account, note.id(), 1)
                        .body()
                        .path("provider")
                        .asString())
                .isEqualTo("in-jvm");
    }

    @Test
    void saysThatANoteInAnotherLanguageGaveOnlyNamesAndDates() {
        TestNote note = understood(aNote().saying("Gestern mit Anna Petrova Kaffee getrunken, sie ist schwanger."));

        assertThat(worker.enrichment(account, note.id(), 1).body().path("model").asString())
                .endsWith("-names-and-dates");
    }

    @Test
    void handsOutWhatItReadInTheExtractionSchema() {
        TestNote note = understood(aNote());

        Answer answer = worker.read(account, "/api/v1/interactions/" + note.id() + "/enrichment");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder("schema_version", "interaction_date", "place", "people");
        assertThat(answer.body().path("people").path(0).path("mention").asString())
                .isEqualTo("Anna Petrova");
        assertThat(answer.raw().headers().firstValue("ETag")).hasValue("\"1\"");
    }

    @Test
    void linksKnownContactsByTheirRealIds() {
        UUID anna = UUID.randomUUID();
        worker.contactNames("{\"id\":\"" + anna + "\",\"firstName\":\"Anna\",\"lastName\":\"Petrova\","
                + "\"nickname\":null,\"displayName\":\"Anna Petrova\",\"relationToMe\":null}");
        TestNote note = understood(aNote());
        worker.contactNames("");

        Answer answer = worker.read(account, "/api/v1/interactions/" + note.id() + "/enrichment");

        assertThat(answer.body().at("/people/0/contact_match/contact_id").asString())
                .isEqualTo(anna.toString());
        assertThat(worker.vector(account, note.id(), 1).body().at("/names/0").asString())
                .isEqualTo("Anna Petrova");
    }

    @Test
    void putsTypedContactsInFrontOfTheEmbeddedText() {
        TestNote note = understood(aNote().with(UUID.randomUUID(), "Clara Novak", "typed"));

        assertThat(worker.vector(account, note.id(), 1).body().at("/names").toString())
                .isEqualTo("[\"Clara Novak\"]");
    }

    @Test
    void understandsAnEditedNoteAgain() {
        TestNote note = understood(aNote());
        TestNote edited = note.saying("Phoned Boris Novak about the trip.").inVersion(2);
        worker.note(edited);

        worker.say(edited.recorded(account));

        assertThat(worker.awaitEnriched(account, 2).version()).isEqualTo(2);
        assertThat(worker.enrichment(account, note.id(), 1).status()).isEqualTo(404);
        assertThat(worker.enrichment(account, note.id(), 2).status()).isEqualTo(200);
        assertThat(worker.vector(account, note.id(), 1).status()).isEqualTo(404);
    }

    @Test
    void saysNothingTwiceForOneVersionUnlessAskedToTryAgain() {
        TestNote note = understood(aNote());

        worker.say(note.recorded(account));
        worker.say(note.again(account));

        worker.awaitEnriched(account, 2);
        await().during(Duration.ofMillis(500))
                .until(() -> worker.enriched(account).size() == 2);
    }

    @Test
    void embedsAgainWhenTheNamesInFrontChange() {
        UUID contact = UUID.randomUUID();
        TestNote note = understood(aNote().with(contact, "Clara Novak", "typed"));
        String before =
                worker.vector(account, note.id(), 1).body().path("vector").asString();
        worker.note(note.with(contact, "Clara Fischer", "typed"));

        worker.say(InteractionParticipantsChanged.of(account, note.id(), 1));

        InteractionEnriched said = worker.awaitEnriched(account, 2);
        assertThat(said.facts()).isFalse();
        Answer vector = worker.vector(account, note.id(), 1);
        assertThat(vector.body().at("/names/0").asString()).isEqualTo("Clara Fischer");
        assertThat(vector.body().path("vector").asString()).isNotEqualTo(before);
    }

    @Test
    void leavesTheVectorAloneWhenTheNamesAreTheSame() {
        TestNote note = understood(aNote().with(UUID.randomUUID(), "Clara Novak", "typed"));

        worker.say(InteractionParticipantsChanged.of(account, note.id(), 1));
        worker.say(note.again(account));

        assertThat(worker.awaitEnriched(account, 2).facts()).isTrue();
        assertThat(worker.enriched(account)).hasSize(2);
    }

    @Test
    void forgetsADeletedNoteAndLetsNoLateEventBringItBack() {
        TestNote note = understood(aNote());
        worker.note(note.gone());

        worker.say(InteractionDeleted.of(account, note.id(), 2));
        await().until(() -> worker.vector(account, note.id(), 1).status() == 404);
        worker.note(note);
        worker.say(note.again(account));

        await().during(Duration.ofMillis(500))
                .until(() -> worker.vector(account, note.id(), 1).status() == 404);
        assertThat(worker.enriched(account)).hasSize(1);
    }

    @Test
    void understandsARestoredNote() {
        TestNote note = understood(aNote());
        worker.say(InteractionDeleted.of(account, note.id(), 2));
        TestNote restored = note.inVersion(3);
        worker.note(restored);

        worker.say(restored.recorded(account));

        assertThat(worker.awaitEnriched(account, 2).version()).isEqualTo(3);
        assertThat(worker.enrichment(account, note.id(), 3).status()).isEqualTo(200);
    }

    @Test
    void forgetsADeletedAccountForGood() {
        TestNote note = understood(aNote());

        worker.say(AccountDeleted.of(account));
        await().until(() -> worker.vector(account, note.id(), 1).status() == 404);
        TestNote late = aNote();
        worker.note(late);
        worker.say(late.recorded(account));

        await().during(Duration.ofMillis(500))
                .until(() -> worker.vector(account, late.id(), 1).status() == 404);
    }

    @Test
    void onlyEmbedsForAnAccountThatWantsNoFacts() {
        UUID off = worker.account(EnrichmentMode.OFF);
        TestNote note = aNote();
        worker.note(note);

        worker.say(note.recorded(off));

        InteractionEnriched said = worker.awaitEnriched(off, 1);
        assertThat(said.facts()).isFalse();
        assertThat(said.vector()).isTrue();
        assertThat(worker.enrichment(off, note.id(), 1).status()).isEqualTo(404);
    }

    @Test
    void waitsForANeighbourThatIsDown() {
        TestNote note = aNote();
        worker.note(note);
        worker.contacts.on("GET", "/internal/v1/contacts/names", 503, "{}");
        worker.say(note.recorded(account));
        await().during(Duration.ofSeconds(1))
                .until(() -> worker.enriched(account).isEmpty());

        worker.contactNames("");

        assertThat(worker.awaitEnriched(account, 1).facts()).isTrue();
    }

    @Test
    void letsANewerVersionWinOverALateOlderOne() {
        TestNote note = aNote().inVersion(2);
        worker.note(note);
        worker.say(note.recorded(account));
        worker.awaitEnriched(account, 1);

        worker.say(note.inVersion(1).again(account));
        worker.say(note.again(account));

        assertThat(worker.awaitEnriched(account, 2).version()).isEqualTo(2);
        assertThat(worker.enriched(account)).hasSize(2);
    }

    @Test
    void readsTheNoteOfTheIssue() {
        TestNote note = understood(aNote().saying("Had coffee with Anna Petrova at Café Sperl in Vienna yesterday. Her "
                + "daughter Mia just started school and Anna is moving to Graz in May; her birthday is on 3 March."));

        JsonNode read = worker.read(account, "/api/v1/interactions/" + note.id() + "/enrichment")
                .body();

        assertThat(read.at("/interaction_date/date").asString()).isEqualTo("2026-05-11");
        assertThat(read.at("/place/city").asString()).isEqualTo("Vienna");
        assertThat(read.at("/people/0/birthday/month").asInt()).isEqualTo(3);
        assertThat(read.at("/people/0/family_members/0/name").asString()).isEqualTo("Mia");
    }

    @Test
    void skipsANoteThatWasNeverThere() {
        TestNote missing = aNote();
        TestNote there = aNote();
        worker.note(there);

        worker.say(missing.recorded(account));
        worker.say(there.recorded(account));

        assertThat(worker.awaitEnriched(account, 1).interactionId()).isEqualTo(there.id());
    }

    private TestNote understood(TestNote note) {
        worker.note(note);
        worker.say(note.recorded(account));
        worker.awaitEnriched(account, 1);
        return note;
    }
}
