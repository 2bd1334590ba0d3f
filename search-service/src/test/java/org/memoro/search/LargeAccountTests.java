package org.memoro.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.search.RunningSearch.SOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.memoro.events.AccountDeleted;
import org.memoro.search.RunningSearch.Answer;
import org.memoro.search.large.KeepNearIndexes;

/** Accounts of more notes than are compared one by one, beside others: here, more than a thousand. */
class LargeAccountTests {
    private static final int LARGE = 3_000;
    private static RunningSearch search;
    private static ManyNotes notes;
    private static ManyNotes others;

    @BeforeAll
    static void start() {
        // Without a meaning such a search has no answer: a busy machine may take its time for it.
        search = new RunningSearch("--memoro.search.exact-up-to=1000", "--memoro.search.query-vector-timeout=10s");
        others = ManyNotes.of(search, LARGE, 1);
        notes = ManyNotes.of(search, LARGE, 1);
        awaitIndexes(others);
        awaitIndexes(notes);
    }

    @AfterAll
    static void stop() {
        search.close();
    }

    @Test
    void areSearchedByTheirOwnIndexes() {
        long before = notes.asked();

        IntStream.range(0, 20).forEach(i -> ask(notes, notes.anything()));

        // A server that has seen a statement five times may keep a plan for all accounts, which would know no index.
        await().atMost(SOON).until(() -> notes.asked() >= before + 40);
    }

