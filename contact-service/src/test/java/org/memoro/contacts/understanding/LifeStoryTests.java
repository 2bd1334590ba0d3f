package org.memoro.contacts.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.contacts.AnExtraction.APerson.aPerson;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.uuid;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.memoro.api.Ids;
import org.memoro.contacts.AnExtraction;
import org.memoro.contacts.AnExtraction.APerson;
import org.memoro.contacts.Owner;
import org.memoro.contacts.RunningService;
import org.memoro.events.InteractionDeleted;
import tools.jackson.databind.JsonNode;

/** What notes of different days come to: news, places, jobs, birthdays, plans and relatives over time. */
class LifeStoryTests {
    private final Owner owner = new Owner();
    private final ApplyFacts applyFacts = RunningService.shared().bean(ApplyFacts.class);
    private final FollowNote followNote = RunningService.shared().bean(FollowNote.class);
    private final JsonNode anna = owner.writesDown("Anna", "Petrova");

    private APerson anna() {
        return aPerson("Anna Petrova").known(uuid(anna));
    }

    /** A new note of this day; notes written later have greater ids. */
    private UUID tells(String day, APerson... people) {
        UUID note = Ids.next();
        tellsAgain(note, 1, day, people);
        return note;
    }

    private void tellsAgain(UUID note, long version, String day, APerson... people) {
        understands(note, version, day, AnExtraction.of(people));
    }

    private void understands(UUID note, long version, String day, AnExtraction extraction) {
        owner.hasNote(note, version, day);
        applyFacts.apply(owner.prepares(note, version, extraction)).block(Duration.ofSeconds(20));
    }

    private void deletes(UUID note, long version) {
        followNote.withdraw(InteractionDeleted.of(owner.account, note, version)).block(Duration.ofSeconds(20));
    }

    private String shown(String field) {
        JsonNode value = owner.reads(anna).get(field);
        return value.isNull() ? "" : value.isString() ? value.asString() : value.toString();
    }

    private List<String> places() {
        return owner.brief(anna)
                .get("facts")
                .valueStream()
                .filter(fact -> fact.get("kind").asString().equals("location"))
                .map(fact -> fact.at("/value/place").asString() + " "
                        + fact.at("/value/when").asString()
                        + (fact.at("/value/until").isMissingNode()
                                ? ""
                                : " until " + fact.at("/value/until").asString()))
                .toList();
    }

    private List<String> upcoming() {
        return owner.brief(anna)
                .get("upcoming")
                .valueStream()
                .map(plan ->
                        plan.get("kind").asString() + " " + plan.get("title").asString())
                .toList();
    }

    @Nested
    class LatestNews {
        @Test
        void isTheNewestByTheDayItHappened() {
            tells("2026-05-02", anna().news("Anna has a new cat"));
            UUID older = tells("2026-03-01", anna().news("Anna broke her arm"));
            assertThat(owner.reads(anna).at("/latestNews/text").asString()).isEqualTo("Anna has a new cat");

            tellsAgain(older, 2, "2026-03-01", anna().news("Anna broke her left arm"));

            assertThat(owner.reads(anna).at("/latestNews/text").asString()).isEqualTo("Anna has a new cat");
            assertThat(owner.reads(anna).at("/latestNews/asOf").asString()).isEqualTo("2026-05-02");
        }

        @Test
        void isTheOneWrittenLaterOfOneDay() {
            UUID morning = tells("2026-05-02", anna().news("Anna has a job interview"));
            tells("2026-05-02", anna().news("Anna got the job"));

            tellsAgain(morning, 2, "2026-05-02", anna().news("Anna has an interview"));

            assertThat(owner.reads(anna).at("/latestNews/text").asString()).isEqualTo("Anna got the job");
        }

