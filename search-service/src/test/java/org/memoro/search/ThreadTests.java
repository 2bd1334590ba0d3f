package org.memoro.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.search.RunningSearch.SOON;
import static org.memoro.search.RunningSearch.TestNote.aNote;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.memoro.events.InteractionDeleted;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.search.RunningSearch.TestNote;
import org.memoro.search.RunningSearch.TestPerson;

/** Notes that answer the one before them. */
class ThreadTests {
    private static RunningSearch search;

    private final UUID account = UUID.randomUUID();
    private final TestPerson anna = TestPerson.called("Anna");
    private final TestPerson tom = TestPerson.called("Tom");
    private final TestNote question = aNote(account, "Which dentist do you go to?")
            .with(anna)
            .inThread("chat")
            .meaning(0, 1, 0);
    private final TestNote reply =
            after(question, "Kern, by the harbour.").with(tom).meaning(1, 0, 0);
    private final String passage = "Anna: Which dentist do you go to?\nTom: Kern, by the harbour.";

    @BeforeAll
    static void start() {
        search = new RunningSearch();
    }

    @AfterAll
    static void stop() {
        search.close();
    }

    @AfterEach
    void answersAgain() {
        search.answerPassages();
    }

    @Test
    void areFoundByTheWordsOfTheOneBefore() {
        index(question, reply, after(reply, "Thanks!").with(anna).meaning(0, 0, 1));

        assertThat(lexical("dentist"))
                .containsExactly(question.id().toString(), reply.id().toString());
        assertThat(search.search(
                                account,
                                "dentist",
                                "mode",
                                "lexical",
                                "contactId",
                                tom.id().toString())
                        .ids())
                .containsExactly(reply.id().toString());
        assertThat(search.search(account, "dentist", "mode", "lexical")
                        .item(1)
                        .path("matched")
                        .path(0)
                        .asString())
                .isEqualTo("words");
    }

    @Test
    void meanWhatTheyMeanAfterTheOneBefore() {
        search.means(passage, 0.6F, 0.8F, 0);
        search.means("somebody for my teeth", 0.6F, 0.8F, 0);
        index(question, reply);

        List<String> found = search.search(account, "somebody for my teeth", "mode", "semantic")
                .ids();

        assertThat(search.passages()).contains(passage);
        assertThat(found).containsExactly(reply.id().toString(), question.id().toString());
    }

