package org.memoro.interactions.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.interactions.Author.body;
import static org.memoro.interactions.Author.id;
import static org.memoro.interactions.Author.names;
import static org.memoro.interactions.Author.state;
import static org.memoro.interactions.Author.uuid;
import static org.memoro.interactions.Author.version;
import static org.memoro.interactions.Problems.expectProblem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.memoro.events.EnrichmentFailed;
import org.memoro.events.FactsApplied;
import org.memoro.events.InteractionEnriched;
import org.memoro.events.InteractionIndexed;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.events.InteractionRecorded;
import org.memoro.events.MemoroEvent;
import org.memoro.interactions.Author;
import org.memoro.interactions.RunningService;
import org.memoro.internaltokens.EnrichmentMode;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class EnrichmentTests {
    private static final Instant NEXT = Instant.parse("2026-11-20T12:00:30Z");

    private final RunningService service = RunningService.shared();
    private final Author author = Author.of(service);
    private final UUID anna = UUID.randomUUID();
    private final UUID mia = UUID.randomUUID();

    @Nested
    class WhenFactsAreApplied {
        @Test
        void isDoneAndShowsWhoWasRecognised() {
            JsonNode note = author.writes("Tea with Anna, whose Mia started school");
            understood(note, 1, participant(anna, "Anna") + "," + mentioned(mia, "Mia"));

            JsonNode done = author.sees(note, seen -> state(seen).equals("done"));

            assertThat(names(done)).containsExactly("Anna");
            assertThat(done.at("/mentioned/0/displayName").asString()).isEqualTo("Mia");
            assertThat(done.at("/enrichment/provider").asString()).isEqualTo("offline");
            assertThat(done.at("/enrichment/model").asString()).isEqualTo("opennlp-1");
            assertThat(done.get("version").asLong()).isEqualTo(1);
            assertThat(author.lists("?contactId=" + mia).get("items").size()).isEqualTo(1);
            author.caused(InteractionParticipantsChanged.class, 1);
        }

        @Test
        void keepsTypedContactsBesideTheRecognised() {
            UUID ben = author.knows("Ben");
            JsonNode note = author.writes("Tea with Anna", Map.of("contactIds", new UUID[] {ben}));
            understood(note, 1, participant(anna, "Anna") + "," + mentioned(ben, "Benjamin"));

            JsonNode done = author.sees(note, seen -> state(seen).equals("done"));

            assertThat(names(done)).containsExactly("Benjamin", "Anna");
            assertThat(done.get("contactIds").valueStream().map(JsonNode::asString))
                    .containsExactly(ben.toString());
        }

        @Test
        void takesThePersonOutWhoseFactWasUndone() {
            JsonNode note = author.writes("Tea with Anna");
            understood(note, 1, participant(anna, "Anna"));
            author.sees(note, seen -> names(seen).equals(List.of("Anna")));

            understood(note, 1, "");
            author.sees(note, seen -> names(seen).isEmpty());
            author.caused(InteractionParticipantsChanged.class, 2);
        }

        @Test
        void saysNothingWhenNothingIsDifferent() {
            JsonNode note = author.writes("Alone");
            understood(note, 1, "");
            author.sees(note, seen -> state(seen).equals("done"));

            JsonNode other = author.writes("Tea with Anna");
            understood(other, 1, participant(anna, "Anna"));

            assertThat(author.caused(InteractionParticipantsChanged.class, 1))
                    .extracting(InteractionParticipantsChanged::interactionId)
                    .containsExactly(uuid(other));
        }

        @Test
        void movesADayThatWasOnlyTheDayOfWriting() {
            JsonNode note = author.writes("Tea yesterday", Map.of("writtenAt", "2026-05-12T18:30:00Z"));
            understood(note, 1, "", "{\"date\":\"2026-05-11\"}", "null");

            JsonNode done = author.sees(note, seen -> state(seen).equals("done"));
            assertThat(done.get("occurredOn").asString()).isEqualTo("2026-05-11");
            assertThat(done.get("occurredOnSource").asString()).isEqualTo("note");

            understood(note, 1, "", "null", "null");
            JsonNode back = author.sees(
                    note, seen -> seen.get("occurredOnSource").asString().equals("default"));
            assertThat(back.get("occurredOn").asString()).isEqualTo("2026-05-12");
        }

        @Test
        void leavesATypedDayAndPlace() {
            JsonNode note = author.writes("Tea", Map.of("occurredOn", "2026-05-01", "location", "Home"));
            understood(note, 1, "", "{\"date\":\"2026-05-11\"}", "{\"name\":\"Café Sperl\",\"city\":\"Vienna\"}");

            JsonNode done = author.sees(note, seen -> state(seen).equals("done"));
            assertThat(done.get("occurredOn").asString()).isEqualTo("2026-05-01");
            assertThat(done.get("location").asString()).isEqualTo("Home");
        }

        @Test
        void givesThePlaceOfTheNote() {
            JsonNode note = author.writes("Tea at Sperl");
            understood(note, 1, "", "null", "{\"name\":\"Café Sperl\",\"city\":\"Vienna\"}");

            author.sees(note, seen -> seen.get("location").asString("").equals("Café Sperl, Vienna"));
        }

        @Test
        void doesNotMoveTheDayForADateThatIsOnlyAMonth() {
            JsonNode note = author.writes("In May", Map.of("writtenAt", "2026-05-12T18:30:00Z"));
            understood(note, 1, "", "{\"date\":\"2026-05\"}", "null");

            JsonNode done = author.sees(note, seen -> state(seen).equals("done"));
            assertThat(done.get("occurredOnSource").asString()).isEqualTo("default");
        }

        @Test
        void happensOnceHoweverOftenItIsDelivered() {
            JsonNode note = author.writes("Tea with Anna");
            neighboursKnow(note, 1, participant(anna, "Anna"), "null", "null");
            FactsApplied event = FactsApplied.of(author.account, uuid(note), 1);
            say(event, event, event);

            JsonNode done = author.sees(note, seen -> state(seen).equals("done"));
            JsonNode other = author.writes("Marker");
            understood(other, 1, "");
            author.sees(other, seen -> state(seen).equals("done"));

            assertThat(author.reads(note).at("/enrichment/updatedAt")).isEqualTo(done.at("/enrichment/updatedAt"));
        }
    }

    @Nested
    class AfterAnEdit {
        @Test
        void isPendingAgainAndKeepsWhoWasThereUntilTheNewFactsSay() {
            JsonNode note = author.writes("Tea with Anna");
            understood(note, 1, participant(anna, "Anna"));
            say(InteractionIndexed.of(author.account, uuid(note), 1));
            author.sees(note, seen -> state(seen).equals("done") && searchable(seen));

            JsonNode edited = author.edits(note, "{\"notes\":\"Tea with Mia\"}");
            assertThat(state(edited)).isEqualTo("pending");
            assertThat(searchable(edited)).isFalse();
            assertThat(edited.at("/enrichment/provider").isNull()).isTrue();
            assertThat(names(edited)).containsExactly("Anna");

            understood(note, 2, participant(mia, "Mia"));
            JsonNode done = author.sees(note, seen -> state(seen).equals("done"));
            assertThat(names(done)).containsExactly("Mia");
        }

        @Test
        void changesNothingThatIsSaidOfTheVersionBefore() {
            JsonNode note = author.writes("Tea with Anna");
            author.edits(note, "{\"notes\":\"Tea alone\"}");

            understood(note, 1, participant(anna, "Anna"));
            say(
                    InteractionEnriched.of(author.account, uuid(note), 1, true, true),
                    EnrichmentFailed.of(author.account, uuid(note), 1, "provider-unavailable", NEXT),
                    InteractionIndexed.of(author.account, uuid(note), 1));
            everythingIsHeard();

            JsonNode now = author.reads(note);
            assertThat(state(now)).isEqualTo("pending");
            assertThat(names(now)).isEmpty();
            assertThat(searchable(now)).isFalse();
        }
    }

    @Nested
    class AfterADelete {
        @Test
        void changesNothingThatComesLate() {
            JsonNode note = author.writes("Tea with Anna");
            author.deletes(note);

            understood(note, 1, participant(anna, "Anna"));
            understood(note, 2, participant(anna, "Anna"));
            say(InteractionIndexed.of(author.account, uuid(note), 2));
            everythingIsHeard();

            expectProblem(
                    author.client().get().uri(Author.NOTES + "/" + id(note)).exchange(), 404, "interaction-not-found");
        }
    }

    @Nested
    class WhenItFails {
        @Test
        void saysWhyAndWhenItIsTriedAgain() {
            JsonNode note = author.writes("Tea");
            say(EnrichmentFailed.of(author.account, uuid(note), 1, "provider-unavailable", NEXT));

            JsonNode failed = author.sees(note, seen -> state(seen).equals("failed"));
            assertThat(failed.at("/enrichment/error/code").asString()).isEqualTo("provider-unavailable");
            assertThat(failed.at("/enrichment/error/nextAttemptAt").asString()).isEqualTo(NEXT.toString());
        }

        @Test
        void isDoneOnceTheVectorIsThereToo() {
            JsonNode note = author.writes("Tea with Anna");
            understood(note, 1, participant(anna, "Anna"));
            author.sees(note, seen -> state(seen).equals("done"));
            say(EnrichmentFailed.of(author.account, uuid(note), 1, "provider-unavailable", NEXT));
            author.sees(note, seen -> state(seen).equals("failed"));

            say(InteractionEnriched.of(author.account, uuid(note), 1, true, true));
            JsonNode done = author.sees(note, seen -> state(seen).equals("done"));
            assertThat(done.at("/enrichment/error").isNull()).isTrue();
        }

        @Test
        void isDoneWhenAnotherNameBroughtTheVector() {
            JsonNode note = author.writes("Tea with Anna");
            understood(note, 1, participant(anna, "Anna"));
            author.sees(note, seen -> state(seen).equals("done"));
            say(EnrichmentFailed.of(author.account, uuid(note), 1, "provider-unavailable", NEXT));
            author.sees(note, seen -> state(seen).equals("failed"));

            say(InteractionEnriched.of(author.account, uuid(note), 1, false, true));
            author.sees(note, seen -> state(seen).equals("done"));
        }

        @Test
        void canBeTriedAgainNow() {
            JsonNode note = author.writes("Tea");
            say(EnrichmentFailed.of(author.account, uuid(note), 1, "provider-unavailable", NEXT));
            author.sees(note, seen -> state(seen).equals("failed"));

            JsonNode change = body(triesAgain(author, note).expectStatus().isAccepted());

            assertThat(change.get("interactionId").asString()).isEqualTo(id(note));
            assertThat(state(change)).isEqualTo("pending");
            assertThat(author.caused(InteractionRecorded.class, 2).getLast()).satisfies(event -> {
                assertThat(event.version()).isEqualTo(1);
                assertThat(event.retry()).isTrue();
            });
        }
    }

    @Nested
    class WhenTheAccountWantsNone {
        @Test
        void staysOffWhenOnlyAVectorWasMade() {
            JsonNode note = author.choosing(EnrichmentMode.OFF).writes("Tea with Anna");
            say(InteractionEnriched.of(author.account, uuid(note), 1, false, true));
            say(InteractionIndexed.of(author.account, uuid(note), 1));

            JsonNode found = author.sees(note, EnrichmentTests::searchable);
            assertThat(state(found)).isEqualTo("off");
        }

        @Test
        void isOffWhenThatWasSaidBeforeTheNoteWasRead() {
            JsonNode note = author.writes("Tea with Anna");

            say(InteractionEnriched.of(author.account, uuid(note), 1, false, true));

            author.sees(note, seen -> state(seen).equals("off"));
        }

        @Test
        void isPendingWhenTriedAgainAfterAChangeOfMind() {
            JsonNode note = author.choosing(EnrichmentMode.OFF).writes("Tea");
            author.choosing(EnrichmentMode.ON);

            assertThat(state(body(triesAgain(author, note)))).isEqualTo("pending");
            assertThat(state(author.reads(note))).isEqualTo("pending");
        }

        @Test
        void forgetsWhatWasRecognisedBeforeWithTheNextEdit() {
            JsonNode note = author.writes("Tea with Anna", Map.of("writtenAt", "2026-05-12T18:30:00Z"));
            understood(note, 1, participant(anna, "Anna"), "{\"date\":\"2026-05-11\"}", "{\"name\":\"Sperl\"}");
            author.sees(note, seen -> state(seen).equals("done"));

            JsonNode edited = author.choosing(EnrichmentMode.OFF).edits(note, "{\"notes\":\"Tea alone\"}");

            assertThat(state(edited)).isEqualTo("off");
            assertThat(names(edited)).isEmpty();
            assertThat(edited.get("occurredOn").asString()).isEqualTo("2026-05-12");
            assertThat(edited.get("location").isNull()).isTrue();
        }
    }

    @Test
    void isSearchableOnceItIsIndexed() {
        JsonNode note = author.writes("Tea");
        say(InteractionIndexed.of(author.account, uuid(note), 1));

        author.sees(note, EnrichmentTests::searchable);
    }

    @Test
    void tellsNobodyAboutANoteThatIsAnothers() {
        JsonNode note = author.writes("Tea");

        expectProblem(triesAgain(Author.of(service), note), 404, "interaction-not-found");
    }

    private static boolean searchable(JsonNode note) {
        return note.at("/enrichment/searchable").asBoolean();
    }

    private static String participant(UUID id, String name) {
        return person(id, name, "participant");
    }

    private static String mentioned(UUID id, String name) {
        return person(id, name, "mentioned");
    }

    private static String person(UUID id, String name, String role) {
        return "{\"contactId\":\"%s\",\"displayName\":\"%s\",\"role\":\"%s\"}".formatted(id, name, role);
    }

    private static ResponseSpec triesAgain(Author author, JsonNode note) {
        return author.client()
                .post()
                .uri(Author.NOTES + "/" + id(note) + "/enrichment")
                .exchange();
    }

    private void understood(JsonNode note, long version, String people) {
        understood(note, version, people, "null", "null");
    }

    private void understood(JsonNode note, long version, String people, String date, String place) {
        neighboursKnow(note, version, people, date, place);
        say(FactsApplied.of(author.account, uuid(note), version));
    }

    private void neighboursKnow(JsonNode note, long version, String people, String date, String place) {
        service.contacts.on("GET", "/internal/v1/interactions/" + id(note) + "/participants", 200, """
                {"version":%d,"items":[%s],"interactionDate":%s,"place":%s}""".formatted(
                        version, people, date, place));
        service.worker.on("GET", "/internal/v1/enrichments/" + id(note), 200, """
                {"interactionId":"%s","version":%d,"provider":"offline","model":"opennlp-1","extraction":{"people":[]}}""".formatted(id(note), version));
    }

    private static void say(MemoroEvent... events) {
        for (MemoroEvent event : events) {
            RunningService.events().say(event);
        }
    }

    /** Every partition of every topic has been read so far: one more note went all the way, by every key. */
    private void everythingIsHeard() {
        for (int i = 0; i < 8; i++) {
            JsonNode marker = author.writes("Marker " + i);
            understood(marker, version(marker), "");
            say(
                    EnrichmentFailed.of(author.account, uuid(marker), 1, "marker", NEXT),
                    InteractionIndexed.of(author.account, uuid(marker), 1));
            author.sees(
                    marker,
                    seen -> state(seen).equals("failed")
                            && searchable(seen)
                            && seen.at("/enrichment/model").isString());
        }
    }
}