        @Test
        void followsANoteThatMovesToAnotherDay() {
            tells("2026-05-02", anna().news("Anna has a new cat"));
            UUID note = tells("2026-06-01", anna().news("Anna broke her arm"));
            owner.decides(owner.fact(note, "news"), Map.of("state", "kept"));

            tellsAgain(note, 2, "2026-03-01", anna());

            assertThat(owner.reads(anna).at("/latestNews/text").asString()).isEqualTo("Anna has a new cat");
            assertThat(owner.fact(note, "news").get("asOf").asString()).isEqualTo("2026-03-01");
        }
    }

    @Nested
    class Birthday {
        @Test
        void takesTheYearThatIsToldLater() {
            tells("2026-01-01", anna().birthday(null, 3, 3));
            UUID later = tells("2026-02-01", anna().birthday(1986, 3, 3));
            assertThat(shown("birthday")).isEqualTo("{\"year\":1986,\"month\":3,\"day\":3}");

            deletes(later, 2);
            assertThat(shown("birthday")).isEqualTo("{\"month\":3,\"day\":3}");
        }

        @Test
        void takesTheYearForADayThatWasTypedUnlessItWasTakenAway() {
            owner.edits(anna, Map.of("birthday", Map.of("month", 3, "day", 3)));
            tells("2026-02-01", anna().birthday(1986, 3, 3));
            assertThat(shown("birthday")).contains("1986");

            owner.client()
                    .patch()
                    .uri(Owner.path(anna))
                    .header("Content-Type", "application/merge-patch+json")
                    .bodyValue("{\"birthday\":{\"year\":null}}")
                    .exchange()
                    .expectStatus()
                    .isOk();
            assertThat(shown("birthday")).isEqualTo("{\"month\":3,\"day\":3}");
        }

        @Test
        void isAskedForWhenItIsAnotherDay() {
            tells("2026-01-01", anna().birthday(1986, 3, 3));
            UUID other = tells("2026-02-01", anna().birthday(1986, 4, 4));

            assertThat(owner.fact(other, "birthday").get("state").asString()).isEqualTo("suggested");
            assertThat(shown("birthday")).contains("\"month\":3");
            owner.decides(owner.fact(other, "birthday"), Map.of("state", "kept"));
            assertThat(shown("birthday")).contains("\"month\":4");
        }

        @Test
        void isAskedForWhenOneNoteTellsTwo() {
            UUID note = tells(
                    "2026-11-19",
                    anna().birthday(1986, 3, 3),
                    aPerson("Anna").known(uuid(anna)).birthday(1986, 4, 4));

            assertThat(owner.factsOf(note).stream()
                            .filter(fact -> fact.get("kind").asString().equals("birthday"))
                            .map(fact -> fact.get("state").asString()))
                    .containsExactly("kept", "suggested");
            assertThat(shown("birthday")).contains("\"month\":3");
        }

        @Test
        void keepsWhatCountedBeforeTheUserTypedAnother() {
            UUID note = tells("2026-01-01", anna().birthday(1986, 3, 3));
            owner.edits(anna, Map.of("birthday", Map.of("year", 1987, "month", 4, "day", 4)));

            tellsAgain(note, 1, "2026-01-01", anna().birthday(1986, 3, 3));

            assertThat(shown("birthday")).contains("1987");
            assertThat(owner.fact(note, "birthday").get("state").asString()).isEqualTo("kept");
        }
    }

    @Nested
    class Places {
        @Test
        void endWhenANewOneIsTold() {
            tells("2026-01-10", anna().location("Wien", "current"));
            UUID moved = tells("2026-05-20", anna().location("Graz", "current"));

            assertThat(shown("location")).isEqualTo("Graz");
            assertThat(places()).containsExactly("Graz current", "Wien past until 2026-05-20");

            deletes(moved, 2);
            assertThat(shown("location")).isEqualTo("Wien");
            assertThat(places()).containsExactly("Wien current");
        }

        @Test
        void endOnTheDayTheNoteNames() {
            tells("2026-01-10", anna().location("Wien", "current"));
            tells("2026-05-20", anna().location("Graz", "current", "2026-03"));

            assertThat(places()).containsExactly("Graz current", "Wien past until 2026-03");
        }