    @Test
    void areOfOneThreadWhenTheyAreOfOnePersonAndDay() {
        TestNote morning =
                aNote(account, "Anna has a dentist again.").with(anna).meaning(0, 1, 0);
        TestNote evening = aNote(account, "She is happy.").with(anna).meaning(1, 0, 0);
        TestNote nextDay =
                aNote(account, "She is not.").with(anna).on("2026-03-05").meaning(1, 0, 0);
        TestNote another = aNote(account, "He is happy.").with(tom).meaning(1, 0, 0);
        // Of one time, so their ids decide, as the database orders them.
        boolean inOrder = morning.id().toString().compareTo(evening.id().toString()) < 0;
        TestNote later = inOrder ? evening : morning;
        index(morning, evening, nextDay, another);

        assertThat(search.count("context_vector WHERE user_id = '" + account + "'"))
                .isEqualTo(1);
        assertThat(search.count("context_vector WHERE interaction_id = '" + later.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void followWhateverComesBetween() {
        index(question, reply);
        TestNote between = aNote(account, "For the children, I mean.")
                .with(anna)
                .inThread("chat")
                .on("2026-03-05")
                .meaning(0, 0, 1);

        search.index(between);
        await().atMost(SOON)
                .until(() -> search.passages().contains("Anna: For the children, I mean.\nTom: Kern, by the harbour."));

        await().atMost(SOON).until(() -> !lexical("dentist").contains(reply.id().toString()));
        assertThat(lexical("children")).contains(reply.id().toString());
    }

    @Test
    void forgetTheOneBeforeWhenItIsDeleted() {
        index(question, reply);

        search.tell(question.gone());
        search.events.say(InteractionDeleted.of(account, question.id(), 2));

        await().atMost(SOON).until(() -> lexical("dentist").isEmpty());
        settled();
        assertThat(search.count("context_vector WHERE user_id = '" + account + "'"))
                .isZero();
        assertThat(lexical("harbour")).containsExactly(reply.id().toString());
    }

    @Test
    void areMadeUpForWhenNobodyCouldReadThem() {
        index(question);
        search.embeddingWorker.on("POST", "/internal/v1/passages", 503, "{\"code\":\"dependency-unavailable\"}");
        search.index(reply);
        await().atMost(SOON).until(() -> lexical("dentist").contains(reply.id().toString()));
        assertThat(search.count("context_vector WHERE user_id = '" + account + "'"))
                .isZero();
        assertThat(search.count("stale_context WHERE user_id = '" + account + "'"))
                .isPositive();

        search.answerPassages();
        search.index(aNote(account, "Something else altogether").meaning(0, 0, 1));

        settled();
        assertThat(search.count("context_vector WHERE user_id = '" + account + "'"))
                .isEqualTo(1);
    }

    @Test
    void loseTheWordsOfADeletedOneWhileNobodyCanReadThem() {
        TestNote thanks = after(reply, "Thanks, I will call them.").with(anna).meaning(0, 0, 1);
        TestNote other =
                aNote(account, "Where is the ladder?").inThread("other").meaning(0, 1, 0);
        index(question, reply, thanks, other);
        search.embeddingWorker.on("POST", "/internal/v1/passages", 503, "{\"code\":\"dependency-unavailable\"}");
        for (int i = 0; i < 25; i++) {
            other = after(other, "Still looking " + i).meaning(0, 1, 0);
            search.index(other);
        }
        assertThat(lexical("harbour"))
                .containsExactly(reply.id().toString(), thanks.id().toString());

        search.tell(reply.gone());
        search.events.say(InteractionDeleted.of(account, reply.id(), 2));

        await().atMost(SOON).until(() -> lexical("harbour").isEmpty());
        assertThat(lexical("dentist"))
                .containsExactlyInAnyOrder(question.id().toString(), thanks.id().toString());
        await().atMost(SOON)
                .until(() -> search.count("context_posting WHERE interaction_id = '" + reply.id() + "'") == 0);
    }

    /** While notes are read with another model, each model has its own view of the thread. */
    @Test
    void areReadByEveryModelThatHasReadThem() {
        search.means(passage, 0.6F, 0.8F, 0);
        index(question, reply);

        search.answerPassages("another");
        index(question.by("another"), reply.by("another"));

        assertThat(search.count("context_vector WHERE user_id = '" + account + "' AND model = 'another'"))
                .isEqualTo(1);
        assertThat(search.count(
                        "context_vector WHERE user_id = '" + account + "' AND model = '" + RunningSearch.MODEL + "'"))
                .isEqualTo(1);
        search.means("somebody for my teeth", 0.6F, 0.8F, 0);
        assertThat(search.search(account, "somebody for my teeth", "mode", "semantic")
                        .ids())
                .startsWith(reply.id().toString());
    }

    @Test
    void areNotReadTwice() {
        TestNote first =
                aNote(account, "Only once: " + account).inThread("once").meaning(0, 1, 0);
        TestNote second = after(first, "So it is.").meaning(1, 0, 0);
        index(first, second);
        search.index(second);
        search.index(first);
        settled();

        assertThat(search.passages().stream().filter(text -> text.contains("Only once: " + account)))
                .hasSize(1);
    }

    /** Hearing of a note again costs its neighbours nothing, as long as it says what it said. */
    @Test
    void areLeftAloneWhenNothingHasChanged() throws SQLException {
        index(question, reply);
        watchMarks();

        search.index(reply);
        search.index(question);
        search.events.say(InteractionParticipantsChanged.of(account, question.id(), 1));
        await().atMost(SOON).until(() -> search.count("inbox WHERE user_id = '" + account + "'") == 5);
        assertThat(search.count("marked WHERE user_id = '" + account + "'")).isZero();

        search.tell(question.with(tom));
        search.events.say(InteractionParticipantsChanged.of(account, question.id(), 1));
        await().atMost(SOON).until(() -> search.count("marked WHERE user_id = '" + account + "'") == 2);
        await().atMost(SOON).until(() -> search.passages().contains(passage.replace("Anna", "Tom")));
    }

    /** So many notes may wait for their turn: reading each with a request and a transaction of its own takes too long. */
    @Test
    void areReadTogetherWhenSeveralWait() {
        search.embeddingWorker.on("POST", "/internal/v1/passages", 503, "{\"code\":\"dependency-unavailable\"}");
        TestNote last = question;
        for (int i = 0; i < 8; i++) {
            search.index(last);
            last = after(last, "Still looking for " + account + ", the " + i + "th time")
                    .meaning(0, 1, 0);
        }
        search.answerPassages();
        long before = passageRequests();

        index(last);

        assertThat(passageRequests() - before).isEqualTo(1);
        assertThat(search.count("context_vector WHERE user_id = '" + account + "'"))
                .isEqualTo(8);
    }

    /** One that a model refuses is asked for again and again, and the others are not made to wait for it. */
    @Test
    void areReadBesideOneThatNobodyCanRead() {
        search.refusePassages("unreadable " + account);
        TestNote unreadable = after(question, "unreadable " + account).meaning(0, 1, 0);
        index(question);
        search.index(unreadable);

        search.index(after(unreadable, "Fine again").meaning(0, 1, 0));
        TestNote alone = aNote(account, "Another one").inThread("else").meaning(0, 1, 0);
        search.index(alone);
        search.index(after(alone, "and its reply").meaning(0, 1, 0));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(search.count("context_vector WHERE user_id = '" + account + "'"))
                        .isEqualTo(1));
        assertThat(search.count("stale_context WHERE user_id = '" + account + "'"))
                .isEqualTo(2);
    }

    @Test
    void keepWhatStandsNearTheBoundaryOfTwoLongNotes() {
        String long1 = "a ".repeat(2_000) + "the end of the first";
        String long2 = "the beginning of the second" + " b".repeat(2_000);
        TestNote first = aNote(account, long1).inThread("long").meaning(0, 1, 0);
        index(first, after(first, long2).meaning(1, 0, 0));

        assertThat(search.passages().getLast())
                .contains("the end of the first\nthe beginning of the second")
                .hasSizeLessThan(2_100);
    }

    /** Notes down what becomes stale from now on. */
    private static void watchMarks() throws SQLException {
        try (Connection connection = search.database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE search.marked (user_id uuid, interaction_id uuid)");
            statement.execute("""
                    CREATE FUNCTION search.note_mark() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$
                    BEGIN
                        INSERT INTO search.marked VALUES (NEW.user_id, NEW.interaction_id);
                        RETURN NULL;
                    END $$""");
            statement.execute("CREATE TRIGGER note_mark AFTER INSERT OR UPDATE ON search.stale_context"
                    + " FOR EACH ROW EXECUTE FUNCTION search.note_mark()");
        }
    }

    private static long passageRequests() {
        return search.embeddingWorker.requests().stream()
                .filter(request -> request.path().equals("/internal/v1/passages"))
                .count();
    }

    private void index(TestNote... notes) {
        for (TestNote note : notes) {
            search.index(note);
        }
        settled();
    }

    private void settled() {
        await().atMost(SOON).until(() -> search.count("stale_context WHERE user_id = '" + account + "'") == 0);
    }

    private List<String> lexical(String question) {
        return search.search(account, question, "mode", "lexical").ids();
    }

    /** The next note of the thread, two days later. */
    private static TestNote after(TestNote note, String text) {
        return aNote(note.account(), text)
                .inThread(note.thread())
                .on(note.on().plusDays(2).toString());
    }
}
