package org.memoro.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.search.RunningSearch.SOON;
import static org.memoro.search.RunningSearch.TestNote.aNote;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.memoro.search.RunningSearch.TestNote;
import org.memoro.search.RunningSearch.TestPerson;
import tools.jackson.databind.JsonNode;

/** A search by meaning points at the sentence that is meant. */
class MeantPartTests {
    private static final String QUESTION = "who bakes?";
    private static final String STUDIO = "She burns her clay in an old oven.";
    private static final String TEXT = "We met at the station. " + STUDIO + " Then it rained all day.";

    private static RunningSearch search;

    private final UUID account = UUID.randomUUID();
    private final TestPerson anna = TestPerson.called("Anna");

    @BeforeAll
    static void start() {
        search = new RunningSearch();
        search.means(QUESTION, 1, 0, 0);
        search.means("Anna: " + STUDIO, 1, 0, 0);
    }

    @AfterAll
    static void stop() {
        search.close();
    }

    @Test
    void isHighlighted() {
        index(aNote(account, TEXT).with(anna).meaning(0.6F, 0.8F, 0));

        JsonNode found = ask();

        assertThat(found.path("snippet").asString()).isEqualTo(TEXT);
        assertThat(highlighted(found)).containsExactly(STUDIO);
        assertThat(found.path("matched").toString()).isEqualTo("[\"meaning\"]");
    }

    @Test
    void isShownOfALongNote() {
        String walk = "We went for a walk along the river and talked. ";
        String meant = STUDIO + " " + walk.strip();
        search.means("Anna: " + meant, 1, 0, 0);
        index(aNote(account, walk.repeat(20) + meant + " " + walk.repeat(20))
                .with(anna)
                .meaning(0.6F, 0.8F, 0));

        JsonNode found = ask();

        assertThat(found.path("snippet").asString())
                .hasSizeLessThanOrEqualTo(240)
                .startsWith("…" + meant)
                .endsWith("…");
        assertThat(highlighted(found)).containsExactly(meant);
    }

    /** A model has read only the beginning of such a note. */
    @Test
    void findsANoteThatIsLongerThanAModelReads() {
        String walk = "We went for a walk along the river and talked about this and that. ".repeat(25);
        String end =
                "At last she told me that she burns all of her clay in an old oven that stands in the garden of her aunt,"
                        + " and that it takes two days until it has cooled down again and can be opened.";
        search.means("Anna: " + end, 1, 0, 0);
        TestNote note = aNote(account, walk + end).with(anna).meaning(0, 1, 0);
        TestNote nearer = aNote(account, "Bread.").with(anna).on("2026-04-04").meaning(0.8F, 0.6F, 0);
        index(note, nearer);

        List<String> found =
                search.search(account, QUESTION, "mode", "semantic").ids();

        assertThat(found).startsWith(note.id().toString());
        assertThat(found).doesNotHaveDuplicates().hasSize(2);
        assertThat(highlighted(ask()).getFirst()).startsWith("At last she told me");
        assertThat(search.search(account, QUESTION, "mode", "semantic", "from", "2026-04-01")
                        .ids())
                .containsExactly(nearer.id().toString());
    }

    @Test
    void isTheOneThatStandsThereNow() {
        TestNote note = aNote(account, TEXT).with(anna).meaning(0.6F, 0.8F, 0);
        index(note);
        String other = "Anna has moved to Graz. She lives near the park there. " + STUDIO;

        TestNote edited = note.edited(other).meaning(0.6F, 0.8F, 0);
        index(edited);

        assertThat(highlighted(ask())).containsExactly(STUDIO);
        assertThat(search.count("note_part WHERE interaction_id = '" + note.id() + "'"))
                .isEqualTo(3);
    }

    @Test
    void isNoneWhileNobodyHasReadTheNote() {
        search.embeddingWorker.on("POST", "/internal/v1/passages", 503, "{\"code\":\"dependency-unavailable\"}");
        search.index(aNote(account, TEXT).with(anna).meaning(0.6F, 0.8F, 0));

        JsonNode found = ask();
        search.answerPassages();

        assertThat(found.path("snippet").asString()).isEqualTo(TEXT);
        assertThat(found.path("highlights")).isEmpty();
    }

    @Test
    void isNotOfANoteOfOneSentence() {
        index(aNote(account, STUDIO).with(anna).meaning(1, 0, 0));

        assertThat(ask().path("highlights")).isEmpty();
        assertThat(search.passages()).doesNotContain(STUDIO);
    }

    private JsonNode ask() {
        return search.search(account, QUESTION, "mode", "semantic").item(0);
    }

    private void index(TestNote... notes) {
        List.of(notes).forEach(search::index);
        await().atMost(SOON).until(() -> search.count("stale_context WHERE user_id = '" + account + "'") == 0);
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