        @Test
        void areReadInAnyOrder() {
            tells("2026-05-20", anna().location("Graz", "current"));
            tells("2026-01-10", anna().location("Wien", "current"));
            tells("2025-01-10", anna().location("Graz", "current"));

            assertThat(shown("location")).isEqualTo("Graz");
            assertThat(places())
                    .containsExactly("Graz current", "Wien past until 2026-05-20", "Graz past until 2026-01-10");
        }

        @Test
        void endWhenSomebodyLivesThereNoMore() {
            tells("2026-01-10", anna().location("Wien", "current"));
            tells("2026-05-20", anna().location("Wien", "past"));

            assertThat(shown("location")).isEmpty();
            assertThat(places()).containsExactly("Wien past", "Wien past until 2026-05-20");
        }

        @Test
        void areNotEndedByAMachineWhenTheUserTypedThem() {
            owner.edits(anna, Map.of("location", "Wien"));

            UUID note = tells("2026-05-20", anna().location("Wien", "past"));

            assertThat(shown("location")).isEqualTo("Wien");
            assertThat(owner.fact(note, "location").get("state").asString()).isEqualTo("suggested");
        }

        @Test
        void stayAPlanUntilSomebodySaysOtherwise() {
            UUID note = tells("2026-01-10", anna().location("Graz", "planned", "2026-03"));
            assertThat(shown("location")).as("March has passed").isEmpty();
            assertThat(owner.fact(note, "location").get("status").asString()).isEqualTo("planned");

            JsonNode fixed = owner.decides(owner.fact(note, "location"), Map.of("value", Map.of("when", "current")));

            assertThat(fixed.get("status").asString()).isEqualTo("happened");
            assertThat(shown("location")).isEqualTo("Graz");
        }
    }

    @Nested
    class Jobs {
        private APerson works(String status, String text, String organization, String title) {
            return anna().fact("job", status, text, fact -> {
                fact.put("organization", organization);
                fact.put("title", title);
            });
        }

        @Test
        void followTheNewestThatHappened() {
            tells("2026-05-01", works("happened", "works at Meta", "Meta", "pilot"));
            tells("2026-01-01", works("happened", "works at Google", "Google", "cook"));
            tells("2026-06-01", works("planned", "starts at BMW", "BMW", null));
            tells("2026-07-01", works("happened", "is still with Meta", "Meta", null));

            assertThat(shown("company")).isEqualTo("Meta");
            assertThat(shown("jobTitle")).as("nothing says otherwise").isEqualTo("pilot");
        }

        @Test
        void areEmptiedWhenLeftAndFilledWhenTheNoteThatSaidSoGoes() {
            tells("2026-01-01", works("happened", "works at Google", "Google", "cook"));
            UUID left = tells("2026-05-01", works("happened", "left Google", "Google", null));
            assertThat(shown("company") + shown("jobTitle")).isEmpty();

            deletes(left, 2);
            assertThat(shown("company")).isEqualTo("Google");
        }

        @Test
        void areNotEmptiedByTheEndOfAnotherOne() {
            tells("2026-01-01", works("happened", "works at Google", "Google", null));
            tells("2026-05-01", works("happened", "quit Avast", "Avast", null));
            assertThat(shown("company")).isEqualTo("Google");

            tells("2026-06-01", works("happened", "left Google and joined Meta", "Meta", null));
            assertThat(shown("company")).isEqualTo("Meta");
        }

        @Test
        void areNotEmptiedByAMachineWhenTheUserTypedThem() {
            owner.edits(anna, Map.of("company", "Google"));

            UUID left = tells("2026-11-20", works("happened", "left Google", "Google", null));
            UUID denied = tells("2026-11-20", works("negated", "does not work for Google", "Google", null));

            assertThat(shown("company")).isEqualTo("Google");
            for (UUID note : List.of(left, denied)) {
                assertThat(owner.fact(note, "job").get("state").asString()).isEqualTo("suggested");
            }
        }

