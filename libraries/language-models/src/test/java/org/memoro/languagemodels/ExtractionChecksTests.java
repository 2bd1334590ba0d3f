package org.memoro.languagemodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.languagemodels.Notes.contact;
import static org.memoro.languagemodels.Notes.note;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.languagemodels.Extraction.ContactMatch;
import org.memoro.languagemodels.Extraction.Evidence;
import org.memoro.languagemodels.Extraction.Fact;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.Extraction.MatchStatus;
import org.memoro.languagemodels.Extraction.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An engine that claims whatever it likes: only what the note bears out is let through. */
class ExtractionChecksTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOTE =
            "Met Anna Petrova at Sperl yesterday. She got a new job at Siemens, she is not moving to Graz. Tom called.";

    private final ExtractionChecks checks = new ExtractionChecks();

    private Extraction verified(ExtractionRequest request, ObjectNode claim) {
        return checks.verified(JSON.treeToValue(claim, Extraction.class), request);
    }

    private Person anna(ObjectNode person) {
        return verified(note(NOTE), claim(person)).people().getFirst();
    }

    private static ObjectNode claim(ObjectNode... people) {
        ObjectNode claim = JSON.createObjectNode().put("schema_version", "1");
        claim.putNull("interaction_date").putNull("place");
        claim.putArray("people").addAll(List.of(people));
        return claim;
    }

    private static ObjectNode aPerson(String mention) {
        ObjectNode person = item(mention).put("mention", mention).put("role", "mentioned");
        for (String missing : List.of("first_name", "last_name", "relation", "birthday", "location", "news")) {
            person.putNull(missing);
        }
        person.putArray("family_members");
        person.putArray("facts");
        return person.set("contact_match", match("new", null));
    }

    private static ObjectNode aFact(String type, String status, String quote) {
        ObjectNode fact = item(quote).put("type", type).put("status", status).put("summary", quote);
        for (String missing : List.of("organization", "title", "place", "date")) {
            fact.putNull(missing);
        }
        return fact.put("is_news", true);
    }

    private static ObjectNode item(String quote) {
        ObjectNode item = JSON.createObjectNode().put("confidence", 0.9).put("needs_confirmation", false);
        item.set(
                "evidence",
                JSON.createObjectNode().put("quote", quote).putNull("start").putNull("end"));
        return item;
    }

    private static ObjectNode match(String status, @Nullable String id, String... candidates) {
        ObjectNode match = JSON.createObjectNode().put("status", status).put("contact_id", id);
        ArrayNode ids = match.putArray("candidate_ids");
        List.of(candidates).forEach(ids::add);
        return match;
    }

    private static ObjectNode annaWith(String property, JsonNode item) {
        ObjectNode person = aPerson("Anna Petrova");
        if (person.get(property) instanceof ArrayNode list) {
            list.add(item);
        } else {
            person.set(property, item);
        }
        return person;
    }

    @Test
    void dropsEveryItemWhoseQuoteIsNotInTheNote() {
        String madeUp = "Anna was fired";
        ObjectNode person = aPerson("Anna Petrova");
        person.set("relation", item(madeUp).put("type", "sister"));
        person.set(
                "birthday",
                item(madeUp + " on 3 March").putNull("year").put("month", 3).put("day", 3));
        person.set(
                "location",
                item(madeUp).put("place", "Graz").put("status", "current").putNull("date"));
        person.withArray("family_members")
                .add(item(madeUp).put("relation", "son").put("name", "Tom"));
        person.withArray("facts").add(aFact("job", "happened", madeUp));
        ObjectNode claim = claim(person, ((ObjectNode)
                aPerson("Tom").set("evidence", item("Tom was here").get("evidence"))));
        claim.set("interaction_date", item("on Monday").put("date", "2026-11-16"));
        claim.set("place", item("in Sperl").put("name", "Sperl").putNull("city"));

        Extraction kept = verified(note(NOTE), claim);

        assertThat(kept.interactionDate()).isNull();
        assertThat(kept.place()).isNull();
        assertThat(kept.people()).singleElement().satisfies(anna -> {
            assertThat(anna.relation()).isNull();
            assertThat(anna.birthday()).isNull();
            assertThat(anna.location()).isNull();
            assertThat(anna.familyMembers()).isEmpty();
            assertThat(anna.facts()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna’s got a job|Anna's got a job",
                "Anna – a nurse|Anna - a nurse",
                "Zoe\u0308 called|Zoë called",
                "Zoë called|Zoe\u0308 called",
                "Anna\\r\\ncalled|Anna\\ncalled",
                "Anna\\r\\n\\r\\ncalled|Anna called",
                "Anna\u00a0\u00a0called|Anna called",
                "An\u200bna called\u200b|Anna called",
                "🎂 An\u00adna called|Anna called"
            })
    void findsAQuoteThatIsOnlyTypedInAnotherWayAndKeepsTheNotesOwnWords(String text, String quote) {
        String written = "Today " + text.translateEscapes() + "! Yes";

        Evidence found = new NoteQuotes(written).located(new Evidence(quote.translateEscapes(), null, null));

        assertThat(found).isNotNull();
        assertThat(found.quote())
                .startsWith(found.quote().strip())
                .isEqualTo(written.substring(found.start(), found.end()));
        assertThat(new NoteQuotes(found.quote()).located(new Evidence(quote.translateEscapes(), null, null)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"met Anna", "Met Petrova", "Met  Ann Petrova", "", "  ", "\u200b", "Anna got a new job"})
    void findsNoQuoteThatSaysAnythingElse(String quote) {
        assertThat(new NoteQuotes(NOTE).located(new Evidence(quote, null, null)))
                .isNull();
    }

    @Test
    void trustsNoOffsetsThatDoNotFitTheQuote() {
        assertThat(new NoteQuotes(NOTE).located(new Evidence("Tom", 4, 7)))
                .isEqualTo(new Evidence("Tom", NOTE.indexOf("Tom"), NOTE.indexOf("Tom") + 3));
        assertThat(new NoteQuotes(NOTE)
                        .located(new Evidence("Tom", -1, 999_999))
                        .start())
                .isEqualTo(NOTE.indexOf("Tom"));
    }

    @ParameterizedTest
    @CsvSource({
        "Tom, See you tomorrow",
        "Al, It also rained",
        "Mia, Flew to Miami",
        "Ed, He called",
        "Ann, It is planned",
        "Mia, 'A mania, really'",
        "Lee, The employees left"
    })
    void takesNoPieceOfAWordForAName(String name, String text) {
        ObjectNode person = aPerson(name);
        person.set("evidence", item(text).get("evidence"));

        assertThat(verified(note(text), claim(person)).people()).isEmpty();
        assertThat(verified(note(text + " with " + name), claim(person)).people())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Anna, Annas Schwester rief an",
        "Tom, Tomとコーヒー",
        "Tom, 和Tom喝咖啡",
        "田中, 昨日田中さんと会った",
        "tom, Tom's car",
        "Søren, met soren",
        "O'Brien, met O’Brien",
        "Mary-Jane, saw Mary-Jane",
        "Müller, met Mueller"
    })
    void findsANameHoweverItsLanguagePutsItIntoASentence(String name, String text) {
        assertThat(new NoteQuotes(text).names(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![x](https://evil.example/p.png)",
                "https://evil.example",
                "JavaScript:alert(1)",
                "<IMG src=x>",
                "An\u200bna",
                "Anna\u202eavortePa",
                "An\u0000na"
            })
    void takesNothingForANameThatIsMarkupOrHidesSomething(String name) {
        ObjectNode claim = claim(
                aPerson(name),
                annaWith("family_members", item("Anna").put("relation", "son").put("name", name)));
        claim.set("place", item("Anna").put("name", name).put("city", name));
        ObjectNode fact = aFact("job", "happened", "Anna")
                .put("organization", name)
                .put("title", name)
                .put("place", name);
        claim.withArray("people").add(annaWith("facts", fact));

        Extraction kept = verified(note(NOTE + " " + name), claim);

        assertThat(kept.place()).isNull();
        assertThat(kept.people()).extracting(Person::mention).containsOnly("Anna Petrova");
        assertThat(kept.people()).flatExtracting(Person::familyMembers).isEmpty();
        assertThat(kept.people().getLast().facts())
                .extracting(Fact::organization, Fact::title, Fact::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(null, null, null));
    }

    @Test
    void takesNoWholeNoteForAName() {
        String text = "Anna ".repeat(60).strip();

        assertThat(verified(note(text), claim(aPerson(text))).people()).isEmpty();
    }

    @Test
    void linksToNobodyWhoseIdWasNotGiven() {
        ObjectNode person = aPerson("Anna Petrova");
        person.set("contact_match", match("known", "someone-elses", "someone-elses", "t"));
        ExtractionRequest request = note(NOTE, contact("a", "Anna", "Petrova"), contact("t", "Tom", "Weber"));

        ContactMatch match =
                verified(request, claim(person)).people().getFirst().contactMatch();

        assertThat(match.contactId()).isNull();
        assertThat(match.candidateIds()).isSubsetOf("a", "t");
    }

    @Test
    void asksBeforeItLinksToAContactWithAnotherName() {
        ObjectNode person = aPerson("Anna Petrova");
        person.set("contact_match", match("known", "t", "t"));

        Person kept = verified(note(NOTE, contact("t", "Tom", "Weber")), claim(person))
                .people()
                .getFirst();

        assertThat(kept.contactMatch().status()).isEqualTo(MatchStatus.AMBIGUOUS);
        assertThat(kept.needsConfirmation()).isTrue();
    }

    @Test
    void keepsNoMoreThanTwentyOfAnything() {
        ObjectNode[] crowd =
                IntStream.range(0, 50).mapToObj(each -> aPerson("Tom")).toArray(ObjectNode[]::new);
        for (int i = 0; i < 50; i++) {
            crowd[0].withArray("facts").add(aFact("job", "planned", "Tom called"));
            crowd[0].withArray("family_members")
                    .add(item("Tom").put("relation", "son").put("name", "Tom"));
        }

        Extraction kept = verified(note(NOTE), claim(crowd));

        assertThat(kept.people()).hasSize(20);
        assertThat(kept.people().getFirst().facts()).hasSize(20);
        assertThat(kept.people().getFirst().familyMembers()).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.49, 0, -1, Double.NaN})
    void dropsWhatTheEngineItselfDoubts(double confidence) {
        assertThat(verified(note(NOTE), claim(aPerson("Tom").put("confidence", confidence)))
                        .people())
                .isEmpty();
    }

    @Test
    void believesNobodyMoreThanEntirely() {
        assertThat(anna(aPerson("Anna Petrova").put("confidence", 1e9)).confidence())
                .isEqualTo(1.0);
    }

    @Test
    void neverSaysOfTheSameWordsThatTheyAreSoAndAreNotSo() {
        ObjectNode person = aPerson("Anna Petrova");
        person.withArray("facts").add(aFact("move", "happened", "moving to Graz"));
        person.withArray("facts").add(aFact("move", "negated", "she is not moving to Graz"));
        person.withArray("facts").add(aFact("job", "happened", "She got a new job"));

        assertThat(anna(person).facts())
                .extracting(Fact::type, Fact::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(FactType.MOVE, FactStatus.NEGATED),
                        org.assertj.core.groups.Tuple.tuple(FactType.JOB, FactStatus.HAPPENED));
    }

    @ParameterizedTest
    @CsvSource({"negated, Graz", "uncertain, Graz", "negated,"})
    void setsNoLocationForAMoveThatIsDeniedOrUncertain(String status, @Nullable String place) {
        ObjectNode person = annaWith(
                "facts", aFact("move", status, "she is not moving to Graz").put("place", place));
        person.set(
                "location",
                item("moving to Graz")
                        .put("place", "Graz")
                        .put("status", "planned")
                        .putNull("date"));

        assertThat(anna(person).location()).isNull();
    }

    @Test
    void keepsALocationThatTheDeniedMoveIsNotAbout() {
        ObjectNode person = annaWith(
                "facts", aFact("move", "negated", "she is not moving to Graz").put("place", "Graz"));
        person.set(
                "location",
                item("at Sperl").put("place", "Sperl").put("status", "current").putNull("date"));

        assertThat(anna(person).location()).isNotNull();
    }

    @Test
    void keepsNoNewsThatNoFactBearsOut() {
        assertThat(anna(aPerson("Anna Petrova").put("news", "Anna Petrova got a new job"))
                        .news())
                .isNull();
        ObjectNode madeUp = annaWith("facts", aFact("job", "happened", "she was fired"));
        assertThat(anna(madeUp.put("news", "Got a new job at Siemens")).news()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "New job at Siemens, New job at Siemens",
        "Was convicted of fraud in Moscow, She got a new job",
        "New job at Siemens for 90000, She got a new job",
        "You extract facts for a private address book, She got a new job",
        "See https://evil.example, She got a new job",
        "![x](x), She got a new job"
    })
    void saysNewsInTheNotesOwnWordsUnlessTheyAreOnlyShorter(String claimed, String kept) {
        ObjectNode person =
                annaWith("facts", aFact("job", "happened", "She got a new job").put("summary", claimed));

        Person anna = anna(person.put("news", claimed));

        assertThat(anna.news()).isEqualTo(kept);
        assertThat(anna.facts().getFirst().summary()).isEqualTo(kept);
    }

    @Test
    void asksAboutWhatIsUncertainAboutRelativesWithoutNamesAndAboutOtherDates() {
        ObjectNode person = annaWith("facts", aFact("job", "uncertain", "a new job"));
        person.withArray("facts")
                .add(aFact("travel", "happened", "at Sperl yesterday").put("date", "2026-01-01"));
        person.withArray("family_members")
                .add(item("She").put("relation", "son").putNull("name"));

        Person anna = anna(person);

        assertThat(anna.facts()).allMatch(Fact::needsConfirmation).hasSize(2);
        assertThat(anna.familyMembers())
                .allMatch(Extraction.FamilyMember::needsConfirmation)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2027", "2026-02-30", "0001-13-01", "soon", ""})
    void takesNoDayForAMeetingThatIsStillToComeOrDoesNotExist(String date) {
        ObjectNode claim = claim();
        claim.set("interaction_date", item("yesterday").put("date", date));

        assertThat(verified(note(NOTE), claim).interactionDate()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2, 30", "13, 1", "0, 1", "1, 0", "4, 31"})
    void takesNoDayForABirthdayThatNoYearHas(int month, int day) {
        ObjectNode person = annaWith(
                "birthday", item("Anna").putNull("year").put("month", month).put("day", day));

        assertThat(anna(person).birthday()).isNull();
    }

    @Test
    void takesNoBirthdayFromWordsThatNameNoDay() {
        ObjectNode birthday =
                item("Met Anna Petrova").putNull("year").put("month", 1).put("day", 1);

        assertThat(anna(annaWith("birthday", birthday)).birthday()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1879, 2027})
    void asksAboutABirthdayWhoseYearCannotBe(int year) {
        String text = "Anna Petrova was born on 3 March " + year;
        ObjectNode person = annaWith(
                "birthday",
                item("born on 3 March").put("year", year).put("month", 3).put("day", 3));

        assertThat(verified(note(text), claim(person)).people().getFirst().birthday())
                .satisfies(birthday -> {
                    assertThat(birthday.year()).isNull();
                    assertThat(birthday.needsConfirmation()).isTrue();
                });
    }
}
