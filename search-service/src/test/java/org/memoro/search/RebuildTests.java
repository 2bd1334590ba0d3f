package org.memoro.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.search.RunningSearch.SOON;
import static org.memoro.search.RunningSearch.TestNote.aNote;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.memoro.search.RunningSearch.Answer;
import org.memoro.search.RunningSearch.TestNote;
import org.memoro.search.RunningSearch.TestPerson;
import org.memoro.testkit.StubService;

/** The index of an account is read anew from those who own what is in it. */
class RebuildTests {
    private static RunningSearch search;

    private final UUID account = UUID.randomUUID();
    private final TestPerson anna = TestPerson.called("Anna");

    @BeforeAll
    static void start() {
        search = new RunningSearch();
    }

    @AfterAll
    static void stop() {
        search.close();
    }

    @Test
    void bringsBackWhatWasLost() {
        TestNote first = aNote(account, "We went to the harbour.").with(anna).meaning(1, 0, 0);
        TestNote second = aNote(account, "It rained.").with(anna).meaning(0, 1, 0);
        search.know(account, anna, Map.of("location", "Graz"));
        search.index(first);
        search.index(second);
        long announced = search.indexed(first);
        owned(List.of(first, second), List.of(anna));
        forgetEverything();
        assertThat(search.search(account, "harbour").ids()).isEmpty();

        rebuild();

        search.means("by the sea", 1, 0, 0);
        assertThat(search.search(account, "harbour", "mode", "lexical").ids())
                .contains(first.id().toString());
        assertThat(search.search(account, "by the sea", "mode", "semantic").ids())
                .startsWith(first.id().toString());
        assertThat(search.search(account, "Anna", "type", "contact").ids())
                .containsExactly(anna.id().toString());
        assertThat(search.count("context_posting WHERE user_id = '" + account + "'"))
                .as("stems of notes from the one before")
                .isPositive();
        assertThat(search.count("stale_context WHERE user_id = '" + account + "'"))
                .isZero();
        assertThat(search.indexed(first)).as("nobody is told again").isEqualTo(announced);
    }

    @Test
    void takesOutWhatItsOwnerNoLongerHas() {
        TestNote kept = aNote(account, "We went to the harbour.").meaning(1, 0, 0);
        TestNote lost = aNote(account, "We went to the harbour again.").meaning(1, 0, 0);
        TestPerson nobody = TestPerson.called("Nobody");
        search.know(account, anna, Map.of());
        search.know(account, nobody, Map.of());
        search.index(kept);
        search.index(lost);
        owned(List.of(kept), List.of(anna));
        search.interactionService.on("GET", "/internal/v1/interactions/" + lost.id(), 404, "{}");
        search.contactService.on("GET", "/internal/v1/contacts/" + nobody.id(), 404, "{}");

        rebuild();

        assertThat(search.search(account, "harbour").ids())
                .containsExactly(kept.id().toString());
        assertThat(search.search(account, "Nobody", "type", "contact").ids()).isEmpty();
        assertThat(search.search(account, "Anna", "type", "contact").ids()).hasSize(1);
    }

    /** A rebuild is for when something is wrong, which the note itself does not tell. */
    @Test
    void makesAgainWhatIsMadeOfANoteThatSaysWhatItSaid() throws SQLException {
        TestNote first = aNote(account, "Which dentist?").inThread("chat").meaning(1, 0, 0);
        TestNote second =
                aNote(account, "Kern.").on("2026-03-06").inThread("chat").meaning(0, 1, 0);
        search.index(first);
        search.index(second);
        await().atMost(SOON).until(() -> search.count("stale_context WHERE user_id = '" + account + "'") == 0);
        try (Connection connection = search.database.superuser();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("posting", "context_posting", "context_vector")) {
                statement.execute("DELETE FROM search." + table + " WHERE user_id = '" + account + "'");
            }
        }
        owned(List.of(first, second), List.of());

        rebuild();

        assertThat(search.search(account, "dentist", "mode", "lexical").ids())
                .containsExactly(first.id().toString(), second.id().toString());
        assertThat(search.count("context_vector WHERE user_id = '" + account + "'"))
                .isEqualTo(1);
    }

    @Test
    void goesOnWhereItWas() {
        List<TestNote> notes = IntStream.range(0, 45)
                .mapToObj(number -> aNote(account, "Harbour number " + number + "."))
                .sorted(java.util.Comparator.comparing(note -> note.id().toString()))
                .toList();
        notes.forEach(search::tell);
        owned(notes, List.of());

        List<String> steps = rebuild();

        assertThat(search.count("document WHERE user_id = '" + account + "' AND NOT deleted"))
                .isEqualTo(45);
        assertThat(steps.stream().filter(step -> step.contains(" notes ")))
                .as("places within the notes")
                .hasSize(3);
    }

    @Test
    void refusesAPlaceThatItNeverNamed() {
        for (String from :
                List.of("", "x", "1 notes 2", "1 nothing " + account, "9".repeat(19) + " notes " + account)) {
            Answer answer = step("\"" + from + "\"");

            assertThat(answer.status()).as(from).isEqualTo(422);
            assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                    .isEqualTo("/from");
        }
    }

    /** Where it went on to, step by step. */
    private List<String> rebuild() {
        return Stream.iterate(
                        step("null").json(),
                        step -> step != null,
                        step -> step.path("next").isNull()
                                ? null
                                : step(step.path("next").toString()).json())
                .peek(step -> assertThat(step.has("next")).as(step.toString()).isTrue())
                .map(step -> step.path("next").asString(""))
                .toList();
    }

    private Answer step(String from) {
        return search.post(
                "/internal/v1/rebuild",
                search.gateway.workToken(account, "search-service", "gateway", "rebuild"),
                "{\"from\":" + from + "}");
    }

    private static void owned(List<TestNote> notes, List<TestPerson> contacts) {
        tellIds(
                search.interactionService,
                "/internal/v1/interactions",
                notes.stream().map(TestNote::id));
        tellIds(
                search.contactService,
                "/internal/v1/contacts",
                contacts.stream().map(TestPerson::id));
    }

    private static void tellIds(StubService owner, String path, Stream<UUID> owned) {
        List<String> ids = owned.map(UUID::toString).sorted().toList();
        owner.on("GET", path, request -> {
            String after = String.valueOf(request.query()).replaceFirst(".*after=([^&]+).*", "$1");
            int limit = Integer.parseInt(String.valueOf(request.query()).replaceFirst(".*limit=(\\d+).*", "$1"));
            String page = ids.stream()
                    .filter(id -> id.compareTo(after) > 0)
                    .limit(limit)
                    .map(id -> "\"" + id + "\"")
                    .collect(Collectors.joining(","));
            return new StubService.Answer(200, "{\"items\":[" + page + "]}");
        });
    }

    private void forgetEverything() {
        try (Connection connection = search.database.superuser();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("posting", "contact", "document")) {
                statement.execute("DELETE FROM search." + table + " WHERE user_id = '" + account + "'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