        @Test
        void areAskedForWhenDeniedAndEmptiedByAYes() {
            tells("2026-01-01", works("happened", "works at Google", "Google", null));
            UUID denied = tells("2026-05-01", works("negated", "does not work for Google", "Google", null));
            assertThat(owner.fact(denied, "job").get("state").asString()).isEqualTo("suggested");
            assertThat(shown("company")).isEqualTo("Google");

            owner.decides(owner.fact(denied, "job"), Map.of("state", "kept"));

            assertThat(shown("company")).isEmpty();
        }
    }

    @Nested
    class Plans {
        private final String soon = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();

        private UUID plansATrip() {
            return tells(
                    "2026-11-19", anna().fact("travel", "planned", "Anna flies to Rome", f -> f.put("date", soon)));
        }

        @Test
        void areOnceAmongWhatIsComing() {
            UUID note = plansATrip();

            assertThat(upcoming()).containsExactly("follow-up Anna flies to Rome");
            assertThat(owner.fact(note, "follow-up").at("/evidence/quote").asString())
                    .isEqualTo("Anna flies to Rome");
        }

        @Test
        void goWhenTheReminderIsSwitchedOffAndStayOff() {
            UUID note = plansATrip();

            owner.decides(owner.fact(note, "follow-up"), Map.of("state", "off"));
            assertThat(upcoming()).isEmpty();
            assertThat(owner.fact(note, "travel").get("state").asString()).isEqualTo("kept");

            tellsAgain(
                    note,
                    1,
                    "2026-11-19",
                    anna().fact(
                                    "travel",
                                    "planned",
                                    "Anna will fly to Rome",
                                    "Anna flies to Rome",
                                    f -> f.put("date", soon)));
            assertThat(upcoming()).isEmpty();
        }

        @Test
        void goWithThePlanAndComeBackWithIt() {
            UUID note = plansATrip();

            owner.decides(owner.fact(note, "travel"), Map.of("state", "off"));
            assertThat(upcoming()).isEmpty();
            tellsAgain(
                    note,
                    1,
                    "2026-11-19",
                    anna().fact("travel", "planned", "Anna flies to Rome", f -> f.put("date", soon)));
            assertThat(upcoming()).as("also after another reading").isEmpty();

            owner.decides(owner.fact(note, "travel"), Map.of("state", "kept"));
            assertThat(upcoming()).containsExactly("follow-up Anna flies to Rome");
        }

        @Test
        void arePastOneDay() {
            tells(
                    "2026-01-19",
                    anna().fact("travel", "planned", "Anna flies to Rome", f -> f.put("date", "2026-02-01")));

            assertThat(upcoming()).isEmpty();
        }

        @Test
        void tellOfAPlannedPlaceOnce() {
            tells("2026-11-19", anna().location("Graz", "planned", soon));
            assertThat(upcoming()).containsExactly("location Anna Petrova moves to Graz");

            tells(
                    "2026-11-20",
                    anna().location("Graz", "planned", soon)
                            .fact("move", "planned", "Anna is moving to Graz", f -> f.put("date", soon)));
            assertThat(upcoming()).contains("follow-up Anna is moving to Graz").hasSize(2);
        }

        @Test
        void areNoneWhenUncertainOrDenied() {
            tells("2026-11-19", anna().fact("travel", "uncertain", "Anna may fly", f -> f.put("date", soon)));
            tells("2026-11-19", anna().fact("travel", "negated", "Anna does not fly", f -> f.put("date", soon)));

            assertThat(upcoming()).isEmpty();
        }
    }

    @Nested
    class Relatives {
        private JsonNode only(JsonNode contact) {
            assertThat(owner.relatives(contact)).hasSize(1);
            return owner.relatives(contact).getFirst();
        }