    @Test
    void areAnsweredNearlyAsIfAllVectorsWereCompared() {
        int found = 0;
        for (int i = 0; i < 50; i++) {
            float[] question = notes.anything();
            List<String> answer = ask(notes, question, "limit", "10").ids();
            List<String> exact = notes.nearest(question, 10, "true");
            found += (int) exact.stream().filter(answer::contains).count();
        }

        assertThat(found / 500.0).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void showNothingOfOthersWhoWroteTheSame() {
        float[] question = others.meaning(7);

        List<String> answer = ask(notes, question, "limit", "100").ids();

        assertThat(answer).hasSize(100).isSubsetOf(notes.ids());
        assertThat(answer.getFirst()).isEqualTo(notes.id(7));
    }

    @Test
    void keepToAFilterThatAllowsMany() {
        for (int i = 0; i < 10; i++) {
            float[] question = notes.anything();
            String[] firstHalf = {
                "to", ManyNotes.FIRST_DAY.plusDays(LARGE / 2 - 1).toString(), "limit", "10"
            };

            List<String> answer = ask(notes, question, firstHalf).ids();

            assertThat(answer).isSubsetOf(notes.ids().subList(0, LARGE / 2));
            assertThat(answer)
                    .filteredOn(notes.nearest(question, 10, "occurred_on < date '2020-01-01' + 1500")::contains)
                    .hasSizeGreaterThanOrEqualTo(9);
        }
    }

    /** 300 of 3,000: too many to be compared, so that the index has to go on and on. */
    @Test
    void findWhatAFilterAllowsThoughMuchElseIsNearer() {
        UUID anna = UUID.randomUUID();
        ManyNotes annas = ManyNotes.of(search, LARGE, 2);
        annas.about(anna, 100, 400);
        awaitIndexes(annas);
        String about =
                "EXISTS (SELECT FROM search.document_contact AS a WHERE a.interaction_id = document.interaction_id)";

        for (int i = 0; i < 10; i++) {
            float[] question = annas.meaning(2_000 + i);
            List<String> answer = ask(annas, question, "contactId", anna.toString(), "limit", "100")
                    .ids();

            assertThat(answer).hasSize(100).isSubsetOf(annas.ids().subList(100, 400));
            assertThat(answer)
                    .filteredOn(annas.nearest(question, 100, about)::contains)
                    .hasSizeGreaterThanOrEqualTo(98);
        }
    }

    @Test
    void compareTheNotesThatANarrowFilterAllows() {
        float[] question = notes.meaning(2_500);
        String[] week = {"from", "2020-01-10", "to", "2020-01-16"};

        Answer answer = ask(notes, question, week);

        assertThat(answer.ids())
                .isEqualTo(notes.nearest(question, 100, "occurred_on BETWEEN '2020-01-10' AND '2020-01-16'"))
                .hasSize(7);
    }

    @Test
    void arePagedWithoutGapsAndRepetitions() {
        float[] question = notes.anything();
        List<String> whole = ask(notes, question, "limit", "100").ids();
        List<String> paged = new ArrayList<>();
        String[] page = {"limit", "30"};
        while (paged.size() < whole.size()) {
            Answer answer = ask(notes, question, page);
            paged.addAll(answer.ids());
            page = new String[] {
                "limit", "30", "cursor", answer.json().path("nextCursor").asString()
            };
        }

        assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
    }

    @Test
    void mendAnIndexWhoseBuildWasInterrupted() {
        ManyNotes interrupted = ManyNotes.of(search, LARGE, 3);
        String name = notes.indexes(true).getFirst().replace(notes.hex(), interrupted.hex());
        interrupted.execute("CREATE INDEX %s ON search.document_vector (user_id)".formatted(name));
        interrupted.execute(
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'search.%s'::regclass".formatted(name));
        float[] question = interrupted.meaning(1);

        assertThat(ask(interrupted, question).ids().getFirst()).isEqualTo(interrupted.id(1));
        awaitIndexes(interrupted);

        assertThat(interrupted.indexes(false)).isEmpty();
        assertThat(ask(interrupted, question).ids().getFirst()).isEqualTo(interrupted.id(1));
    }

    @Test
    void findWhatIsWrittenAfterTheIndexWasBuilt() {
        float[] question = notes.anything();
        RunningSearch.TestNote late =
                RunningSearch.TestNote.aNote(notes.account, "Late").meaning(question);
        search.index(late);

        assertThat(ask(notes, question).ids().getFirst()).isEqualTo(late.id().toString());

        search.tell(late.gone());
        search.events.say(org.memoro.events.InteractionDeleted.of(notes.account, late.id(), 2));
        await().atMost(SOON)
                .until(() -> !ask(notes, question).ids().contains(late.id().toString()));
    }

    @Test
    void leaveNoIndexBehindWhenTheyAreDeleted() {
        ManyNotes leaving = ManyNotes.of(search, LARGE, 4);
        awaitIndexes(leaving);

        search.events.say(AccountDeleted.of(leaving.account));

        await().atMost(SOON).until(() -> leaving.indexes(true).isEmpty());
        assertThat(notes.indexes(true)).hasSize(2);
    }

    @Test
    void loseTheirIndexesWhenTheyBecomeSmall() {
        ManyNotes shrinking = ManyNotes.of(search, LARGE, 5);
        awaitIndexes(shrinking);
        KeepNearIndexes keep = search.bean(KeepNearIndexes.class);

        keep.forget(shrinking.account);
        shrinking.deleteAllBut(501);
        keep.forget(notes.account);
        await().during(Duration.ofMillis(500))
                .until(() -> shrinking.indexes(true).size() == 2);
        shrinking.deleteAllBut(400);
        keep.forget(shrinking.account);

        await().atMost(SOON).until(() -> shrinking.indexes(true).isEmpty());
    }

    @Test
    void haveIndexesOfTheModelThatAnswersOnly() {
        ManyNotes changing = ManyNotes.of(search, LARGE, 6);
        awaitIndexes(changing);
        List<String> former = changing.indexes(true);
        changing.readBy("another");
        search.answerQuestions("another");
        try {
            ask(changing, changing.meaning(5));

            await().atMost(SOON).until(() -> changing.indexes(true).stream().noneMatch(former::contains));
            assertThat(changing.indexes(true)).hasSize(1);
            assertThat(ask(changing, changing.meaning(5)).ids().getFirst()).isEqualTo(changing.id(5));
        } finally {
            search.answerQuestions();
        }
    }

    @Test
    void areNotThoseOfAThousandNotes() {
        ManyNotes few = ManyNotes.of(search, 1_000, 7);

        assertThat(ask(few, few.meaning(9)).ids().getFirst()).isEqualTo(few.id(9));

        // One thing is done after the other: what is wanted later is there, so nothing was wanted of this one.
        awaitIndexes(ManyNotes.of(search, 1_001, 8), 1);
        assertThat(few.indexes(true)).isEmpty();
    }

    private static void awaitIndexes(ManyNotes of) {
        awaitIndexes(of, 2);
    }

    private static void awaitIndexes(ManyNotes of, int count) {
        ask(of, of.anything());
        await().atMost(SOON).until(() -> of.indexes(true).size() == count);
    }

    private static Answer ask(ManyNotes of, float[] question, String... parameters) {
        String words = "What is " + Arrays.hashCode(question);
        search.means(words, question);
        List<String> all = new ArrayList<>(List.of("mode", "semantic", "type", "interaction"));
        all.addAll(List.of(parameters));
        Answer answer = search.search(of.account, words, all.toArray(String[]::new));
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer;
    }
}
