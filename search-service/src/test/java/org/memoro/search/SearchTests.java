package org.memoro.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.search.RunningSearch.TestNote.aNote;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.events.Topics;
import org.memoro.search.RunningSearch.Answer;
import org.memoro.search.RunningSearch.TestNote;
import org.memoro.search.RunningSearch.TestPerson;
import tools.jackson.databind.JsonNode;

class SearchTests {
    private static RunningSearch search;

    private final UUID account = UUID.randomUUID();
    private final TestPerson anna = TestPerson.called("Anna Petrova");
    private final TestPerson tom = TestPerson.called("Tom Berg");

    @BeforeAll
    static void start() {
        search = new RunningSearch();
    }

    @AfterAll
    static void stop() {
        search.close();
    }

    @AfterEach
    void workerIsBack() {
        search.embeddingWorker.up();
        search.embeddingWorker.answerAfter(Duration.ZERO);
    }

    @Test
    void findsANoteByMeaningWithoutASharedWord() {
        TestNote school = index(
                aNote(account, "Her daughter Mia just entered first grade.").meaning(1, 0, 0));
        index(aNote(account, "Repaired the bicycle chain.").meaning(0, 1, 0));
        search.means("who has a kid starting school?", 0.9f, 0.1f, 0);

        Answer answer = search.search(account, "who has a kid starting school?");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.ids()).first().isEqualTo(school.id().toString());
        assertThat(answer.item(0).path("type").asString()).isEqualTo("interaction");
        assertThat(texts(answer.item(0).path("matched"))).containsExactly("meaning");
        assertThat(answer.json().path("mode").asString()).isEqualTo("hybrid");
        assertThat(answer.json().path("model").asString()).isEqualTo(RunningSearch.MODEL);
        assertThat(answer.json().path("tookMillis").isNumber()).isTrue();
    }

    @Test
    void highlightsTheWordsThatMatchedInTheirOtherForms() {
        index(aNote(account, "😀 We skied at the Café Hütte; skiing again soon."));

        JsonNode item = search.search(account, "ski cafe").item(0);

        assertThat(highlighted(item)).containsExactly("skied", "Café", "skiing");
        assertThat(texts(item.path("matched"))).containsExactly("words");
    }

    @Test
    void putsTheNoteOfTheNamedContactFirst() {
        TestNote annas = index(aNote(account, "Talked about the move.").with(anna));
        index(aNote(account, "Talked about the move.").with(tom));
        know(anna, Map.of("firstName", "Anna", "lastName", "Petrova", "nickname", "Anni"));
        know(tom, Map.of("firstName", "Tom", "lastName", "Berg"));

        Answer answer = search.search(account, "what did anni say about the move?", "type", "interaction");

        assertThat(answer.ids()).first().isEqualTo(annas.id().toString());
        assertThat(texts(answer.item(0).path("matched"))).containsExactly("words", "name");
        assertThat(texts(answer.item(1).path("matched"))).containsExactly("words");
        assertThat(answer.item(0).path("contacts").path(0).path("displayName").asString())
                .isEqualTo("Anna Petrova");
    }

    @Test
    void prefersTheMonthThatTheQuestionNames() {
        TestNote march = index(aNote(account, "Hiking with friends").on("2025-03-09"));
        index(aNote(account, "Hiking with friends").on("2025-06-09"));

        Answer answer = search.search(account, "hiking in March 2025");

        assertThat(answer.ids()).first().isEqualTo(march.id().toString());
        assertThat(texts(answer.item(0).path("matched"))).contains("date", "words");
        assertThat(texts(answer.item(1).path("matched"))).doesNotContain("date");
    }

    @Test
    void showsAContactFirstWhenTheQuestionIsAName() {
        index(aNote(account, "Anna likes tea").with(anna));
        know(anna, Map.of("firstName", "Anna", "lastName", "Petrova", "location", "Graz"));

        for (String name : List.of("Anna", "anna pet", "PETROVA", "Petrva", "Ánna")) {
            JsonNode first = search.search(account, name).item(0);
            assertThat(first.path("type").asString()).as(name).isEqualTo("contact");
            assertThat(first.path("id").asString()).isEqualTo(anna.id().toString());
            assertThat(first.path("snippet").asString()).isEqualTo("Graz");
            assertThat(texts(first.path("matched"))).containsExactly("name");
        }
        assertThat(search.search(account, "Anna", "type", "interaction")
                        .item(0)
                        .path("type")
                        .asString())
                .isEqualTo("interaction");
    }

    @Test
    void findsAContactByItsLatestNews() {
        know(anna, Map.of("latestNews", Map.of("text", "Opened a pottery studio", "asOf", "2026-03-01")));

        JsonNode item = search.search(account, "pottery studio").item(0);

        assertThat(item.path("id").asString()).isEqualTo(anna.id().toString());
        assertThat(texts(item.path("matched"))).containsExactly("words");
        assertThat(highlighted(item)).containsExactly("pottery", "studio");
    }

    @Test
    void keepsToTheFilters() {
        TestNote early = index(aNote(account, "Chess evening").on("2026-01-10").with(anna));
        TestNote late = index(aNote(account, "Chess evening").on("2026-02-10").with(tom));
        know(anna, Map.of("tags", List.of("club")));
        know(tom, Map.of());

        assertThat(notes("chess", "from", "2026-02-01"))
                .containsExactly(late.id().toString());
        assertThat(notes("chess", "to", "2026-02-09"))
                .containsExactly(early.id().toString());
        assertThat(notes("chess", "contactId", tom.id().toString()))
                .containsExactly(late.id().toString());
        assertThat(notes("chess", "tag", "club")).containsExactly(early.id().toString());
        assertThat(notes("chess", "contactId", UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void showsNothingOfAnotherAccount() {
        index(aNote(account, "Secret recipe").with(anna).meaning(0, 0, 1));
        know(anna, Map.of());
        UUID stranger = UUID.randomUUID();

        for (String question : List.of("secret recipe", "Anna", "anything at all")) {
            assertThat(search.search(stranger, question).ids()).isEmpty();
        }
    }

    @Test
    void goesByWordsWhileTheWorkerIsAway() {
        TestNote note = index(aNote(account, "Bought a telescope").meaning(1, 0, 0));
        search.embeddingWorker.down();

        Answer answer = search.search(account, "telescope");

        assertThat(answer.ids()).containsExactly(note.id().toString());
        assertThat(answer.json().path("mode").asString()).isEqualTo("lexical");
        assertThat(answer.json().path("model").isNull()).isTrue();
        Answer semantic = search.search(account, "telescope", "mode", "semantic");
        assertThat(semantic.status()).isEqualTo(503);
        assertThat(semantic.code()).isEqualTo("dependency-unavailable");
    }

    @Test
    void measuresItsStages() {
        MeterRegistry meters = search.bean(MeterRegistry.class);
        double fallbacks = meters.get("memoro.search.fallbacks").counter().count();
        long asked = meters.get("memoro.search.stage")
                .tag("stage", "meaning")
                .timer()
                .count();
        long heard = indexed(meters);
        search.index(aNote(account, "We planted tomatoes.").meaning(1, 0, 0));

        search.search(account, "tomatoes");
        search.embeddingWorker.down();
        search.search(account, "tomatoes");

        for (String stage : List.of("words", "meaning", "ranking", "showing", "whole")) {
            assertThat(meters.get("memoro.search.stage")
                            .tag("stage", stage)
                            .timer()
                            .count())
                    .as(stage)
                    .isGreaterThanOrEqualTo(2);
        }
        assertThat(meters.get("memoro.search.stage")
                        .tag("stage", "meaning")
                        .timer()
                        .count())
                .isEqualTo(asked + 2);
        assertThat(meters.get("memoro.search.fallbacks").counter().count()).isEqualTo(fallbacks + 1);
        assertThat(meters.get("memoro.search.results").summary().max()).isGreaterThanOrEqualTo(1);
        await().atMost(RunningSearch.SOON).until(() -> indexed(meters) > heard);
    }

    private static long indexed(MeterRegistry meters) {
        return meters.get("memoro.events.delay")
                .tags("consumer", "search-service", "topic", Topics.ENRICHMENT)
                .timer()
                .count();
    }

    @Test
    void waitsNotLongForTheWorker() {
        index(aNote(account, "Bought a telescope"));
        search.embeddingWorker.answerAfter(Duration.ofSeconds(5));
        long begin = System.nanoTime();

        Answer answer = search.search(account, "telescope");

        assertThat(answer.json().path("mode").asString()).isEqualTo("lexical");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void pagesThroughEveryResultOnce() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(index(aNote(account, "Choir rehearsal number " + i).on("2026-01-0" + (i + 1)))
                    .id()
                    .toString());
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = search.search(account, "choir rehearsal", "limit", "3", "cursor", cursor);
            seen.addAll(page.ids());
            cursor = page.json().path("nextCursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void refusesACursorOfAnotherSearch() {
        index(aNote(account, "Choir one"));
        index(aNote(account, "Choir two"));
        String cursor = search.search(account, "choir", "limit", "1")
                .json()
                .path("nextCursor")
                .asString();

        assertThat(search.search(account, "opera", "cursor", cursor).status()).isEqualTo(400);
        assertThat(search.search(account, "choir", "cursor", "nonsense").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0000", "a\u0000b"})
    void refusesAQuestionThatIsNone(String question) {
        Answer answer = search.search(account, question);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation-failed");
    }

    @Test
    void takesAThousandCharactersAndNotOneMore() {
        assertThat(search.search(account, "x".repeat(1_000)).status()).isEqualTo(200);
        assertThat(search.search(account, "😀".repeat(1_000)).status()).isEqualTo(200);
        assertThat(search.search(account, "x".repeat(1_001)).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the of and",
                "???",
                "& | ! <-> ()",
                "'",
                "\"quoted\" -minus OR",
                "'; DROP TABLE document; --",
                "🎂",
                "שלום עולם",
                "%_\\",
                ":* a:*",
                "\\",
                "<b>bold</b>",
                "a\nb\tc",
                "http://x.y/z?q=1",
                "０１２"
            })
    void answersAnyText(String question) {
        index(aNote(account, "Plain words: don't panic, it's \"quoted\" \\ % _ <b>bold</b>")
                .meaning(0, 0, 1));

        for (String mode : List.of("hybrid", "semantic", "lexical")) {
            assertThat(search.search(account, question, "mode", mode).status())
                    .as(mode)
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesParametersThatCannotBe() {
        assertThat(search.search(account, "x", "mode", "magic").status()).isEqualTo(400);
        assertThat(search.search(account, "x", "type", "person").status()).isEqualTo(400);
        assertThat(search.search(account, "x", "from", "2026-02-30").status()).isEqualTo(400);
        assertThat(search.search(account, "x", "contactId", "me").status()).isEqualTo(400);
        assertThat(search.search(account, "x", "limit", "0").status()).isEqualTo(422);
        assertThat(search.search(account, "x", "limit", "201").status()).isEqualTo(422);
        assertThat(search.search(account, "x", "from", "2026-02-02", "to", "2026-02-01")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void refusesAStrangerWithoutAToken() {
        assertThat(search.get("/api/v1/search?q=x", "nonsense").status()).isEqualTo(401);
    }

    @Test
    void describesItself() {
        JsonNode paths = search.get("/v3/api-docs", search.gateway.userToken(account, "search-service"))
                .json()
                .path("paths");

        assertThat(paths.has("/api/v1/search")).isTrue();
        assertThat(paths.path("/api/v1/search").path("get").path("parameters").toString())
                .doesNotContain("caller");
    }

    private static TestNote index(TestNote note) {
        search.index(note);
        return note;
    }

    private void know(TestPerson person, Map<String, Object> details) {
        search.know(account, person, details);
    }

    private List<String> notes(String question, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        all.addAll(List.of("type", "interaction", "mode", "lexical"));
        return search.search(account, question, all.toArray(String[]::new)).ids();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> highlighted(JsonNode item) {
        String snippet = item.path("snippet").asString();
        return item.path("highlights")
                .valueStream()
                .map(range ->
                        snippet.substring(range.path(0).asInt(), range.path(1).asInt()))
                .toList();
    }
}