        @Test
        void keepTheWordsOfTheNotesThatStillTellThem() {
            UUID first = tells("2026-01-01", anna().family("child", "Mia", 0.9));
            UUID second = tells("2026-02-01", anna().family("daughter", "Mia", 0.9));
            JsonNode mia = owner.contactNamed("Mia");
            assertThat(only(anna).get("relation").asString()).isEqualTo("daughter");
            assertThat(only(mia).get("relation").asString()).isEqualTo("mother");

            deletes(second, 2);
            assertThat(only(anna).get("relation").asString()).isEqualTo("child");
            assertThat(only(anna).get("interactionId").asString()).isEqualTo(first.toString());
        }

        @Test
        void areThoseWhomTheUserChose() {
            JsonNode other = owner.writesDown("Mia", "Lang");
            UUID note = tells(
                    "2026-11-19",
                    anna().family("daughter", "Mia", 0.9),
                    aPerson("Mia").oneOf(uuid(other), UUID.randomUUID()));
            JsonNode asked = owner.factsOf(note).stream()
                    .filter(fact -> fact.at("/value/displayName").asString("").startsWith("Mia"))
                    .findFirst()
                    .orElseThrow();

            owner.decides(asked, Map.of("contactId", id(other)));

            assertThat(only(anna).at("/contact/id").asString()).isEqualTo(id(other));
            assertThat(only(other).get("relation").asString()).isEqualTo("mother");
        }

        @Test
        void areNotChangedByAMachineWhenTheUserTypedThem() {
            owner.posts(Owner.path(anna) + "/relationships", Map.of("relation", "child", "name", "Mia"));

            UUID note = tells("2026-01-01", anna().family("daughter", "Mia", 0.9));
            assertThat(only(anna).get("relation").asString()).isEqualTo("child");

            deletes(note, 2);
            assertThat(only(anna).get("relation").asString()).isEqualTo("child");
        }
    }

    @Nested
    class Decisions {
        @Test
        void surviveAnotherEngineAndOtherWordsForThePassage() {
            UUID note = tells(
                    "2026-01-01",
                    anna().fact(
                                    "job",
                                    "happened",
                                    "left Google",
                                    "She quit at Google",
                                    f -> f.put("organization", "Google"))
                            .fact("pet", "happened", "Anna has a dog", "has a dog", f -> {}));
            owner.decides(owner.fact(note, "pet"), Map.of("state", "off"));
            owner.decides(owner.fact(note, "job"), Map.of("value", Map.of("text", "left Google in May")));

            tellsAgain(
                    note,
                    1,
                    "2026-01-01",
                    anna().fact("pet", "happened", "Anna got a dog", "Anna has a dog", f -> {})
                            .fact(
                                    "job",
                                    "happened",
                                    "quit Google",
                                    "She quit at Google",
                                    f -> f.put("organization", "Google")));

            assertThat(owner.factsOf(note))
                    .extracting(fact -> fact.get("kind").asString() + " "
                            + fact.get("state").asString() + " "
                            + fact.get("decidedBy").asString())
                    .containsExactlyInAnyOrder("person kept machine", "pet off user", "job kept user");
            assertThat(owner.fact(note, "job").at("/value/text").asString()).isEqualTo("left Google in May");
        }

        @Test
        void onAPersonSurviveAnEditThatLeavesTheName() {
            JsonNode tomWeber = owner.writesDown("Tom", "Weber");
            JsonNode tomHuber = owner.writesDown("Tom", "Huber");
            UUID note = tells(
                    "2026-11-19",
                    aPerson("Tom").oneOf(uuid(tomWeber), uuid(tomHuber)).news("has a dog"));
            owner.decides(owner.fact(note, "person"), Map.of("contactId", id(tomHuber)));
            tellsAgain(
                    note,
                    2,
                    "2026-11-19",
                    aPerson("Tom").oneOf(uuid(tomWeber), uuid(tomHuber)).news("has two dogs"));
            assertThat(owner.reads(tomHuber).at("/latestNews/text").asString()).isEqualTo("has two dogs");

            tellsAgain(note, 3, "2026-11-19", aPerson("Tom Huber").named("Tom").news("has three dogs"));
            assertThat(owner.reads(tomHuber).at("/latestNews/text").asString()).isEqualTo("has three dogs");
            assertThat(owner.factsOf(note)).hasSize(2);
        }

        @Test
        void onAPersonGoNotOverToSomebodyOfAnotherName() {
            JsonNode tomWeber = owner.writesDown("Tom", "Weber");
            JsonNode tomHuber = owner.writesDown("Tom", "Huber");
            UUID note = tells("2026-11-19", aPerson("Tom").oneOf(uuid(tomWeber), uuid(tomHuber)));
            owner.decides(owner.fact(note, "person"), Map.of("contactId", id(tomHuber)));
            tellsAgain(note, 2, "2026-11-19", aPerson("Tom Weber").news("has a dog"));

            assertThat(owner.reads(tomWeber).at("/latestNews/text").asString()).isEqualTo("has a dog");
        }

        @Test
        void onTheDayWinOverTheNextReading() {
            UUID note = Ids.next();
            understands(note, 1, "2026-11-19", AnExtraction.of(anna()).on("2026-11-12"));
            owner.decides(owner.fact(note, "interaction-date"), Map.of("value", Map.of("date", "2026-11-13")));

            understands(note, 1, "2026-11-19", AnExtraction.of(anna()).on("2026-11-12"));

            assertThat(owner.reads(anna).get("lastInteractionOn").asString()).isEqualTo("2026-11-13");
        }
    }

    @Test
    void meansTheSamePersonAgainWhenSomebodyOfThatNameIsWrittenDownLater() {
        UUID note = tells("2026-11-19", aPerson("Tom").news("has a dog"));
        JsonNode tom = owner.contactNamed("Tom");
        JsonNode other = owner.writesDown("Tom", "Huber");

        tellsAgain(
                note,
                1,
                "2026-11-19",
                aPerson("Tom").oneOf(uuid(tom), uuid(other)).news("has a dog"));

        assertThat(owner.fact(note, "person").get("contactId").asString()).isEqualTo(id(tom));
        assertThat(owner.reads(tom).at("/latestNews/text").asString()).isEqualTo("has a dog");
    }

    @Test
    void asksWhichOfTwoOfOneNameIsMeant() {
        owner.writesDown("Tom", "Weber");
        owner.writesDown("Tom", "Weber");

        UUID note = tells("2026-11-19", aPerson("Tom Weber").news("has a dog"));

        assertThat(owner.fact(note, "person").get("candidates")).hasSize(2);
        assertThat(owner.fact(note, "person").get("contactId").isNull()).isTrue();
        assertThat(owner.finds("Tom")).hasSize(2);
    }

    @Test
    void asksWhetherANicknameIsMeant() {
        JsonNode tom = owner.writesDown("Thomas", "Weber");
        owner.edits(tom, Map.of("nickname", "Tomcat"));

        UUID note = tells("2026-11-19", aPerson("Tomcat"));

        assertThat(owner.fact(note, "person").at("/candidates/0/contactId").asString())
                .isEqualTo(id(tom));
    }

    @Test
    void namesTheNoteTheWordsAndTheEngineOfEveryFact() {
        UUID note = tells(
                "2026-01-01",
                anna().birthday(1986, 3, 3).family("daughter", "Mia", 0.9).news("Anna sings"));

        assertThat(owner.factsOf(note)).hasSize(4).allSatisfy(fact -> {
            assertThat(fact.get("interactionId").asString()).isEqualTo(note.toString());
            assertThat(fact.at("/evidence/quote").asString("")).isNotBlank();
            assertThat(fact.at("/engine/provider").asString()).isEqualTo("offline");
            assertThat(fact.at("/engine/model").asString()).isEqualTo("test");
        });
    }
}
